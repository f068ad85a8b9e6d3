#include "common/text/byte_search.h"

#include <endian.h>

#include <array>
#include <cstring>

#include "common/text/columns.h"
#include "common/text/folding.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// GCC's and Clang's vectors: the compiler has the instructions for them on any processor.
using Bytes = unsigned char __attribute__((vector_size(16)));
constexpr std::size_t kWidth = sizeof(Bytes);

Bytes load(const char* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, kWidth);
  return bytes;
}

Bytes all(unsigned char value) { return Bytes{} + value; }

/// Calls see(i) for the bytes of `flags` whose highest bit is set, in order. Nearly always there are none.
template <class See>
void for_each_flag(const Bytes& flags, const See& see) {
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &flags, kWidth);
  for (std::size_t half = 0; half < halves.size(); ++half) {
    std::uint64_t bits = le64toh(halves[half]) & 0x8080808080808080;
    for (; bits != 0; bits &= bits - 1) {
      see(half * sizeof bits + static_cast<std::size_t>(__builtin_ctzll(bits)) / 8);
    }
  }
}

bool has_flag(const Bytes& flags) {
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &flags, kWidth);
  return ((halves[0] | halves[1]) & 0x8080808080808080) != 0;
}

/// Calls see(place) for the places from `at` to `end` that flags_at(the first of sixteen places) flags, in order, as long as
/// goes_on(); returns the first place that was not looked at: fewer than sixteen are left, or it does not go on.
template <class FlagsAt, class See, class GoesOn>
std::size_t scan(std::size_t at, std::size_t end, const FlagsAt& flags_at, const See& see, const GoesOn& goes_on) {
  constexpr std::size_t kAtOnce = 4;
  const auto see_flagged = [&](const Bytes& flags, std::size_t from) {
    for_each_flag(flags, [&](std::size_t i) { see(from + i); });
  };
  for (; at + kAtOnce * kWidth <= end && goes_on(); at += kAtOnce * kWidth) {
    std::array<Bytes, kAtOnce> flags;
    Bytes any{};
    for (std::size_t i = 0; i < kAtOnce; ++i) any |= flags[i] = flags_at(at + i * kWidth);
    if (!has_flag(any)) continue;
    for (std::size_t i = 0; i < kAtOnce; ++i) see_flagged(flags[i], at + i * kWidth);
  }
  for (; at + kWidth <= end && goes_on(); at += kWidth) see_flagged(flags_at(at), at);
  return at;
}

bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
char lower(char c) { return static_cast<char>(c | 32); }

/// All bits of a byte that is a letter or digit of ASCII.
Bytes alnum(const Bytes& bytes) {
  const auto letters = ((bytes | all(32)) - all('a')) < all(26);
  const auto digits = (bytes - all('0')) < all(10);
  const auto either = letters | digits;
  Bytes flags;
  std::memcpy(&flags, &either, kWidth);
  return flags;
}

bool begins_at(std::string_view text, std::size_t at, const Beginning& beginning) {
  const std::size_t bytes = beginning.text.size();
  if (text.size() - at < bytes) return false;
  if (at > 0 && is_alnum(text[at - 1])) return false;
  if (!beginning.in_any_case) return text.compare(at, bytes, beginning.text) == 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    if (lower(text[at + i]) != beginning.text[i]) return false;
  }
  return true;
}

/// The byte at `at`, not of ASCII, is part of a character that may stand in a word.
bool is_odd(std::string_view text, std::size_t at) {
  const std::size_t begin = utf8_floor(text, at);
  if (begin != at) return false;  // told by its first byte
  const CodePoint point = decode_utf8(text, at);
  constexpr std::int32_t kFirstDash = 0x2010;  // dashes, quotes and the like: most of what there is
  constexpr std::int32_t kLastDash = 0x2027;
  if (point.value >= kFirstDash && point.value <= kLastDash) return false;
  return point.value >= 0 && classify(point.value) != CharacterClass::Separator;
}

