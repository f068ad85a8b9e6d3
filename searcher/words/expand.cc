#include "searcher/words/expand.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/numbers.h"

namespace dateline {

namespace {

/// A pattern that fits more words than this is not followed to its end.
constexpr std::size_t kMostCounted = 1'000'000;

/// So many words of a segment are looked through for those of one stem.
constexpr std::size_t kMostNeighbours = 2000;

/// How much likelier a word is meant that is one edit away than one that is two, at the same
/// frequency.
constexpr std::uint64_t kOneEdit = 100;
/// A word of fewer letters is not meant for one two edits away.
constexpr std::size_t kFewestForTwoEdits = 5;

bool is_more_frequent(const FoundWord& a, const FoundWord& b) {
  return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.word < b.word;
}

void add(std::vector<FoundWord>& found, const WordBlock& block, std::size_t i) {
  found.push_back({std::string(block.word(i)), block.stem(i), block.occurrences(i)});
}

/// The same words of several segments become one; sorted by word.
void unite(std::vector<FoundWord>& found) {
  std::sort(found.begin(), found.end(),
            [](const FoundWord& a, const FoundWord& b) { return a.word < b.word; });
  auto kept = found.begin();
  for (auto one = found.begin(); one != found.end(); ++one) {
    if (kept != found.begin() && std::prev(kept)->word == one->word) {
      std::prev(kept)->occurrences += one->occurrences;
    } else {
      if (kept != one) *kept = std::move(*one);
      ++kept;
    }
  }
  found.erase(kept, found.end());
}

Problem too_many(const Node& pattern, const std::string& count, std::size_t most) {
  return {'"' + pattern.value + "\" fits " + count + " words, more than " + with_commas(most),
          "write more of the word, or raise the bound with --max-expansions", pattern.column};
}

}  // namespace

Words::Words(const std::vector<Xapian::Database>& segments) {
  for (const Xapian::Database& segment : segments) tables_.emplace_back(segment);
}

void Words::for_each_range(const std::string& prefix, const Scan& scan) {
  for (WordTable& table : tables_) for_each_range(table, prefix, scan);
}

/// The words of a segment that begin with `prefix`, block by block.
void Words::for_each_range(WordTable& table, const std::string& prefix, const Scan& scan) {
  for (std::size_t number = table.block_of(prefix); number < table.blocks(); ++number) {
    const WordBlock& block = table.block(number);
    const std::size_t begin = block.words().lower_bound(prefix);
    std::size_t end = block.size();
    const auto has_prefix = [&](std::size_t i) {
      return block.word(i).substr(0, prefix.size()) == prefix;
    };
    if (begin < end && !has_prefix(end - 1)) {
      std::size_t low = begin;
      while (low < end) {
        const std::size_t middle = (low + end) / 2;
        if (has_prefix(middle)) {
          low = middle + 1;
        } else {
          end = middle;
        }
      }
    }
    if (begin < end) scan(block, begin, end);
    if (end < block.size()) break;
  }
}

Result<std::vector<FoundWord>> Words::expand(const Node& node, std::size_t most) {
  const Result<WordPattern> pattern = WordPattern::make(node);
  if (!pattern) return pattern.problem();
  std::vector<FoundWord> found;
  for_each_range(pattern.value().prefix(),
                 [&](const WordBlock& block, std::size_t begin, std::size_t end) {
                   if (found.size() > kMostCounted) return;
                   pattern.value().scan(block, begin, end,
                                        [&](std::size_t i) { add(found, block, i); });
                 });
  const bool is_counted = found.size() <= kMostCounted;
  unite(found);
  if (found.size() > most) {
    return too_many(node, (is_counted ? "" : "over ") + with_commas(found.size()), most);
  }
  std::sort(found.begin(), found.end(), is_more_frequent);
  return found;
}

bool Words::stems_decide(const std::vector<FoundWord>& found) {
  std::vector<FoundWord> by_word = found;
  unite(by_word);
  std::vector<std::string> stems;
  for (const FoundWord& one : found) stems.push_back(one.stem);
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return std::all_of(stems.begin(), stems.end(),
                     [&](const std::string& stem) { return is_whole(stem, by_word); });
}

/// Whether all words with a stem are in `by_word`; false too where that would be long to find out.

bool Words::is_whole(const std::string& stem, const std::vector<FoundWord>& by_word) {
  const std::string prefix = stem.substr(0, stem.size() - 1);
  for (WordTable& table : tables_) {
    if (!table.is_near_stem(stem)) return false;
    std::size_t seen = 0;
    bool is_whole = true;
    for_each_range(table, prefix, [&](const WordBlock& block, std::size_t begin, std::size_t end) {
      seen += end - begin;
      if (seen > kMostNeighbours) is_whole = false;
      for (std::size_t i = begin; is_whole && i < end; ++i) {
        if (!block.has_stem(i, stem)) continue;
        is_whole = std::binary_search(
            by_word.begin(), by_word.end(), FoundWord{std::string(block.word(i)), {}, 0},
            [](const FoundWord& a, const FoundWord& b) { return a.word < b.word; });
      }
    });
    if (!is_whole) return false;
  }
  return true;
}

std::vector<FoundWord> Words::nearest(std::string_view folded, std::size_t most) {
  const std::size_t letters = EditDistance::letters(folded);
  if (letters == 0 || letters > EditDistance::kMostLetters) return {};
  const std::size_t edits = letters < kFewestForTwoEdits ? 1 : 2;
  const EditDistance distance(folded);
  std::vector<FoundWord> found;
  for_each_range("", [&](const WordBlock& block, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (distance.to(block.word(i), edits) <= edits) add(found, block, i);
    }
  });
  unite(found);
  const std::uint64_t own = occurrences(folded);
  std::vector<std::pair<std::uint64_t, FoundWord>> likely;
  for (FoundWord& one : found) {
    if (one.word == folded || one.occurrences <= own) continue;
    const bool is_near = distance.to(one.word, edits) == 1;
    likely.emplace_back(one.occurrences * (is_near ? kOneEdit : 1), std::move(one));
  }
  std::sort(likely.begin(), likely.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.word < b.second.word;
  });
  std::vector<FoundWord> words;
  for (auto& [weight, word] : likely) {
    if (words.size() == most) break;
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<FoundWord> Words::beginning_with(const std::string& prefix, std::size_t most) {
  std::vector<FoundWord> found;
  for_each_range(prefix, [&](const WordBlock& block, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) add(found, block, i);
  });
  unite(found);
  std::sort(found.begin(), found.end(), is_more_frequent);
  if (found.size() > most) found.resize(most);
  return found;
}

