// --batch on a file or standard input.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "searcher/batch.h"
#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"

namespace dateline {

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
  BatchSettings settings{request_of(options), options.today, &synonyms.value(), options.any_words};
  settings.request.query = narrowed_by_options(Node{}, options);
  const bool all_understood = run_batch(
      input, standard_input ? "standard input" : options.batch_file, settings,
      [&](SearchRequest request) -> Result<SearchResults> {
        searcher.resolve(request.query);
        const auto patterns = searcher.expand(request.query, options.max_expansions);
        if (!patterns) return patterns.problem();
        return searcher.search(request);
      },
      out);
  if (!standard_input) ::close(input);
  return all_understood ? ExitStatus::Done : ExitStatus::Partial;
}

}  // namespace dateline
