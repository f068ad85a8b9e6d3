#include "searcher/output/text_charts.h"

#include <algorithm>
#include <cstdio>

#include "common/text/columns.h"
#include "searcher/output/bar_chart.h"
#include "searcher/output/name_text.h"
#include "searcher/output/names.h"
#include "searcher/output/numbers.h"

namespace dateline {

namespace {

constexpr std::size_t kSourcesShown = 20;
constexpr std::size_t kYearsShown = 40;
constexpr std::size_t kLabelColumns = 10;

std::vector<ChartRow> rows_of(const std::vector<TimelineBar>& bars, TimelineUnit unit) {
  std::vector<ChartRow> rows;
  for (const TimelineBar& one : bars) rows.push_back({period_name(one.first, unit), one.count});
  return rows;
}

/// Years, or decades where there are many years.
std::vector<ChartRow> year_rows(const std::vector<TimelineBar>& years) {
  if (years.size() <= kYearsShown) return rows_of(years, TimelineUnit::Year);
  std::vector<ChartRow> rows;
  for (const TimelineBar& year : years) {
    const int decade = year.first.year / 10 * 10;
    const std::string label = period_name({std::max(decade, 1), 1, 1}, TimelineUnit::Year) + "-" +
                              period_name({decade + 9, 1, 1}, TimelineUnit::Year);
    if (rows.empty() || rows.back().label != label) rows.push_back({label, 0});
    rows.back().count += year.count;
  }
  return rows;
}

std::string line(const char* label, const std::string& value) {
  std::string out = label;
  out.resize(kLabelColumns, ' ');
  return out + printable(value) + '\n';
}

std::string size_text(const IndexStats& stats) {
  std::string text = byte_size(stats.index_bytes);
  if (stats.text_bytes > 0) {
    char share[32];
    std::snprintf(share, sizeof share, " (%.2f of the text)",
                  static_cast<double>(stats.index_bytes) / static_cast<double>(stats.text_bytes));
    text += share;
  }
  return text + " in " + counted(stats.segments, "segment");
}

std::string date_span(const IndexStats& stats) {
  std::string text = stats.first_date && stats.last_date
                         ? to_iso(*stats.first_date) + " to " + to_iso(*stats.last_date)
                         : "none";
  text += "; " + with_commas(stats.undated) + " undated, " + with_commas(stats.date_conflicts) +
          " whose sources disagree";
  return text;
}

/// "en 950, es 91, und 3"
std::string language_counts(const IndexStats& stats) {
  std::string text;
  for (const IndexStats::LanguageCount& one : stats.languages) {
    if (!text.empty()) text += ", ";
    text += one.code + ' ' + with_commas(one.articles);
  }
  return text;
}

std::string facts_of(const IndexStats& stats) {
  std::string articles = with_commas(stats.articles);
  if (stats.deleted > 0)
    articles += " (" + with_commas(stats.deleted) + " deleted, not yet merged away)";
  std::string out = line("index", stats.path) + line("articles", articles);
  out += line("dates", date_span(stats));
  out += line("text", byte_size(stats.text_bytes) + ", " + counted(stats.words, "word") + ", " +
                          counted(stats.distinct_stems, "different stem"));
  out += line("size", size_text(stats));
  if (!stats.languages.empty()) out += line("languages", language_counts(stats));
  out += line("stemmer", stats.language) + line("updated", stats.updated);
  const char* label = "folders";
  for (const std::string& root : stats.roots) {
    out += line(label, root);
    label = "";
  }
  return out;
}

}  // namespace

std::string text_of(const FacetCounts& counts, const Terminal& terminal) {
  std::string out = match_count({counts.total, true}) + '\n';
  out += taken_lines(counts.names, terminal);
  for (const Facet& facet : counts.facets) {
    std::vector<ChartRow> rows;
    for (const Facet::Value& value : facet.values) {
      const std::string name = value.name.empty() ? "(none)" : printable(value.name);
      rows.push_back({shorten(name, terminal.columns / 2), value.count});
    }
    out += std::string("\n") + name_of(facet.field) + '\n';
    out += rows.empty() ? "(none)\n" : chart(rows, terminal);
  }
  return out;
}

std::string text_of(const IndexStats& stats, const Terminal& terminal) {
  std::string out = facts_of(stats);
  if (!stats.years.empty()) {
    out += "\narticles over time\n" + chart(year_rows(stats.years), terminal);
  }
  if (stats.sources.empty()) return out;
  std::vector<ChartRow> rows;
  for (const IndexStats::SourceCount& one : stats.sources) {
    if (rows.size() == kSourcesShown) break;
    const std::string name = one.source.empty() ? "(none)" : printable(one.source);
    rows.push_back({shorten(name, terminal.columns / 2), one.articles});
  }
  out += "\narticles per source";
  if (rows.size() < stats.sources.size()) {
    out += ", the largest of " + with_commas(stats.sources.size());
  }
  return out + '\n' + chart(rows, terminal);
}

}  // namespace dateline
