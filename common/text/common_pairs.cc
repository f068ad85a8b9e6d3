#include "common/text/common_pairs.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "common/index/schema.h"

namespace dateline {

namespace {

struct CommonWord {
  const char* word;
  const char* left_out;  ///< second words of pairs that more than 5 % of articles have
};

// The order is on disk: a word's number makes its terms.
constexpr CommonWord kWords[kCommonWords] = {
    {"the", ""},
    {"of", "the a that it this you"},
    {"to", "the a be have this you"},
    {"and", "the to a in that for it as by he this we i you they"},
    {"a", ""},
    {"in", "the a that this an"},
    {"is", "the to a in that not an"},
    {"that", "the a in is it was he have this are we i you they has"},
    {"for", "the a that it this you"},
    {"it", "to and in is was has"},
    {"was", "the a"},
    {"on", "the a that this"},
    {"be", "the a"},
    {"with", "the a you"},
    {"as", "the a we i you they"},
    {"by", "the"},
    {"he", "was"},
    {"at", "the a"},
    {"not", "the a be"},
    {"have", "the to a an"},
    {"or", "the a"},
    {"this", "is"},
    {"are", "the a not you"},
    {"from", "the a"},
    {"we", "have are had"},
    {"i", "was have had"},
    {"you", "to and for have are"},
    {"but", "the it we i"},
    {"an", ""},
    {"they", "have are"},
    {"had", "the to a"},
    {"has", "to a"},
};

unsigned number_of(std::string_view word) {
  unsigned number = 0;
  while (kWords[number].word != word) ++number;
  return number;
}

/// Bit b of [a]: the pair a b is not indexed.
std::array<std::uint32_t, kCommonWords> read_left_out() {
  std::array<std::uint32_t, kCommonWords> left_out{};
  for (unsigned first = 0; first < kCommonWords; ++first) {
    std::string_view rest = kWords[first].left_out;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      left_out[first] |= 1U << number_of(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return left_out;
}

}  // namespace

const char* common_word(unsigned number) { return kWords[number].word; }

bool is_indexed_pair(unsigned first, unsigned second) {
  static const std::array<std::uint32_t, kCommonWords> kLeftOut = read_left_out();
  return (kLeftOut[first] >> second & 1U) == 0;
}

std::string common_pair_term(unsigned first, unsigned second) {
  if (!is_indexed_pair(first, second)) return {};
  return {schema::kCommonPairPrefix, static_cast<char>('0' + first),
          static_cast<char>('0' + second)};
}

}  // namespace dateline