/// Whether the full stop at `at` stands between two letters the first of which stands alone.
bool may_be_initials(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) && is_letter(text[at + 1]) &&
         (at == 1 || !is_alnum(text[at - 2]));
}

/// One odd word in so many bytes is too many.
constexpr std::size_t kBytesPerOddWord = 48;

}  // namespace

std::size_t most_odd_words(std::string_view text) { return 8 + text.size() / kBytesPerOddWord; }

std::size_t chunk_begin(std::string_view text, std::size_t position) {
  while (position > 0 && !is_ascii_space(text[position - 1])) --position;
  return position;
}

std::size_t chunk_end(std::string_view text, std::size_t position) {
  while (position < text.size() && !is_ascii_space(text[position])) ++position;
  return position;
}

std::optional<std::string> written_beginning(std::string_view folded) {
  std::size_t letters = 0;
  while (letters < folded.size() && is_letter(folded[letters])) ++letters;
  if (letters > 0) return std::string(folded.substr(0, letters));
  if (!folded.empty() && is_digit(folded[0])) return std::string(folded.substr(0, 1));
  return std::nullopt;
}

std::string stem_beginning(std::string_view stem) {
  if (stem == "die" || stem == "lie" || stem == "tie" || stem == "sky") return std::string(stem.substr(0, 1));
  const auto ends_with = [&](std::string_view ending) {
    return stem.size() > ending.size() && stem.substr(stem.size() - ending.size()) == ending;
  };
  const bool may_be_changed = ends_with("e") || ends_with("i") || ends_with("bl");
  return std::string(stem.substr(0, stem.size() - (may_be_changed ? 1 : 0)));
}

void find_beginnings(std::string_view text, const Beginning& beginning,
                     std::vector<std::uint32_t>& places) {
  const std::size_t last = beginning.text.size() - 1;
  const Bytes first_byte = all(static_cast<unsigned char>(beginning.text.front()));
  const Bytes last_byte = all(static_cast<unsigned char>(beginning.text.back()));
  const Bytes small = all(beginning.in_any_case ? 32 : 0);
  if (text.size() <= last) return;
  const std::size_t end = text.size() - last;
  const auto check = [&](std::size_t at) {
    if (begins_at(text, at, beginning)) places.push_back(static_cast<std::uint32_t>(at));
  };
  const auto flags_at = [&](std::size_t at) {
    const Bytes first_here = load(text.data() + at) | small;
    const Bytes last_here = load(text.data() + at + last) | small;
    const auto both = (first_here == first_byte) & (last_here == last_byte);
    Bytes flags;
    std::memcpy(&flags, &both, kWidth);
    return flags & ~alnum(load(text.data() + at - 1));
  };
  check(0);
  for (std::size_t at = scan(1, end, flags_at, check, [] { return true; }); at < end; ++at) check(at);
}

bool find_odd_words(std::string_view text, std::size_t most, std::vector<std::uint32_t>& places) {
  const std::size_t before = places.size();
  const auto check = [&](std::size_t at) {
    const char c = text[at];
    const bool found = c == '.' ? may_be_initials(text, at)
                                : static_cast<unsigned char>(c) >= 0x80 && is_odd(text, at);
    if (found) places.push_back(static_cast<std::uint32_t>(at));
  };
  const auto few = [&] { return places.size() - before <= most; };
  const Bytes letters_from = all('a');
  const Bytes small = all(32);
  const auto flags_at = [&](std::size_t at) {
    const Bytes here = load(text.data() + at);
    const Bytes next = load(text.data() + at + 1);
    const auto full_stops = (here == all('.')) & (((next | small) - letters_from) < all(26));
    Bytes flags;
    std::memcpy(&flags, &full_stops, kWidth);
    return flags | (here & all(0x80));
  };
  const std::size_t end = text.empty() ? 0 : text.size() - 1;  // the last byte has no next
  for (std::size_t at = scan(0, end, flags_at, check, few); at < text.size() && few(); ++at) check(at);
  return few();
}

}  // namespace dateline
