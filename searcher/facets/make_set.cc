#include "searcher/facets/make_set.h"

#include <algorithm>

namespace dateline {

namespace {

/// A bit for each number there could be costs less than sorting if they are no more than so many times
/// the numbers.
constexpr std::uint64_t kBitsToNumber = 64;

}  // namespace

void make_set(std::vector<std::uint32_t>& numbers) {
  if (numbers.size() < 2) return;
  const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
  const std::uint32_t first = *least;
  const std::uint64_t range = std::uint64_t{*most} - first + 1;
  if (range > numbers.size() * kBitsToNumber) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return;
  }
  std::vector<std::uint64_t> words(range / 64 + 1);
  for (const std::uint32_t number : numbers) {
    words[(number - first) / 64] |= std::uint64_t{1} << ((number - first) % 64);
  }
  numbers.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::uint64_t word = words[i]; word != 0; word &= word - 1) {
      const auto bit = static_cast<std::uint32_t>(__builtin_ctzll(word));
      numbers.push_back(first + static_cast<std::uint32_t>(i) * 64 + bit);
    }
  }
}

}  // namespace dateline
