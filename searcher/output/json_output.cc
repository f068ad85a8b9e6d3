#include "searcher/output/json_output.h"

#include "common/text/columns.h"
#include "searcher/output/json_text.h"
#include "searcher/output/name_text.h"
#include "searcher/output/names.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

using Json = JsonValue;

constexpr std::size_t kNamesListed = 50;  // of all that a word of a query was taken for

Json total_json(const Total& total) { return {{"count", total.count}, {"exact", total.exact}}; }

/// Adds "path", and "path_bytes" where the path cannot be told in JSON.
void add_path(const std::string& path, Json& json) {
  json["path"] = printable(path);
  const std::string encoded = percent_encoded_path(path);
  if (!encoded.empty()) json["path_bytes"] = encoded;
}

/// Ranges in bytes as pairs of code points. `ranges` sorted and not overlapping.
Json code_point_ranges(std::string_view text, const std::vector<TextRange>& ranges) {
  Json json = Json::array();
  std::size_t byte = 0;
  std::size_t count = 0;
  const auto advance = [&](std::size_t to) {
    for (; byte < to; ++byte) count += (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
    return count;
  };
  for (const TextRange& range : ranges) {
    const std::size_t begin = advance(range.begin);
    json.push_back({begin, advance(range.end)});
  }
  return json;
}

Json passage_json(const Hit& hit) {
  const Passage passage = passage_of(hit);
  return {{"text", passage.text},
          {"highlights", code_point_ranges(passage.text, passage.highlights)},
          {"cut_before", passage.cut_before},
          {"cut_after", passage.cut_after}};
}

/// What every form tells of an article.
void add_facts(const Hit& hit, Json& json) {
  const Article& article = hit.article;
  json["date"] = date_json(article.date);
  json["date_source"] = name_of(article.date_source);
  json["flags"] = flag_names(article.flags);
  json["headline"] = headline_line(article);
  json["title"] = article.title;
  json["author"] = article.author;
  json["source"] = hit.source;
  json["section"] = article.section;
  json["url"] = article.url;
  add_path(hit.path, json);
}

/// The people, organisations and places of an article, most salient first.
Json entities_json(const Article& article) {
  Json json = Json::array();
  for (const ArticleName& name : article.names) {
    json.push_back({{"type", name_of(name.type)},
                    {"name", name.name},
                    {"count", name.count},
                    {"in_lead", name.in_lead}});
  }
  return json;
}

Json hit_json(const Hit& hit, std::size_t rank) {
  Json json = {{"rank", rank}, {"id", hit.id}, {"score", rounded(hit.score, 10000)}};
  add_facts(hit, json);
  json["entities"] = entities_json(hit.article);
  json["passage"] = passage_json(hit);
  return json;
}

Json names_json(const std::vector<NamesTaken::Name>& names) {
  Json json = Json::array();
  for (const NamesTaken::Name& one : names) {
    if (json.size() == kNamesListed) break;
    json.push_back(
        {{"type", name_of(one.type)}, {"name", one.name}, {"articles", one.articles}});
  }
  return json;
}

Json taken_json(const std::vector<NamesTaken>& taken) {
  Json json = Json::array();
  for (const NamesTaken& one : taken) {
    json.push_back({{"field", field_of(one)},
                    {"asked", one.asked},
                    {"count", one.names.size()},
                    {"names", names_json(one.names)},
                    {"suggestions", names_json(one.suggestions)}});
  }
  return json;
}

}  // namespace

std::string json_of(const Answer& answer) {
  Json json = {{"schema", kSchema},
               {"query", answer.query},
               {"understood", to_text(answer.request.query)},
               {"sort", name_of(answer.request.sort)},
               {"offset", answer.request.offset},
               {"limit", answer.request.limit},
               {"names", taken_json(answer.results.names)},
               {"total", total_json(answer.results.total)},
               {"ms", rounded(answer.milliseconds, 1000)},
               {"hits", Json::array()}};
  std::size_t rank = answer.request.offset;
  for (const Hit& hit : answer.results.hits) json["hits"].push_back(hit_json(hit, ++rank));
  return dumped(json);
}

