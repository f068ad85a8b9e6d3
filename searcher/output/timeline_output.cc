#include "searcher/output/timeline_output.h"

#include <algorithm>
#include <cstdio>

#include "common/text/columns.h"
#include "searcher/output/bar_chart.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"
#include "searcher/output/names.h"
#include "searcher/output/numbers.h"
#include "searcher/output/table_text.h"

namespace dateline {

namespace {

std::string decimal(double number, const char* form) {
  char text[64];
  std::snprintf(text, sizeof text, form, number);
  return text;
}

/// "a", "b": what a query is called in the lines of several.
std::string letter_of(std::size_t series) {
  return series < 26 ? std::string(1, static_cast<char>('a' + series)) : std::to_string(series + 1);
}

/// "  33 of 107  30.8 %"
std::string share_text(std::uint64_t count, std::uint64_t all) {
  return with_commas(count) + " of " + with_commas(all) + "  " +
         decimal(per_cent(count, all), "%.2f %%");
}

std::string right_aligned(const std::string& text, std::size_t columns) {
  return std::string(columns - std::min(columns, columns_of(text)), ' ') + text;
}

/// One line of the chart before it is aligned.
struct Line {
  std::string label;
  std::string figure;
  double length = 0;
  bool burst = false;
};

std::vector<Line> lines_of(const TimelineComparison& timeline, bool share) {
  std::vector<Line> lines;
  const bool several = timeline.series.size() > 1;
  for (std::size_t unit = 0; unit < timeline.units.size(); ++unit) {
    const std::string period = period_name(timeline.units[unit], timeline.unit);
    for (std::size_t series = 0; series < timeline.series.size(); ++series) {
      const TimelineSeries& one = timeline.series[series];
      const std::uint64_t count = one.counts[unit];
      const std::uint64_t all = timeline.all[unit];
      Line line;
      line.label = series == 0 ? period : std::string(period.size(), ' ');
      if (several) line.label += "  " + letter_of(series);
      line.figure = share ? share_text(count, all) : with_commas(count);
      line.length = share ? per_cent(count, all) : static_cast<double>(count);
      line.burst = one.bursts[unit];
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

std::string chart_of(const std::vector<Line>& lines, const Terminal& terminal) {
  double longest = 0;
  std::size_t figure_columns = 0;
  for (const Line& line : lines) {
    longest = std::max(longest, line.length);
    figure_columns = std::max(figure_columns, columns_of(line.figure));
  }
  std::string out;
  for (const Line& line : lines) {
    const std::string start = line.label + "  " + right_aligned(line.figure, figure_columns);
    const std::size_t columns = bar_columns(terminal, columns_of(start) + 4);
    const std::string drawn = longest > 0 ? bar(line.length / longest, columns) : "";
    out += start;
    if (!drawn.empty()) out += "  " + painted(drawn, Paint::Facts, terminal);
    if (line.burst) out += painted(" *", Paint::Highlight, terminal);
    out += '\n';
  }
  return out;
}

std::string total_line(const TimelineSeries& series) {
  std::string text = counted(series.total(), "article");
  if (series.undated > 0) text += ", " + with_commas(series.undated) + " of them undated";
  return text;
}

JsonValue series_bars(const TimelineComparison& timeline, const TimelineSeries& series) {
  JsonValue bars = JsonValue::array();
  for (std::size_t unit = 0; unit < timeline.units.size(); ++unit) {
    const Date& first = timeline.units[unit];
    const std::uint64_t all = timeline.all[unit];
    bars.push_back({{"period", period_name(first, timeline.unit)},
                    {"first", to_iso(first)},
                    {"last", to_iso(last_day_of(first, timeline.unit))},
                    {"count", series.counts[unit]},
                    {"all", all},
                    {"share", rounded(per_cent(series.counts[unit], all), 10000)},
                    {"burst", bool{series.bursts[unit]}}});
  }
  return bars;
}

JsonValue series_json(const TimelineComparison& timeline, const TimelineSeries& series) {
  return {{"query", series.query},
          {"understood", series.understood},
          {"total", series.total()},
          {"undated", series.undated},
          {"bars", series_bars(timeline, series)}};
}

}  // namespace

std::string text_of(const TimelineComparison& timeline, bool share, const Terminal& terminal) {
  const bool several = timeline.series.size() > 1;
  std::string out;
  for (std::size_t series = 0; several && series < timeline.series.size(); ++series) {
    out += letter_of(series) + "  " + printable(timeline.series[series].query) + '\n';
  }
  if (several) out += '\n';
  const std::vector<Line> lines = lines_of(timeline, share);
  out += chart_of(lines, terminal);
  for (std::size_t series = 0; series < timeline.series.size(); ++series) {
    if (several) out += letter_of(series) + "  ";
    out += total_line(timeline.series[series]) + '\n';
  }
  const bool any_burst =
      std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.burst; });
  if (any_burst) out += "* burst: clearly more than usual for so many articles\n";
  return out;
}

std::string json_of(const TimelineComparison& timeline) {
  const TimelineSeries& first = timeline.series.front();
  JsonValue json = {{"schema", kSchema},
                    {"query", first.query},
                    {"understood", first.understood},
                    {"unit", name_of(timeline.unit)},
                    {"total", first.total()},
                    {"undated", first.undated},
                    {"all_undated", timeline.all_undated},
                    {"bars", series_bars(timeline, first)}};
  if (timeline.series.size() > 1) {
    json["series"] = JsonValue::array();
    for (const TimelineSeries& series : timeline.series) {
      json["series"].push_back(series_json(timeline, series));
    }
  }
  return dumped(json);
}

std::string table_of(Format format, const TimelineComparison& timeline) {
  const TableText table(format);
  std::string out =
      table.row({"period", "first", "last", "count", "all", "share", "burst", "query"});
  for (const TimelineSeries& series : timeline.series) {
    const std::string query = table.cell(series.query);
    for (std::size_t unit = 0; unit < timeline.units.size(); ++unit) {
      const Date& first = timeline.units[unit];
      const std::uint64_t count = series.counts[unit];
      const std::uint64_t all = timeline.all[unit];
      out += table.row({period_name(first, timeline.unit), to_iso(first),
                        to_iso(last_day_of(first, timeline.unit)), std::to_string(count),
                        std::to_string(all), decimal(per_cent(count, all), "%.4f"),
                        series.bursts[unit] ? "1" : "0", query});
    }
    out += table.row({"undated", "", "", std::to_string(series.undated),
                      std::to_string(timeline.all_undated),
                      decimal(per_cent(series.undated, timeline.all_undated), "%.4f"), "0", query});
  }
  return out;
}

}  // namespace dateline
