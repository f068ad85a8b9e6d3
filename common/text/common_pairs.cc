#include "common/text/common_pairs.h"

#include <array>
#include <cstdint>
#include <cstring>

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

constexpr std::size_t kLongest = 4;

/// A word of at most kLongest bytes as a number; 0 for others.
std::uint32_t packed(std::string_view word) {
  if (word.empty() || word.size() > kLongest) return 0;
  std::uint32_t key = 0;
  std::memcpy(&key, word.data(), word.size());
  return key;
}

struct Tables {
  struct Slot {
    std::uint32_t key = 0;
    unsigned number = 0;
  };
  std::array<Slot, 128> slots;
  std::array<std::uint32_t, kCommonWords>
      left_out{};  ///< bit b of [a]: the pair a b is not indexed

  static std::size_t home(std::uint32_t key) { return key * 0x9E3779B1U >> 25; }

  Tables() {
    for (unsigned number = 0; number < kCommonWords; ++number) {
      const std::uint32_t key = packed(kWords[number].word);
      std::size_t at = home(key);
      while (slots[at].key != 0) at = (at + 1) % slots.size();
      slots[at] = Slot{key, number};
    }
    for (unsigned first = 0; first < kCommonWords; ++first) {
      std::string_view rest = kWords[first].left_out;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        left_out[first] |= 1U << find(rest.substr(0, end)).value();
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }

  std::optional<unsigned> find(std::string_view word) const {
    const std::uint32_t key = packed(word);
    if (key == 0) return std::nullopt;
    for (std::size_t at = home(key); slots[at].key != 0; at = (at + 1) % slots.size()) {
      if (slots[at].key == key) return slots[at].number;
    }
    return std::nullopt;
  }
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

}  // namespace

std::optional<unsigned> common_word(std::string_view folded) { return tables().find(folded); }

bool is_indexed_pair(unsigned first, unsigned second) {
  return (tables().left_out[first] >> second & 1U) == 0;
}

std::string common_pair_term(unsigned first, unsigned second) {
  if (!is_indexed_pair(first, second)) return {};
  return {schema::kCommonPairPrefix, static_cast<char>('0' + first),
          static_cast<char>('0' + second)};
}

}  // namespace dateline
