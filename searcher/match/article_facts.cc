#include "searcher/match/article_facts.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/tokenizer.h"

namespace dateline {

namespace {

using Kind = Node::Kind;

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.emplace_back(token.folded);
  return words;
}

std::uint64_t count_words(const std::string& text) {
  std::uint64_t count = 0;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) ++count;
  return count;
}

bool has_author(const Article& article, const std::string& asked) {
  const auto terms = schema::author_terms(article.author);
  return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return author_matches(term.substr(1), asked);  // behind its prefix
  });
}

bool has_section(const Article& article, const std::string& asked) {
  const auto terms = schema::section_terms(article.section);
  return std::find(terms.begin(), terms.end(), schema::section_term(asked)) != terms.end();
}

bool length_fits(const Node& node, const Article& article) {
  const std::uint64_t words = count_words(article.title) + count_words(article.text);
  return words >= node.number && words <= node.number_to;
}

}  // namespace

bool match_fact(const Node& node, const StoredArticle& stored) {
  const Article& article = stored.article;
  switch (node.kind) {
    case Kind::WordCount:
      return length_fits(node, article);
    case Kind::DateRange:
      return article.date && node.range.first <= *article.date && *article.date <= node.range.last;
    case Kind::DateNone:
      return !article.date;
    case Kind::DateConflict:
      return (article.flags & ArticleFlags::kDateConflict) != 0;
    case Kind::Source:
      return fold(stored.source) == fold(node.value);
    case Kind::Author:
      return has_author(article, node.value);
    case Kind::Section:
      return has_section(article, node.value);
    case Kind::Language:
      return article.language == node.value;
    case Kind::Name:
      return node.articles &&
             std::binary_search(node.articles->begin(), node.articles->end(), stored.id);
    case Kind::Path:
      return PathPattern(node.value).matches(stored.path);
    case Kind::Url:
      return PathPattern(node.value).matches(article.url);
    case Kind::Id:
      return stored.id == node.number;
    default:
      return false;
  }
}

PathPattern::PathPattern(const std::string& pattern) {
  if (pattern.find_first_of("*?[") == std::string::npos) {
    part_ = pattern;
    return;
  }
  globs_.emplace_back(pattern, GlobOf::Text);
  if (pattern.front() != '/') globs_.emplace_back("*/" + pattern, GlobOf::Text);
}

bool PathPattern::matches(std::string_view path) const {
  if (globs_.empty()) return path.find(part_) != std::string_view::npos;
  return std::any_of(globs_.begin(), globs_.end(),
                     [&](const Glob& glob) { return glob.matches(path); });
}

bool author_matches(const std::string& author, const std::string& asked) {
  const auto has = words_of(author);
  const auto wanted = words_of(asked);
  return !wanted.empty() &&
         std::search(has.begin(), has.end(), wanted.begin(), wanted.end()) != has.end();
}

}  // namespace dateline
