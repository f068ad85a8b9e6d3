#include "searcher/commands.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "searcher/batch.h"
#include "searcher/match/searcher.h"
#include "searcher/output/json_output.h"
#include "searcher/output/name_text.h"
#include "searcher/output/numbers.h"
#include "searcher/output/plain_output.h"
#include "searcher/output/problem_text.h"
#include "searcher/output/text_charts.h"
#include "searcher/output/text_hits.h"
#include "common/text/columns.h"
#include "searcher/query/parser.h"
#include "searcher/stopwatch.h"

namespace dateline {

namespace {

void tell(const Problem& problem, const std::string& query) {
  std::fputs(problem_text(problem, query).c_str(), stderr);
}

Terminal terminal_for(const Options& options) { return terminal_of(STDOUT_FILENO, options.color); }

/// `tree` within --from, --to, --person and so on.
Node narrowed_by_options(Node tree, const Options& options) {
  for (const Options::AnyName& any : options.names) {
    tree = with_any_name(std::move(tree), any.type, any.names);
  }
  return options.dates ? with_date_range(std::move(tree), *options.dates) : tree;
}

/// The tree of the query narrowed by options, which is every article where there is none.
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

/// Says on standard error which names of the query the index does not have.
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

/// Says on standard error why there is nothing to show.
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

ExitStatus search(const Options& options, Searcher& searcher, const Node& tree,
                  std::vector<NamesTaken> names, const Stopwatch& stopwatch, Output& out) {
  Answer answer;
  answer.query = options.query.value_or("");
  answer.request = request_of(options);
  answer.request.query = tree;
  answer.results = searcher.search(answer.request);
  answer.results.names = std::move(names);
  answer.milliseconds = stopwatch.milliseconds();

  const bool nothing =
      answer.results.hits.empty() && (options.limit > 0 || answer.results.total.count == 0);
  if (!nothing || options.format != Format::Text) out.write(formatted(answer, options));
  if (!nothing) return ExitStatus::Done;
  if (options.format == Format::Text) tell_nothing(options, answer.results.total);
  return ExitStatus::Partial;
}

ExitStatus count(Searcher& searcher, const Node& tree, Output& out) {
  const std::uint64_t matches = searcher.count(tree);
  out.write(std::to_string(matches) + '\n');
  return matches > 0 ? ExitStatus::Done : ExitStatus::Partial;
}

ExitStatus timeline(const Options& options, Searcher& searcher, const Node& tree, Output& out) {
  const Timeline counts = searcher.timeline(tree, options.timeline_unit);
  const bool nothing = counts.bars.empty() && counts.undated == 0;
  if (options.format == Format::Csv) {
    out.write(csv_of(counts));
  } else if (options.format != Format::Text) {
    out.write(json_of(counts, options.query.value_or(""), tree));
  } else if (nothing) {
    tell_nothing(options, Total{});
  } else {
    out.write(text_of(counts, terminal_for(options)));
  }
  return nothing ? ExitStatus::Partial : ExitStatus::Done;
}

ExitStatus facets(const Options& options, Searcher& searcher, const Node& tree, Output& out) {
  const FacetCounts counts = searcher.facets(tree, options.facets, options.facet_limit);
  if (options.format == Format::Csv) {
    out.write(csv_of(counts));
  } else if (options.format != Format::Text) {
    out.write(json_of(counts, options.query.value_or(""), tree));
  } else if (counts.total == 0) {
    tell_nothing(options, Total{});
  } else {
    out.write(text_of(counts, terminal_for(options)));
  }
  return counts.total == 0 ? ExitStatus::Partial : ExitStatus::Done;
}

ExitStatus show(const Options& options, Searcher& searcher, const Node& tree, Output& out) {
  std::optional<Hit> hit = searcher.find(options.show_id, tree);
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

ExitStatus stats(const Options& options, Searcher& searcher, Output& out) {
  const IndexStats facts = searcher.stats();
  if (options.format == Format::Text) {
    out.write(text_of(facts, terminal_for(options)));
  } else {
    out.write(options.format == Format::Csv ? csv_of(facts) : json_of(facts));
  }
  return ExitStatus::Done;
}

ExitStatus batch(const Options& options, Searcher& searcher, Output& out) {
  const bool standard_input = options.batch_file == "-";
  const int input =
      standard_input ? STDIN_FILENO : ::open(options.batch_file.c_str(), O_RDONLY | O_CLOEXEC);
  if (input < 0) throw Error("cannot open " + options.batch_file + ": " + std::strerror(errno));
  BatchSettings settings{request_of(options), options.today};
  settings.request.query = narrowed_by_options(Node{}, options);
  const bool all_understood = run_batch(
      input, standard_input ? "standard input" : options.batch_file, settings,
      [&searcher](SearchRequest request) {
        searcher.resolve(request.query);
        return searcher.search(request);
      },
      out);
  if (!standard_input) ::close(input);
  return all_understood ? ExitStatus::Done : ExitStatus::Partial;
}

/// The tree as understood. A query can have control characters too.
ExitStatus explain(const Node& tree, Output& out) {
  const std::string text = to_indented_text(tree);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    out.write(printable(std::string_view(text).substr(begin, end - begin)) + '\n');
    begin = end + 1;
  }
  return ExitStatus::Done;
}

ExitStatus run_query(const Options& options, Output& out) {
  Result<Node> tree = read_query(options);
  if (!tree) {
    tell(tree.problem(), options.query.value_or(""));
    return ExitStatus::Usage;
  }
  if (options.command == Command::Explain) return explain(tree.value(), out);
  Searcher searcher(options.index, options.raw_names);
  const Stopwatch stopwatch;
  std::vector<NamesTaken> names = searcher.resolve(tree.value());
  tell_unknown(names, searcher);
  switch (options.command) {
    case Command::Count:
      return count(searcher, tree.value(), out);
    case Command::Timeline:
      return timeline(options, searcher, tree.value(), out);
    case Command::Facets:
      return facets(options, searcher, tree.value(), out);
    case Command::Show:
      return show(options, searcher, tree.value(), out);
    default:
      return search(options, searcher, tree.value(), std::move(names), stopwatch, out);
  }
}

}  // namespace

ExitStatus run(const Options& options, Output& out) {
  switch (options.command) {
    case Command::Help:
      out.write(help_text());
      return ExitStatus::Done;
    case Command::Version:
      out.write("dateline-search " DATELINE_VERSION "\n");
      return ExitStatus::Done;
    case Command::Stats: {
      Searcher searcher(options.index, options.raw_names);
      return stats(options, searcher, out);
    }
    case Command::Batch: {
      Searcher searcher(options.index, options.raw_names);
      return batch(options, searcher, out);
    }
    default:
      return run_query(options, out);
  }
}

}  // namespace dateline
