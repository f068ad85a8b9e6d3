#include "searcher/output/entity_page.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "common/text/columns.h"
#include "common/text/numbers.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"
#include "searcher/output/names.h"

namespace dateline {

namespace {

constexpr std::size_t kLabelColumns = 10;
constexpr std::size_t kWidestCell = 40;
constexpr std::size_t kGap = 2;  // between columns of a table
constexpr std::size_t kMostBars = 40;
constexpr std::size_t kListed = 6;  // aliases, sources, others

struct Kind {
  const char* plural;
  Paint paint;
};

Kind kind_of(EntityType type) {
  switch (type) {
    case EntityType::Person:
      return {"people", Paint::Person};
    case EntityType::Organisation:
      return {"organisations", Paint::Organisation};
    case EntityType::Place:
      return {"places", Paint::Place};
  }
  return {"", Paint::Facts};
}

std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t taken = columns_of(text);
  return text + std::string(columns > taken ? columns - taken : 0, ' ');
}

/// A line under a label, cut at the terminal's edge.
std::string line(const std::string& label, const std::string& value, const Terminal& terminal) {
  const std::size_t left = terminal.columns > kLabelColumns ? terminal.columns - kLabelColumns : 1;
  return painted(padded(label, kLabelColumns), Paint::Facts, terminal) +
         shorten(printable(value), left) + '\n';
}

/// "A 12, B 3 and 7 more"
std::string list(const std::vector<Facet::Value>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size() && i < kListed; ++i) {
    const std::string name = values[i].name.empty() ? "(none)" : values[i].name;
    out += (i == 0 ? "" : ", ") + name + ' ' + with_commas(values[i].count);
  }
  if (values.size() > kListed) out += " and " + with_commas(values.size() - kListed) + " more";
  return out;
}

std::string others_of(const EntityPage& page) {
  std::vector<Facet::Value> values;
  for (const NamesTaken::Name& one : page.others) values.push_back({one.name, one.articles});
  return list(values);
}

std::string facts_of(const EntityPage& page) {
  return ", " + std::string(name_of(page.entity->type)) + ": in " + with_commas(page.articles) +
         " of " + counted(page.total, "article") + ", in the lead of " + with_commas(page.in_lead);
}

std::string headline_line(const DatedHeadline& article) {
  return to_iso(article.date) + "  #" + std::to_string(article.id) + "  " + article.headline;
}

/// Neighbouring bars joined until there are few enough for a line.
std::vector<TimelineBar> few_bars(std::vector<TimelineBar> bars) {
  const std::size_t together = (bars.size() + kMostBars - 1) / kMostBars;
  std::vector<TimelineBar> joined;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (i % together == 0) joined.push_back({bars[i].first, 0});
    joined.back().count += bars[i].count;
  }
  return joined;
}

/// "2009 ▁▂█▅ 2012, most in 2011: 37": a character a bar.
std::string small_timeline(const Timeline& timeline) {
  static constexpr const char* kLevels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const auto most =
      std::max_element(timeline.bars.begin(), timeline.bars.end(),
                       [](const auto& a, const auto& b) { return a.count < b.count; });
  const std::vector<TimelineBar> bars = few_bars(timeline.bars);
  std::uint64_t highest = 1;
  for (const TimelineBar& bar : bars) highest = std::max(highest, bar.count);
  std::string drawn;
  for (const TimelineBar& bar : bars) {
    const double share = static_cast<double>(bar.count) / static_cast<double>(highest);
    const auto level = static_cast<std::size_t>(std::ceil(share * 8));
    drawn += level == 0 ? " " : kLevels[level - 1];
  }
  return period_name(timeline.bars.front().first, timeline.unit) + ' ' + drawn + ' ' +
         period_name(timeline.bars.back().first, timeline.unit) + ", most in " +
         period_name(most->first, timeline.unit) + ": " + with_commas(most->count);
}

std::string times_text(double times) { return with_decimals(times, times < 10 ? 1 : 0) + 'x'; }

/// One companion of a column: its name, and `value` at the right.
std::string cell(const Companion& one, const std::string& value, std::size_t columns,
                 const Paint paint, const Terminal& terminal) {
  const std::size_t left = columns > value.size() + 1 ? columns - value.size() - 1 : 1;
  return painted(padded(shorten(printable(one.name), left), left), paint, terminal) + ' ' + value;
}

