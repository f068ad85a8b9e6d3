// Which articles match a query tree, told by a scan over the words of each article: every pair, every
// stretch, no index. Knows the meaning of the operators (searcher/match/README.md) and nothing of
// TextMatcher, spans or plans. Where names stand it asks searcher/names/name_places.h.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match/article_facts.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"
#include "tests/integration/plain_text.h"

namespace dateline {

struct PlainArticle {
  StoredArticle stored;
  std::vector<PlainWord> title;
  std::vector<PlainWord> text;
  std::vector<NamePlace> title_names;  ///< of stored.article.names
  std::vector<NamePlace> text_names;
};

PlainArticle plain_article(StoredArticle stored);

bool matches_by_scan(const Node& query, const PlainArticle& article);

/// Bytes [begin, end) of the text (or title) where a word, phrase or name of the query takes part in a match.
std::vector<std::pair<std::size_t, std::size_t>> places_by_scan(const Node& query,
                                                                const PlainArticle& article,
                                                                bool in_text = true);

}  // namespace dateline
