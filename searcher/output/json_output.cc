#include "searcher/output/json_output.h"

#include "searcher/output/json_text.h"
#include "searcher/output/name_text.h"
#include "searcher/output/names.h"
#include "searcher/output/narrowing.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

constexpr std::size_t kNamesListed = 50;  // of all that a word of a query was taken for

JsonValue total_json(const Total& total) {
  return {{"count", total.count}, {"exact", total.exact}};
}

JsonValue passage_json(const Passage& passage) {
  return {{"text", passage.text},
          {"highlights", code_point_ranges(passage.text, passage.highlights)},
          {"cut_before", passage.cut_before},
          {"cut_after", passage.cut_after}};
}

/// What every form tells of an article.
void add_facts(const Hit& hit, JsonValue& json) {
  const Article& article = hit.article;
  json["date"] = date_json(article.date);
  json["date_source"] = name_of(article.date_source);
  json["flags"] = flag_names(article.flags);
  json["headline"] = headline_line(article);
  json["title"] = article.title;
  json["author"] = article.author;
  json["source"] = hit.source;
  json["section"] = article.section;
  json["language"] = article.language;
  json["url"] = article.url;
  add_path(hit.path, json);
}

/// The people, organisations and places of an article, most salient first.
JsonValue entities_json(const Article& article) {
  JsonValue json = JsonValue::array();
  for (const ArticleName& name : article.names) {
    json.push_back({{"type", name_of(name.type)},
                    {"name", name.name},
                    {"count", name.count},
                    {"in_lead", name.in_lead}});
  }
  return json;
}

JsonValue score_json(const ScoreParts& parts) {
  JsonValue words = JsonValue::array();
  for (const ScoreParts::Word& word : parts.words) {
    words.push_back({{"stem", word.stem},
                     {"count", word.count},
                     {"in_title", word.in_title},
                     {"in_lead", word.in_lead},
                     {"score", rounded(word.score, 10000)}});
  }
  return {{"words", std::move(words)},
          {"proximity", rounded(parts.proximity, 10000)},
          {"recency", rounded(parts.recency, 10000)}};
}

JsonValue hit_json(const Hit& hit, std::size_t rank, const PassageSettings& settings) {
  JsonValue json = {{"rank", rank}, {"id", hit.id}, {"score", rounded(hit.score, 10000)}};
  if (hit.score_parts) json["score_parts"] = score_json(*hit.score_parts);
  add_facts(hit, json);
  json["entities"] = entities_json(hit.article);
  if (hit.copies) {
    const NearCopies::First& first = hit.copies->first;
    json["copies"] = {
        {"count", hit.copies->count},
        {"first", {{"id", first.id}, {"date", date_json(first.date)}, {"source", first.source}}}};
  }
  const Passages passages = passages_of(hit, settings);
  json["passage"] = passage_json(passages.all[passages.best]);
  if (settings.count < 2) return json;
  json["passages"] = JsonValue::array();
  for (const Passage& passage : passages.all) json["passages"].push_back(passage_json(passage));
  return json;
}

JsonValue names_json(const std::vector<NamesTaken::Name>& names) {
  JsonValue json = JsonValue::array();
  for (const NamesTaken::Name& one : names) {
    if (json.size() == kNamesListed) break;
    json.push_back({{"type", name_of(one.type)}, {"name", one.name}, {"articles", one.articles}});
  }
  return json;
}

JsonValue taken_json(const std::vector<NamesTaken>& taken) {
  JsonValue json = JsonValue::array();
  for (const NamesTaken& one : taken) {
    json.push_back({{"field", field_of(one)},
                    {"asked", one.asked},
                    {"count", one.names.size()},
                    {"names", names_json(one.names)},
                    {"suggestions", names_json(one.suggestions)}});
  }
  return json;
}

JsonValue part_json(const WhyNothing::Part& part) {
  JsonValue json = {{"query", part.query}, {"total", total_json(part.total)}};
  if (part.parts.empty()) return json;
  json["parts"] = JsonValue::array();
  for (const WhyNothing::Part& one : part.parts) json["parts"].push_back(part_json(one));
  json["together"] = total_json(part.together);
  return json;
}

