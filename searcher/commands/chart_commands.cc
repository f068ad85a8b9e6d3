// Commands that count matches by something: time, names, sources; and what is in an index.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/output/json_output.h"
#include "searcher/output/plain_output.h"
#include "searcher/output/text_charts.h"
#include "searcher/output/timeline_output.h"
#include "searcher/query/parser.h"
#include "searcher/timeline/comparison.h"

namespace dateline {

namespace {

/// The query of --compare, narrowed and resolved as the main one is.
Result<Node> read_other(const std::string& query, Asked& asked) {
  const Result<Synonyms> synonyms = read_synonyms(asked.options);
  if (!synonyms) return synonyms.problem();
  Result<Node> tree = parse_query(query, QueryContext{asked.options.today, &synonyms.value()});
  if (!tree) return tree;
  Node narrowed = narrowed_by_options(std::move(tree.value()), asked.options);
  tell_unknown(asked.searcher.resolve(narrowed), asked.searcher);
  const auto patterns = asked.searcher.expand(narrowed, asked.options.max_expansions);
  if (!patterns) return patterns.problem();
  return narrowed;
}

/// Every article within --from and --to: what a share is of.
Node every_article(const Options& options) {
  return options.dates ? with_date_range(Node{}, *options.dates) : Node{};
}

}  // namespace

ExitStatus timeline(Asked& asked, Output& out) {
  const Options& options = asked.options;
  const TimelineUnit unit = options.timeline_unit;
  std::vector<CountedQuery> queries;
  queries.push_back(
      {asked.query(), to_text(asked.tree), asked.searcher.timeline(asked.tree, unit)});
  for (const std::string& query : options.compared) {
    const Result<Node> tree = read_other(query, asked);
    if (!tree) {
      tell(tree.problem(), query);
      return ExitStatus::Usage;
    }
    queries.push_back({query, to_text(tree.value()), asked.searcher.timeline(tree.value(), unit)});
  }
  const TimelineComparison counts =
      compared(queries, asked.searcher.timeline(every_article(options), unit));
  if (is_table(options.format)) {
    out.write(table_of(options.format, counts));
  } else if (options.format != Format::Text) {
    out.write(json_of(counts));
  } else if (counts.empty()) {
    options.compared.empty() ? tell_no_match(asked) : tell_nothing(options, Total{});
  } else {
    out.write(text_of(counts, options.share, terminal_for(options)));
  }
  return counts.empty() ? ExitStatus::Partial : ExitStatus::Done;
}

namespace {

/// The type of the names that are counted; none for sources and dates.
std::optional<EntityType> type_of(FacetField field) {
  switch (field) {
    case FacetField::Person:
      return EntityType::Person;
    case FacetField::Organisation:
      return EntityType::Organisation;
    case FacetField::Place:
      return EntityType::Place;
    default:
      return std::nullopt;
  }
}

bool chooses(const Options& options, std::optional<EntityType> type) {
  return type && std::any_of(options.names.begin(), options.names.end(),
                             [&](const Options::AnyName& any) { return any.type == *type; });
}

/// Marks the values that options name.
void mark_selected(const Options& options, Facet& facet) {
  const auto type = type_of(facet.field);
  for (const Options::AnyName& any : options.names) {
    if (any.type != type) continue;
    for (Facet::Value& value : facet.values) {
      for (const std::string& name : any.names) {
        if (fold(name) == fold(value.name)) value.selected = true;
      }
    }
  }
}

/// Counts of every field; with --multi-select, those of a field from which options choose without
/// that choice, so that its other values can still be chosen.
FacetCounts count_facets(Asked& asked) {
  const Options& options = asked.options;
  FacetCounts counts = asked.searcher.facets(asked.tree, options.facets, options.facet_limit);
  for (Facet& facet : counts.facets) {
    if (options.multi_select && chooses(options, type_of(facet.field))) {
      Result<Node> tree = read_query(options, type_of(facet.field));
      asked.searcher.resolve(tree.value());
      // The query's patterns were no problem before.
      if (!asked.searcher.expand(tree.value(), options.max_expansions)) continue;
      facet = asked.searcher.facets(tree.value(), {facet.field}, options.facet_limit).facets[0];
    }
    mark_selected(options, facet);
  }
  return counts;
}

}  // namespace

ExitStatus facets(Asked& asked, Output& out) {
  const Options& options = asked.options;
  FacetCounts counts = count_facets(asked);
  counts.names = asked.names;
  if (is_table(options.format)) {
    out.write(table_of(options.format, counts));
  } else if (options.format != Format::Text) {
    out.write(json_of(counts, asked.query(), asked.tree));
  } else if (counts.total == 0) {
    tell_no_match(asked);
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
    out.write(is_table(options.format) ? table_of(options.format, facts) : json_of(facts));
  }
  return ExitStatus::Done;
}

}  // namespace dateline
