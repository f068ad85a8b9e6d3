#include "indexer/entities/tagged_corpus.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace dateline {
namespace {

/// The kind of a tag like "B-PER"; none for O and for other kinds.
std::optional<EntityType> kind_of_tag(std::string_view tag) {
  if (tag.size() < 3) return std::nullopt;
  const std::string_view name = tag.substr(2);
  for (const auto kind : kEntityTypes) {
    if (name == corpus_tag(kind)) return kind;
  }
  return std::nullopt;
}

void finish_sentence(std::vector<std::string>& tags, TaggedSentence& sentence, TaggedArticle& article) {
  if (sentence.words.empty()) return;
  sentence.labels = labels_from_tags(tags);
  article.push_back(std::move(sentence));
  sentence = {};
  tags.clear();
}

}  // namespace

std::vector<Label> labels_from_tags(const std::vector<std::string>& tags) {
  std::vector<Label> labels(tags.size(), kOutside);
  std::size_t i = 0;
  while (i < tags.size()) {
    const auto kind = kind_of_tag(tags[i]);
    if (!kind) {
      labels[i] = tags[i].size() > 2 ? kMisc : kOutside;
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < tags.size() && tags[end][0] == 'I' && kind_of_tag(tags[end]) == kind) ++end;
    for (std::size_t k = i; k < end; ++k) labels[k] = label_of(*kind, Position::Inside);
    labels[i] = label_of(*kind, Position::Begin);
    labels[end - 1] = label_of(*kind, end - i == 1 ? Position::Single : Position::End);
    i = end;
  }
  return labels;
}

std::vector<std::string> tags_from_labels(const std::vector<Label>& labels) {
  std::vector<std::string> tags(labels.size(), "O");
  for (const auto& span : spans_of(labels)) {
    for (auto i = span.first; i < span.last; ++i) {
      tags[i] = (i == span.first ? "B-" : "I-") + std::string(corpus_tag(span.kind));
    }
  }
  return tags;
}

std::vector<TaggedArticle> read_tagged(std::istream& in) {
  std::vector<TaggedArticle> articles(1);
  TaggedSentence sentence;
  std::vector<std::string> tags;
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const bool article_start = line.rfind("-DOCSTART-", 0) == 0;
    if (!line.empty() && !article_start) {
      const std::size_t tab = line.find('\t');
      sentence.words.push_back(line.substr(0, tab));
      tags.push_back(tab == std::string::npos ? "O" : line.substr(tab + 1));
      continue;
    }
    finish_sentence(tags, sentence, articles.back());
    if (article_start && !articles.back().empty()) articles.emplace_back();
  }
  finish_sentence(tags, sentence, articles.back());
  return articles;
}

void SpanScore::add(const SpanScore& other) {
  found += other.found;
  right += other.right;
  expected += other.expected;
}
double SpanScore::precision() const {
  return found == 0 ? 0 : static_cast<double>(right) / static_cast<double>(found);
}
double SpanScore::recall() const {
  return expected == 0 ? 0 : static_cast<double>(right) / static_cast<double>(expected);
}
double SpanScore::f1() const {
  const auto all = static_cast<double>(found + expected);
  return all == 0 ? 0 : 2 * static_cast<double>(right) / all;
}

void KindScores::add(const std::vector<Label>& expected, const std::vector<Label>& found) {
  const auto wanted = spans_of(expected);
  const auto got = spans_of(found);
  for (const auto& span : wanted) ++kinds[index_of(span.kind)].expected;
  for (const auto& span : got) {
    auto& score = kinds[index_of(span.kind)];
    ++score.found;
    score.right += std::binary_search(wanted.begin(), wanted.end(), span);
  }
  kinds[3] = {};
  for (int i = 0; i < 3; ++i) kinds[3].add(kinds[i]);
}

}  // namespace dateline
