// --batch on a file or standard input.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "searcher/batch.h"
#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/options/batch_options.h"

namespace dateline {

namespace {

/// A line with options of its own, as --limit=3 -- oil. `synonyms` are those of the batch.
Result<BatchLine> read_with_options(const Options& batch, const Synonyms& synonyms, const std::string& line) {
  const Result<Options> options = options_of_line(batch, line);
  if (!options) return options.problem();
  Result<ParsedQuery> query = options.value().synonyms == batch.synonyms
                                  ? read_query_with_synonyms(options.value(), synonyms)
                                  : read_query_with_notes(options.value());
  if (!query) return query.problem();
  BatchLine understood{"", line, request_of(options.value()), options.value().max_expansions};
  understood.request.query = std::move(query.value().tree);
  return understood;
}

}  // namespace

ExitStatus batch(const Options& options, Searcher& searcher, Output& out) {
  const Result<Synonyms> synonyms = read_synonyms(options);
  if (!synonyms) {
    tell(synonyms.problem(), "");
    return ExitStatus::Usage;
  }
  const bool standard_input = options.batch_file == "-";
  const int input =
      standard_input ? STDIN_FILENO : ::open(options.batch_file.c_str(), O_RDONLY | O_CLOEXEC);
  if (input < 0) throw Error("cannot open " + options.batch_file + ": " + std::strerror(errno));
  BatchSettings settings{request_of(options), options.today, &synonyms.value(), options.any_words,
                         options.max_expansions};
  settings.request.query = narrowed_by_options(Node{}, options);
  std::optional<TrecQuery> run;
  if (options.format == Format::Trec) run = form_of(options, searcher).trec;
  const bool all_understood = run_batch(
      input, standard_input ? "standard input" : options.batch_file,
      [&](const std::string& line) {
        return has_options(line) ? read_with_options(options, synonyms.value(), line)
                                 : read_batch_line(line, settings);
      },
      [&](const BatchLine& line) -> Result<SearchResults> {
        SearchRequest request = line.request;
        searcher.resolve(request.query);
        const auto patterns = searcher.expand(request.query, line.max_expansions);
        if (!patterns) return patterns.problem();
        return searcher.search(request);
      },
      run, out);
  if (!standard_input) ::close(input);
  return all_understood ? ExitStatus::Done : ExitStatus::Partial;
}

}  // namespace dateline
