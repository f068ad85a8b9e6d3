// Commands that print articles: the list, how many there are, one whole.
#include <optional>
#include <utility>

#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/output/json_output.h"
#include "searcher/output/text_hits.h"

namespace dateline {

ExitStatus search(Asked& asked, Output& out) {
  const Options& options = asked.options;
  Answer answer;
  answer.query = asked.query();
  answer.request = request_of(options);
  answer.request.query = asked.tree;
  answer.results = asked.searcher.search(answer.request);
  answer.results.names = std::move(asked.names);
  answer.milliseconds = asked.stopwatch.milliseconds();

  const bool nothing =
      answer.results.hits.empty() && (options.limit > 0 || answer.results.total.count == 0);
  if (!nothing || options.format != Format::Text) out.write(formatted(answer, options));
  if (!nothing) return ExitStatus::Done;
  if (options.format == Format::Text) tell_nothing(options, answer.results.total);
  return ExitStatus::Partial;
}

ExitStatus count(Asked& asked, Output& out) {
  const std::uint64_t matches = asked.searcher.count(asked.tree);
  out.write(std::to_string(matches) + '\n');
  return matches > 0 ? ExitStatus::Done : ExitStatus::Partial;
}

ExitStatus show(Asked& asked, Output& out) {
  const Options& options = asked.options;
  std::optional<Hit> hit = asked.searcher.find(options.show_id, asked.tree);
  if (!hit) {
    tell(
        {"there is no article number " + std::to_string(options.show_id) + " in the index", "", {}},
        "");
    return ExitStatus::Partial;
  }
  if (options.format == Format::Text) {
    out.write(text_of_article(*hit, terminal_for(options)));
  } else if (options.format == Format::Paths) {
    Answer answer;
    answer.results.hits.push_back(std::move(*hit));
    out.write(formatted(answer, options));
  } else {
    out.write(json_of_article(*hit));
  }
  return ExitStatus::Done;
}

}  // namespace dateline