/// People, organisations and places side by side.
std::string table(const EntityPage& page, std::vector<Companion> Companions::*which,
                  const std::function<std::string(const Companion&)>& value,
                  const Terminal& terminal) {
  const std::size_t columns = std::min((terminal.columns - 2 * kGap) / 3, kWidestCell);
  std::size_t rows = 0;
  std::string out;
  for (const Companions& kind : page.companions) {
    rows = std::max(rows, (kind.*which).size());
    out += std::string(out.empty() ? 0 : kGap, ' ') + padded(kind_of(kind.type).plural, columns);
  }
  if (rows == 0) return "";
  out = painted(out.substr(0, out.find_last_not_of(' ') + 1), Paint::Facts, terminal) + '\n';
  for (std::size_t row = 0; row < rows; ++row) {
    std::string text;
    std::size_t blank = 0;  // columns before the next cell
    for (const Companions& kind : page.companions) {
      const auto& column = kind.*which;
      if (row >= column.size()) {
        blank += columns + kGap;
        continue;
      }
      text += std::string(blank, ' ') +
              cell(column[row], value(column[row]), columns, kind_of(kind.type).paint, terminal);
      blank = kGap;
    }
    out += text + '\n';
  }
  return out;
}

JsonValue name_json(const NamesTaken::Name& one) {
  return {{"type", name_of(one.type)}, {"name", one.name}, {"articles", one.articles}};
}

JsonValue names_json(const std::vector<NamesTaken::Name>& names) {
  JsonValue json = JsonValue::array();
  for (const NamesTaken::Name& one : names) json.push_back(name_json(one));
  return json;
}

JsonValue headline_json(const DatedHeadline& article) {
  return {{"id", article.id}, {"date", to_iso(article.date)}, {"headline", article.headline}};
}

JsonValue headline_json(const std::optional<DatedHeadline>& article) {
  return article ? headline_json(*article) : JsonValue(nullptr);
}

JsonValue companions_json(const std::vector<Companion>& companions) {
  JsonValue json = JsonValue::array();
  for (const Companion& one : companions) {
    json.push_back({{"name", one.name},
                    {"together", one.together},
                    {"articles", one.articles},
                    {"times_expected", rounded(one.times_expected, 1000)},
                    {"log_likelihood", rounded(one.log_likelihood, 1000)}});
  }
  return json;
}

JsonValue values_json(const std::vector<Facet::Value>& values) {
  JsonValue json = JsonValue::array();
  for (const Facet::Value& value : values) {
    json.push_back({{"name", value.name}, {"count", value.count}});
  }
  return json;
}

}  // namespace

std::string text_of(const EntityPage& page, const Terminal& terminal) {
  std::string out =
      painted(printable(page.entity->name), Paint::Headline, terminal) + facts_of(page) + '\n';
  if (page.aliases.size() > 1) out += line("also", list(page.aliases), terminal);
  if (!page.others.empty()) out += line("others", others_of(page), terminal);
  if (page.first) out += line("first", headline_line(*page.first), terminal);
  if (page.last) out += line("last", headline_line(*page.last), terminal);
  if (!page.timeline.bars.empty()) {
    out += line(std::string("by ") + name_of(page.timeline.unit), small_timeline(page.timeline),
                terminal);
  }
  if (page.timeline.undated > 0) {
    out += line("undated", with_commas(page.timeline.undated), terminal);
  }
  out += line("sources", list(page.sources), terminal);
  const std::string most = table(
      page, &Companions::most, [](const Companion& one) { return with_commas(one.together); },
      terminal);
  if (!most.empty()) out += "\nmost often with, in articles\n" + most;
  const std::string above = table(
      page, &Companions::above_chance,
      [](const Companion& one) { return times_text(one.times_expected); }, terminal);
  if (!above.empty()) out += "\nabove chance with, times as often as expected\n" + above;
  if (!page.recent.empty()) out += "\nlatest\n";
  for (const DatedHeadline& article : page.recent) {
    out += shorten(printable(headline_line(article)), terminal.columns) + '\n';
  }
  return out;
}

std::string json_of(const EntityPage& page, const EntityPageRequest& request,
                    const std::string& query) {
  JsonValue companions = JsonValue::array();
  for (const Companions& kind : page.companions) {
    companions.push_back({{"type", name_of(kind.type)},
                          {"most", companions_json(kind.most)},
                          {"above_chance", companions_json(kind.above_chance)}});
  }
  JsonValue recent = JsonValue::array();
  for (const DatedHeadline& article : page.recent) recent.push_back(headline_json(article));
  return dumped({{"schema", kSchema},
                 {"asked", request.name},
                 {"query", query},
                 {"understood", to_text(request.query)},
                 {"entity", page.entity ? name_json(*page.entity) : JsonValue(nullptr)},
                 {"others", names_json(page.others)},
                 {"suggestions", names_json(page.suggestions)},
                 {"total", page.total},
                 {"articles", page.articles},
                 {"in_lead", page.in_lead},
                 {"aliases", values_json(page.aliases)},
                 {"first", headline_json(page.first)},
                 {"last", headline_json(page.last)},
                 {"timeline",
                  {{"unit", name_of(page.timeline.unit)},
                   {"undated", page.timeline.undated},
                   {"bars", bars_json(page.timeline.bars, page.timeline.unit)}}},
                 {"companions", std::move(companions)},
                 {"sources", values_json(page.sources)},
                 {"recent", std::move(recent)}});
}

}  // namespace dateline
