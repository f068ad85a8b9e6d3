#include "searcher/suggest/near_values.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/index/schema.h"
#include "common/text/tokenizer.h"
#include "searcher/query/to_query.h"
#include "searcher/words/word_pattern.h"

namespace dateline {

namespace {

/// Words of fewer letters have too many others two letters away.
constexpr std::size_t kLettersForTwoEdits = 5;

/// Whether `part` stands in `text` from the beginning of a word to the end of one.
bool has_words(const std::string& text, const std::string& part) {
  return !part.empty() && (' ' + text + ' ').find(' ' + part + ' ') != std::string::npos;
}

}  // namespace

std::vector<FoundWord> near_values(const Xapian::Database& database, const Node& node, std::size_t most) {
  const bool is_source = node.kind == Node::Kind::Source;
  if (!is_source && node.kind != Node::Kind::Section) return {};
  const std::string asked =
      (is_source ? schema::source_term(node.value) : schema::section_term(node.value)).substr(1);
  const std::size_t letters = EditDistance::letters(asked);
  if (letters > EditDistance::kMostLetters) return {};
  const EditDistance distance(asked);
  const std::size_t edits = letters < kLettersForTwoEdits ? 1 : 2;
  std::vector<std::pair<std::size_t, FoundWord>> found;  // by distance
  const std::string prefix(1, is_source ? schema::kSourcePrefix : schema::kSectionPrefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string value = (*term).substr(1);
    const std::size_t letters_away = std::min(distance.to(value, edits), edits + 1);
    if (letters_away > edits && !has_words(value, asked) && !has_words(asked, value)) continue;
    Node meant = node;
    meant.value = value;
    found.push_back({letters_away, {to_query(meant), "", term.get_termfreq()}});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, b.second.occurrences) < std::pair(b.first, a.second.occurrences);
  });
  found.resize(std::min(found.size(), most));
  std::vector<FoundWord> likeliest;
  for (auto& one : found) likeliest.push_back(std::move(one.second));
  return likeliest;
}

}  // namespace dateline
