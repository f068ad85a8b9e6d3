#include "indexer/entities/article_memory.h"

#include <algorithm>
#include <numeric>

namespace dateline {
namespace {

constexpr std::uint32_t kLongestName = 255;

std::uint32_t kind_number(Label label) {
  if (label == kOutside) return 0;
  return label == kMisc ? 4U : static_cast<std::uint32_t>(index_of(kind_of(label)) + 1);
}

/// Calls visit(first, last, kind) for each name in `words`, read as spans_of reads labels.
template <class Visit>
void each_name(const MemoryWord* words, std::size_t count, Visit visit) {
  std::size_t i = 0;
  while (i < count) {
    const Label label = words[i].label;
    const std::size_t first = i++;
    if (!is_name(label)) continue;
    while (i < count && leaves_open(words[i - 1].label) && continues(words[i].label) &&
           kind_of(words[i].label) == kind_of(label)) {
      ++i;
    }
    visit(first, i, kind_of(label));
  }
}

}  // namespace

void name_lengths(const MemoryWord* words, std::size_t count, std::vector<std::uint32_t>& lengths) {
  lengths.assign(count, 0);
  each_name(words, count, [&](std::size_t first, std::size_t last, EntityType) {
    std::fill(lengths.begin() + static_cast<std::ptrdiff_t>(first),
              lengths.begin() + static_cast<std::ptrdiff_t>(last),
              static_cast<std::uint32_t>(last - first));
  });
}

void ArticleMemory::clear() {
  constexpr std::size_t kSmall = 1024;
  if (entries_.empty() || entries_.size() > 64 * kSmall || ++article_ == 0) {
    entries_.assign(kSmall, {});
    article_ = 1;
  }
  used_ = 0;
}

std::size_t ArticleMemory::slot_of(std::uint32_t lower) const {
  std::size_t at = lower & (entries_.size() - 1);
  while (entries_[at].article == article_ && entries_[at].lower != lower) {
    at = (at + 1) & (entries_.size() - 1);
  }
  return at;
}

const ArticleMemory::Entry* ArticleMemory::find(std::uint32_t lower) const {
  const Entry& entry = entries_[slot_of(lower)];
  return entry.article == article_ ? &entry : nullptr;
}

ArticleMemory::Seen& ArticleMemory::seen(std::uint32_t lower) {
  std::size_t at = slot_of(lower);
  if (entries_[at].article != article_) {
    if (++used_ * 2 > entries_.size()) {
      grow();
      at = slot_of(lower);
    }
    entries_[at] = {lower, article_, {}};
  }
  return entries_[at].seen;
}

void ArticleMemory::grow() {
  std::vector<Entry> old(entries_.size() * 2);
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (entry.article == article_) entries_[slot_of(entry.lower)] = entry;
  }
}

void ArticleMemory::add(const MemoryWord* words, std::size_t word_count) {
  for (std::size_t i = 0; i < word_count; ++i) {
    if (!words[i].capital) continue;
    auto& count = seen(words[i].lower).kinds[kind_number(words[i].label)];
    if (count < 60000) ++count;
  }
  each_name(words, word_count, [&](std::size_t first, std::size_t last, EntityType kind) {
    const auto length = static_cast<std::uint8_t>(std::min<std::size_t>(last - first, kLongestName));
    for (std::size_t i = first; i < last; ++i) {
      if (!words[i].capital) continue;
      Seen& longest = seen(words[i].lower);
      if (longest.longest >= length) continue;
      longest.longest = length;
      longest.longest_kind = static_cast<std::uint8_t>(index_of(kind) + 1);
      longest.longest_place = static_cast<std::uint8_t>(i + 1 == last ? 1 : i == first ? 0 : 2);
    }
  });
}

ArticleMemory::Features ArticleMemory::features(const MemoryWord& word,
                                                std::uint32_t name_length) const {
  const std::uint32_t own = kind_number(word.label);
  Features features{0, 0, 0};
  const Entry* found = word.capital ? find(word.lower) : nullptr;
  if (found == nullptr) return features;
  const Seen& seen = found->seen;
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
