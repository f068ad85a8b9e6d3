#include "searcher/commands/asked.h"

#include <unistd.h>

#include <cstdio>
#include <utility>

#include "common/index/durable_file.h"
#include "searcher/output/json_output.h"
#include "searcher/output/name_text.h"
#include "searcher/output/nothing_text.h"
#include "searcher/output/numbers.h"
#include "searcher/output/plain_output.h"
#include "searcher/output/problem_text.h"
#include "searcher/output/text_hits.h"
#include "searcher/query/date_value.h"
#include "searcher/query/free_text.h"
#include "searcher/query/parser.h"
#include "searcher/suggest/near_values.h"

namespace dateline {

void tell(const Problem& problem, const std::string& query) {
  std::fputs(problem_text(problem, query).c_str(), stderr);
}

Terminal terminal_for(const Options& options) { return terminal_of(STDOUT_FILENO, options.color); }

namespace {

/// Sources and sections that are offered for one that is not there.
constexpr std::size_t kMostValuesMeant = 3;

/// The first article that --new-since leaves; 1 where it leaves all.
Result<std::uint32_t> first_article(const Options& options, const Manifest& manifest) {
  if (options.first_article > 0) return options.first_article;
  const std::string& since = options.new_since;
  if (since.empty()) return std::uint32_t{1};
  if (since == kLastRun) return first_article_of_last_run(manifest.runs, manifest.next_article);
  if (since.find('T') == 10) {  // an ISO time
    return first_article_since(manifest.runs, since, manifest.next_article);
  }
  const Result<DateRange> day = parse_date_range(since, options.today, 1);
  if (!day) return Problem{"--new-since: " + day.problem().message, "or write last-run", {}};
  return first_article_since(manifest.runs, to_iso(day.value().first), manifest.next_article);
}

}  // namespace

Result<std::unique_ptr<Searcher>> open_searcher(const Options& options) {
  std::vector<AuthorityRule> rules;
  if (!options.authority.empty()) {
    auto parsed = parse_authority(read_input(options.authority), options.authority);
    if (!parsed) return parsed.problem();
    rules = std::move(parsed.value());
  }
  auto searcher = std::make_unique<Searcher>(options.index, options.raw_names, std::move(rules));
  const auto first = first_article(options, searcher->snapshot().manifest());
  if (!first) return first.problem();
  if (first.value() > 1) searcher->only_from(first.value());
  return searcher;
}

Node narrowed_by_options(Node tree, const Options& options, std::optional<EntityType> but) {
  for (const Options::AnyName& any : options.names) {
    if (any.type != but) tree = with_any_name(std::move(tree), any.type, any.names);
  }
  return options.dates ? with_date_range(std::move(tree), *options.dates) : tree;
}

Result<Synonyms> read_synonyms(const Options& options) {
  if (options.synonyms.empty()) return Synonyms();
  Result<Synonyms> synonyms = Synonyms::parse(read_input(options.synonyms), options.synonyms);
  if (synonyms) return synonyms;
  Problem problem = synonyms.problem();
  problem.column.reset();  // it is of the file, not of the query
  return problem;
}

Result<ParsedQuery> read_query_with_notes(const Options& options, std::optional<EntityType> but) {
  const Result<Synonyms> synonyms = read_synonyms(options);
  if (!synonyms) return synonyms.problem();
  return read_query_with_synonyms(options, synonyms.value(), but);
}

Result<ParsedQuery> read_query_with_synonyms(const Options& options, const Synonyms& synonyms,
                                             std::optional<EntityType> but) {
  ParsedQuery query;
  if (options.query) {
    if (options.any_words) {
      Result<Node> any = parse_free_text(*options.query);
      if (!any) return any.problem();
      query.tree = narrowed_by_options(std::move(any.value()), options, but);
      return query;
    }
    const QueryContext context{options.today, &synonyms};
    Result<ParsedQuery> parsed = parse_query_with_notes(*options.query, context);
    if (!parsed) return parsed;
    query = std::move(parsed.value());
  }
  query.tree = narrowed_by_options(std::move(query.tree), options, but);
  return query;
}

Result<Node> read_query(const Options& options, std::optional<EntityType> but) {
  Result<ParsedQuery> query = read_query_with_notes(options, but);
  if (!query) return query.problem();
  return std::move(query.value().tree);
}

SearchRequest request_of(const Options& options) {
  SearchRequest request;
  request.sort = options.sort;
  request.offset = options.offset;
  request.limit = options.limit;
  request.ranking.half_life_days = options.half_life_days;
  request.ranking.today = options.today;
  if (options.any_words) request.ranking.reranked = kAnyWordReranked;
  request.exact = options.exact;
  const bool shows_text = options.format != Format::Paths && options.format != Format::Trec &&
                          options.format != Format::Ris && options.format != Format::Bibtex;
  request.names = options.format == Format::Json || options.format == Format::Jsonl ||
                  options.command == Command::Alerts;
  request.texts = options.format != Format::Trec;
  request.occurrences = shows_text && options.command != Command::Batch;
  return request;
}

HitForm form_of(const Options& options, const Searcher& searcher) {
  return {options.format, options.passages, options.null_separated ? '\0' : '\n',
          terminal_for(options).is_terminal,
          {"1", options.run_name, searcher.snapshot().manifest().roots}};
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

WhyNothing why_nothing(Asked& asked) {
  const CountMatches count = [&](const Node& part) {
    SearchRequest request;
    request.query = part;
    request.limit = 0;
    return asked.searcher.search(request).total;
  };
  const NearValues meant = [&](const Node& node) {
    return near_values(asked.searcher.snapshot().database(), node, kMostValuesMeant);
  };
  return with_xapian("look for other words", [&] {
    return why_nothing(asked.tree, asked.query(), count, asked.searcher.words(), meant);
  });
}

void tell_no_match(Asked& asked) {
  const WhyNothing why = why_nothing(asked);
  tell({"nothing found", meant_text(why), {}}, "");
  std::fputs(parts_lines(why).c_str(), stderr);
}

void tell_nothing(const Options& options, const Total& total) {
  Problem problem{"nothing found", "", {}};
  if (total.count > 0) {
    problem.message = "nothing from number " + with_commas(options.offset + std::uint64_t{1}) +
                      " on: " + match_count(total);
  }
  tell(problem, "");
}

}  // namespace dateline
