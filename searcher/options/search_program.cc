#include "searcher/options/option_rows.h"

namespace dateline {

namespace {

constexpr const char* kQueries =
    R"(  words (all must match, in any form), OR, NOT or -, ( ), "exact phrase",
  date:2022 date:2021-06..2022-01 date:2021.. date:none date:conflict
  source:Reuters path:wire/ title:word title:"a phrase"
  person:tokayev org:"United Nations" place:almaty entity:nato -person:putin
Use single quotes around a query, or the shell takes the double ones away. One
that starts with a dash goes behind -- at the end of the line, or say NOT.
)";

constexpr const char* kExamples =
    R"(  dateline-search 'kazakhstan (protest OR unrest) -"oil price"' --from 2022-01
  dateline-search 'title:election source:Reuters' --format csv > hits.csv
  dateline-search '"state of emergency"' --timeline month
  dateline-search protest --facets person,org,place --from 2022
  dateline-search --index archive --sort newest -- -sport president
)";

constexpr const char* kExitStatus =
    R"(  0 found; 1 nothing found, or not every line of --batch is a query;
  2 bad options or query; 3 failed (no index, disk full)
)";

constexpr const char* kMoreHelp = "  dateline-search --help tells all options, with examples\n";

}  // namespace

ProgramFacts search_program() {
  ProgramFacts program;
  program.name = "dateline-search";
  program.usage = "dateline-search [options] QUERY... --index DIR";
  program.summary = "search an archive of news articles";
  program.description = "Searches an index that dateline-index made.";
  program.groups = facts_of(search_option_rows());
  program.sections = {{"Queries", kQueries, true},
                      {"Examples", kExamples, false},
                      {"Exit status", kExitStatus, false},
                      {"More", kMoreHelp, true, false}};
  program.query_words = {
      "date:", "source:", "title:", "path:", "person:", "org:", "place:", "entity:"};
  program.see_also = {{"dateline-index", "1"}};
  return program;
}

}  // namespace dateline
