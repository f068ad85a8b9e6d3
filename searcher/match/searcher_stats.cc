// What is in the index.
#include <algorithm>

#include "searcher/match/searcher.h"

namespace dateline {

IndexStats Searcher::stats() {
  const Manifest& manifest = snapshot_.manifest();
  IndexStats stats;
  stats.path = snapshot_.paths().folder.string();
  stats.articles = snapshot_.articles();
  stats.segments = manifest.segments.size();
  stats.language = manifest.settings.language;
  stats.updated = manifest.updated;
  stats.roots = manifest.roots;
  for (const SegmentInfo& segment : manifest.segments) {
    stats.deleted += segment.deleted;
    stats.text_bytes += segment.text_bytes;
    stats.index_bytes += segment.file_bytes;
  }
  if (snapshot_.empty()) return stats;
  with_xapian("read the index's figures", [&] {
    const Xapian::Database& database = snapshot_.database();
    stats.words = database.get_total_length();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      const std::string text = *term;
      if (text.front() < 'A' || text.front() > 'Z') ++stats.distinct_stems;
    }
    stats.undated = count_term(schema::undated_term());
    stats.date_conflicts = count_term(schema::date_conflict_term());
    stats.sources = count_sources();
    stats.languages = count_languages();
  });
  stats.years = timeline(Node{}, TimelineUnit::Year).bars;
  find_span(stats);
  return stats;
}

void Searcher::find_span(IndexStats& stats) {
  for_each_date(Node{}, [&](std::optional<Date> date) {
    if (!date) return;
    if (!stats.first_date || *date < *stats.first_date) stats.first_date = date;
    if (!stats.last_date || *stats.last_date < *date) stats.last_date = date;
  });
}

std::vector<IndexStats::LanguageCount> Searcher::count_languages() const {
  const Xapian::Database& database = snapshot_.database();
  const std::string prefix = schema::language_term("");
  std::vector<IndexStats::LanguageCount> languages;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::uint64_t articles = count_term(*term);
    if (articles > 0) languages.push_back({(*term).substr(prefix.size()), articles});
  }
  std::stable_sort(languages.begin(), languages.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return languages;
}

std::vector<IndexStats::SourceCount> Searcher::count_sources() {
  const Xapian::Database& database = snapshot_.database();
  const std::string prefix(1, schema::kSourcePrefix);
  std::vector<IndexStats::SourceCount> sources;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    // The term is folded: one of its articles has the name as written.
    const auto end = database.postlist_end(*term);
    const auto example =
        std::find_if(database.postlist_begin(*term), end,
                     [&](Xapian::docid document) { return !snapshot_.is_deleted(document); });
    if (example == end) continue;
    sources.push_back({stored_article(snapshot_, *example, false).source, count_term(*term)});
  }
  std::stable_sort(sources.begin(), sources.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return sources;
}

}  // namespace dateline