std::string json_of(const Timeline& timeline, const std::string& query, const Node& tree) {
  std::uint64_t total = timeline.undated;
  for (const TimelineBar& bar : timeline.bars) total += bar.count;
  return dumped({{"schema", kSchema},
                 {"query", query},
                 {"understood", to_text(tree)},
                 {"unit", name_of(timeline.unit)},
                 {"total", total},
                 {"undated", timeline.undated},
                 {"bars", bars_json(timeline.bars, timeline.unit)}});
}

std::string json_of(const FacetCounts& counts, const std::string& query, const Node& tree) {
  Json facets = Json::array();
  for (const Facet& facet : counts.facets) {
    Json values = Json::array();
    for (const Facet::Value& value : facet.values) {
      values.push_back({{"name", value.name}, {"count", value.count}});
    }
    facets.push_back({{"field", name_of(facet.field)}, {"values", std::move(values)}});
  }
  return dumped({{"schema", kSchema},
                 {"query", query},
                 {"understood", to_text(tree)},
                 {"total", counts.total},
                 {"facets", std::move(facets)}});
}

std::string json_of(const IndexStats& stats) {
  Json sources = Json::array();
  for (const IndexStats::SourceCount& one : stats.sources) {
    sources.push_back({{"source", one.source}, {"count", one.articles}});
  }
  Json json = {{"schema", kSchema}};
  add_path(stats.path, json);
  json.update({{"articles", stats.articles},
               {"deleted", stats.deleted},
               {"segments", stats.segments},
               {"text_bytes", stats.text_bytes},
               {"index_bytes", stats.index_bytes},
               {"words", stats.words},
               {"distinct_stems", stats.distinct_stems},
               {"undated", stats.undated},
               {"date_conflicts", stats.date_conflicts},
               {"first_date", date_json(stats.first_date)},
               {"last_date", date_json(stats.last_date)},
               {"language", stats.language},
               {"updated", stats.updated}});
  json["roots"] = Json::array();
  for (const std::string& root : stats.roots) {
    Json folder;
    add_path(root, folder);
    json["roots"].push_back(folder);
  }
  json["years"] = bars_json(stats.years, TimelineUnit::Year);
  json["sources"] = std::move(sources);
  return dumped(json);
}

std::string json_of_article(const Hit& hit) {
  std::vector<TextRange> highlights;
  for (const Occurrence& found : hit.occurrences) highlights.push_back({found.begin, found.end});
  Json json = {{"schema", kSchema}, {"id", hit.id}};
  add_facts(hit, json);
  json["entities"] = entities_json(hit.article);
  json["text"] = hit.article.text;
  json["highlights"] = code_point_ranges(hit.article.text, highlights);
  return dumped(json);
}

std::string jsonl_of(const Answer& answer) {
  std::string out;
  std::size_t rank = answer.request.offset;
  for (const Hit& hit : answer.results.hits) {
    Json json = {{"schema", kSchema}};
    json.update(hit_json(hit, ++rank));
    out += dumped(json);
  }
  return out;
}

std::string batch_line(const Answer& answer) {
  Json hits = Json::array();
  for (const Hit& hit : answer.results.hits) {
    Json json = {{"id", hit.id},
                 {"date", date_json(hit.article.date)},
                 {"headline", headline_line(hit.article)}};
    add_path(hit.path, json);
    json["score"] = rounded(hit.score, 10000);
    hits.push_back(std::move(json));
  }
  return dumped({{"schema", kSchema},
                 {"query", answer.query},
                 {"total", answer.results.total.count},
                 {"exact", answer.results.total.exact},
                 {"ms", rounded(answer.milliseconds, 1000)},
                 {"hits", std::move(hits)}});
}

std::string batch_line(const std::string& query, const Problem& problem) {
  Json error = {{"message", problem.message}, {"hint", problem.hint}};
  error["column"] = problem.column ? Json(*problem.column) : Json(nullptr);
  return dumped({{"schema", kSchema}, {"query", query}, {"error", std::move(error)}});
}

}  // namespace dateline
