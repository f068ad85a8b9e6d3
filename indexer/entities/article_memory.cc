#include "indexer/entities/article_memory.h"

#include <algorithm>
#include <numeric>

namespace dateline {
namespace {

constexpr std::uint32_t kLongestName = 255;

std::uint32_t kind_number(Label label) {
  if (label == kOutside) return 0;
  return label == kMisc ? 4 : static_cast<std::uint32_t>(kind_of(label));
}

std::vector<LabelledSpan> names_in(const std::vector<MemoryWord>& words) {
  std::vector<Label> labels;
  for (const auto& word : words) labels.push_back(word.label);
  return spans_of(labels);
}

}  // namespace

std::vector<std::uint32_t> name_lengths(const std::vector<MemoryWord>& words) {
  std::vector<std::uint32_t> lengths(words.size(), 0);
  for (const auto& span : names_in(words)) {
    std::fill(lengths.begin() + span.first, lengths.begin() + span.last, span.last - span.first);
  }
  return lengths;
}

void ArticleMemory::add(const std::vector<MemoryWord>& words) {
  for (const auto& word : words) {
    if (!word.capital) continue;
    auto& count = words_[word.lower].kinds[kind_number(word.label)];
    if (count < 60000) ++count;
  }
  for (const auto& span : names_in(words)) {
    const auto length = static_cast<std::uint8_t>(std::min(span.last - span.first, kLongestName));
    for (auto i = span.first; i < span.last; ++i) {
      if (!words[i].capital) continue;
      Seen& seen = words_[words[i].lower];
      if (seen.longest >= length) continue;
      seen.longest = length;
      seen.longest_kind = static_cast<std::uint8_t>(span.kind);
      seen.longest_place = static_cast<std::uint8_t>(i + 1 == span.last ? 1 : i == span.first ? 0 : 2);
    }
  }
}

ArticleMemory::Features ArticleMemory::features(const MemoryWord& word,
                                                std::uint32_t name_length) const {
  const std::uint32_t own = kind_number(word.label);
  Features features{0, 0, 0};
  const auto found = words_.find(word.lower);
  if (!word.capital || found == words_.end()) return features;
  const Seen& seen = found->second;
  std::array<std::uint32_t, 5> others{};
  std::copy(seen.kinds.begin(), seen.kinds.end(), others.begin());
  if (others[own] > 0) --others[own];
  const std::uint32_t total = std::accumulate(others.begin(), others.end(), 0U);
  features[0] = static_cast<std::uint16_t>(10 + own);
  if (total > 0) {
    const auto top = static_cast<std::uint32_t>(std::max_element(others.begin(), others.end()) - others.begin());
    const std::uint32_t sure = others[top] == total ? (total > 2 ? 2 : 1) : 0;
    features[1] = static_cast<std::uint16_t>(20 + (own * 5 + top) * 3 + sure);
  }
  if (seen.longest > name_length && seen.longest > 1) {
    const std::uint32_t place = seen.longest_place + (name_length > 1 ? 3U : 0U);
    features[2] = static_cast<std::uint16_t>(100 + (own * 5 + seen.longest_kind) * 6 + place);
  }
  return features;
}

}  // namespace dateline
