// Commands that count matches by something: time, names, sources; and what is in an index.
#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/output/json_output.h"
#include "searcher/output/plain_output.h"
#include "searcher/output/text_charts.h"

namespace dateline {

ExitStatus timeline(Asked& asked, Output& out) {
  const Options& options = asked.options;
  const Timeline counts = asked.searcher.timeline(asked.tree, options.timeline_unit);
  const bool nothing = counts.bars.empty() && counts.undated == 0;
  if (options.format == Format::Csv) {
    out.write(csv_of(counts));
  } else if (options.format != Format::Text) {
    out.write(json_of(counts, asked.query(), asked.tree));
  } else if (nothing) {
    tell_nothing(options, Total{});
  } else {
    out.write(text_of(counts, terminal_for(options)));
  }
  return nothing ? ExitStatus::Partial : ExitStatus::Done;
}

ExitStatus facets(Asked& asked, Output& out) {
  const Options& options = asked.options;
  const FacetCounts counts = asked.searcher.facets(asked.tree, options.facets, options.facet_limit);
  if (options.format == Format::Csv) {
    out.write(csv_of(counts));
  } else if (options.format != Format::Text) {
    out.write(json_of(counts, asked.query(), asked.tree));
  } else if (counts.total == 0) {
    tell_nothing(options, Total{});
  } else {
    out.write(text_of(counts, terminal_for(options)));
  }
  return counts.total == 0 ? ExitStatus::Partial : ExitStatus::Done;
}

ExitStatus stats(const Options& options, Searcher& searcher, Output& out) {
  const IndexStats facts = searcher.stats();
  if (options.format == Format::Text) {
    out.write(text_of(facts, terminal_for(options)));
  } else {
    out.write(options.format == Format::Csv ? csv_of(facts) : json_of(facts));
  }
  return ExitStatus::Done;
}

}  // namespace dateline