std::uint64_t Words::occurrences(std::string_view folded) {
  std::uint64_t count = 0;
  for (WordTable& table : tables_) {
    if (table.blocks() == 0) continue;
    const WordBlock& block = table.block(table.block_of(folded));
    const std::size_t at = block.words().lower_bound(folded);
    if (at < block.size() && block.word(at) == folded) count += block.occurrences(at);
  }
  return count;
}

bool has_patterns(const Node& query) {
  return query.kind == Node::Kind::Pattern ||
         std::any_of(query.children.begin(), query.children.end(), has_patterns);
}

namespace {

std::optional<Problem> fill(Node& node, Words& words, std::size_t most,
                            std::vector<PatternTaken>& taken) {
  for (Node& child : node.children) {
    if (auto problem = fill(child, words, most, taken)) return problem;
  }
  if (node.kind != Node::Kind::Pattern) return std::nullopt;
  Result<std::vector<FoundWord>> found = words.expand(node, most);
  if (!found) return found.problem();
  node.terms.clear();
  for (const FoundWord& one : found.value()) node.terms.push_back(one.word);
  std::sort(node.terms.begin(), node.terms.end());
  node.stems_decide = words.stems_decide(found.value());
  taken.push_back({node.value, std::move(found.value())});
  return std::nullopt;
}

}  // namespace

Result<std::vector<PatternTaken>> fill_patterns(Node& query, Words& words, std::size_t most) {
  std::vector<PatternTaken> taken;
  if (auto problem = fill(query, words, most, taken)) return *problem;
  return taken;
}

}  // namespace dateline
