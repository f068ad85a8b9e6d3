#include "searcher/commands/asked.h"

#include <unistd.h>

#include <cstdio>
#include <utility>

#include "searcher/output/json_output.h"
#include "searcher/output/name_text.h"
#include "searcher/output/numbers.h"
#include "searcher/output/plain_output.h"
#include "searcher/output/problem_text.h"
#include "searcher/output/text_hits.h"
#include "searcher/query/parser.h"

namespace dateline {

void tell(const Problem& problem, const std::string& query) {
  std::fputs(problem_text(problem, query).c_str(), stderr);
}

Terminal terminal_for(const Options& options) { return terminal_of(STDOUT_FILENO, options.color); }

Node narrowed_by_options(Node tree, const Options& options) {
  for (const Options::AnyName& any : options.names) {
    tree = with_any_name(std::move(tree), any.type, any.names);
  }
  return options.dates ? with_date_range(std::move(tree), *options.dates) : tree;
}

Result<Node> read_query(const Options& options) {
  Node tree;
  if (options.query) {
    Result<Node> parsed = parse_query(*options.query, QueryContext{options.today});
    if (!parsed) return parsed;
    tree = std::move(parsed.value());
  }
  return narrowed_by_options(std::move(tree), options);
}

SearchRequest request_of(const Options& options) {
  SearchRequest request;
  request.sort = options.sort;
  request.offset = options.offset;
  request.limit = options.limit;
  request.exact = options.exact;
  request.occurrences = options.format != Format::Paths && options.command != Command::Batch;
  return request;
}

std::string formatted(const Answer& answer, const Options& options) {
  switch (options.format) {
    case Format::Text:
      return text_of(answer, terminal_for(options));
    case Format::Json:
      return json_of(answer);
    case Format::Jsonl:
      return jsonl_of(answer);
    case Format::Csv:
      return csv_of(answer);
    case Format::Paths:
      return paths_of(answer.results, options.null_separated ? '\0' : '\n',
                      terminal_for(options).is_terminal);
  }
  return "";
}

void tell_unknown(const std::vector<NamesTaken>& names, const Searcher& searcher) {
  for (const NamesTaken& one : names) {
    if (!one.names.empty()) continue;
    Problem problem{unknown_name(one), suggestion(one), {}};
    if (!searcher.finds_names()) {
      problem.hint = "the index was made without people, organisations and places";
    }
    tell(problem, "");
  }
}

void tell_nothing(const Options& options, const Total& total) {
  Problem problem{"nothing found", "", {}};
  if (total.count > 0) {
    problem.message = "nothing from number " + with_commas(options.offset + std::uint64_t{1}) +
                      " on: " + match_count(total);
  } else if (options.query_lost_quotes) {
    problem.hint =
        "if you meant a phrase, the shell took its quotes away: put single quotes around the "
        "whole query";
  }
  tell(problem, "");
}

}  // namespace dateline