JsonValue nothing_json(const WhyNothing& why) {
  JsonValue json = part_json(why.query);
  json["never_together"] = why.never_together;
  json["suggestions"] = JsonValue::array();
  for (const WhyNothing::Spelling& one : why.spellings) {
    JsonValue meant = JsonValue::array();
    for (const FoundWord& word : one.meant) {
      meant.push_back({{"word", word.word}, {"occurrences", word.occurrences}});
    }
    json["suggestions"].push_back({{"word", one.word}, {"meant", std::move(meant)}});
  }
  json["corrected"] = nullptr;
  if (!why.corrected.empty()) {
    json["corrected"] = {{"query", why.corrected}, {"total", total_json(why.corrected_total)}};
  }
  return json;
}

}  // namespace

std::string json_of(const Answer& answer) {
  JsonValue json = {{"schema", kSchema},
                    {"query", answer.query},
                    {"understood", to_text(answer.request.query)},
                    {"sort", name_of(answer.request.sort)},
                    {"offset", answer.request.offset},
                    {"limit", answer.request.limit == kNoLimit ? 0 : answer.request.limit},
                    {"names", taken_json(answer.results.names)},
                    {"total", total_json(answer.results.total)},
                    {"ms", rounded(answer.milliseconds, 1000)},
                    {"hits", JsonValue::array()}};
  if (answer.results.without_copies) {
    json["total"]["without_copies"] = *answer.results.without_copies;
  }
  if (!answer.like.asked.empty()) {
    json["like"] = {{"asked", answer.like.asked}, {"words", answer.like.words}};
  }
  if (answer.why) json["nothing"] = nothing_json(*answer.why);
  std::size_t rank = answer.request.offset;
  for (const Hit& hit : answer.results.hits)
    json["hits"].push_back(hit_json(hit, ++rank, answer.passages));
  return dumped(json);
}

std::string json_of(const FacetCounts& counts, const std::string& query, const Node& tree) {
  JsonValue facets = JsonValue::array();
  for (const Facet& facet : counts.facets) {
    JsonValue values = JsonValue::array();
    for (const Facet::Value& value : facet.values) {
      const auto clause = clause_of(facet.field, value.name);
      JsonValue json = {{"name", value.name}, {"count", value.count}};
      json["selected"] = value.selected;
      json["clause"] = clause ? JsonValue(*clause) : JsonValue(nullptr);
      json["query"] = clause ? JsonValue(narrowed_query(query, *clause)) : JsonValue(nullptr);
      values.push_back(std::move(json));
    }
    facets.push_back({{"field", name_of(facet.field)}, {"values", std::move(values)}});
  }
  return dumped({{"schema", kSchema},
                 {"query", query},
                 {"understood", to_text(tree)},
                 {"names", taken_json(counts.names)},
                 {"total", counts.total},
                 {"facets", std::move(facets)}});
}

std::string json_of(const IndexStats& stats) {
  JsonValue sources = JsonValue::array();
  for (const IndexStats::SourceCount& one : stats.sources) {
    sources.push_back({{"source", one.source}, {"count", one.articles}});
  }
  JsonValue languages = JsonValue::array();
  for (const IndexStats::LanguageCount& one : stats.languages) {
    languages.push_back({{"language", one.code}, {"count", one.articles}});
  }
  JsonValue json = {{"schema", kSchema}};
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
  json["roots"] = JsonValue::array();
  for (const std::string& root : stats.roots) {
    JsonValue folder;
    add_path(root, folder);
    json["roots"].push_back(folder);
  }
  json["years"] = bars_json(stats.years, TimelineUnit::Year);
  json["sources"] = std::move(sources);
  json["languages"] = std::move(languages);
  return dumped(json);
}

std::string json_of_article(const Hit& hit) {
  std::vector<TextRange> highlights;
  for (const Occurrence& found : hit.occurrences) highlights.push_back({found.begin, found.end});
  JsonValue json = {{"schema", kSchema}, {"id", hit.id}};
  add_facts(hit, json);
  json["entities"] = entities_json(hit.article);
  json["text"] = hit.article.text;
  json["highlights"] = code_point_ranges(hit.article.text, highlights);
  return dumped(json);
}

std::string jsonl_line(const Hit& hit, std::size_t rank, const PassageSettings& settings) {
  JsonValue json = {{"schema", kSchema}};
  json.update(hit_json(hit, rank, settings));
  return dumped(json);
}

std::string batch_line(const Answer& answer) {
  JsonValue hits = JsonValue::array();
  for (const Hit& hit : answer.results.hits) {
    JsonValue json = {{"id", hit.id},
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
  JsonValue error = {{"message", problem.message}, {"hint", problem.hint}};
  error["column"] = problem.column ? JsonValue(*problem.column) : JsonValue(nullptr);
  return dumped({{"schema", kSchema}, {"query", query}, {"error", std::move(error)}});
}

}  // namespace dateline
