#include "searcher/query/operators.h"

#include <string>

#include "searcher/query/ascii.h"

namespace dateline {

namespace {

using Kind = OperatorWord::Kind;
using Answer = Result<std::optional<OperatorWord>>;

/// How an operator begins: "near" of "near/5" or "near5".
struct Spelling {
  const char* name;
  bool ordered;
  bool is_joined;  ///< the number may follow without a slash: near5
  bool is_word;    ///< a slash and anything else must be a mistake: w/x; not so n/a, p/e
};

constexpr Spelling kSpellings[] = {{"near", false, true, true}, {"w", false, false, true},
                                   {"pre", true, false, true},  {"adj", true, true, true},
                                   {"onear", true, true, true}, {"n", false, false, false},
                                   {"p", true, false, false},   {"", false, false, false}};

constexpr const char* kDistances =
    "distances are w/5 (words), w/s (sentence), w/p (paragraph), in order PRE/5; in quotes it is "
    "text";

Answer near(Proximity::Unit unit, std::uint32_t words, bool ordered) {
  OperatorWord found;
  found.proximity.unit = unit;
  found.proximity.words = words;
  found.proximity.ordered = ordered;
  return std::optional(found);
}

/// An operator with its number, which must be in reach.
Answer numbered(OperatorWord found, std::string_view word, std::string_view digits,
                std::size_t column) {
  const std::uint32_t number = bounded_number(digits, kLargestOperand + 1);
  if (number < 1 || number > kLargestOperand) {
    return Problem{"\"" + std::string(word) + "\": its number must be from 1 to " +
                       std::to_string(kLargestOperand),
                   found.kind == Kind::Near ? "1 is next to each other" : "", column};
  }
  found.proximity.words = found.kind == Kind::Near ? number : 0;
  found.number = found.kind == Kind::Near ? 0 : number;
  return std::optional(found);
}

/// "s", "sent", "para"
std::optional<Proximity::Unit> unit_of(std::string_view text) {
  if (text == "s" || text == "sent" || text == "sentence") return Proximity::Unit::Sentence;
  if (text == "p" || text == "para" || text == "paragraph") return Proximity::Unit::Paragraph;
  return std::nullopt;
}

/// NEAR, ADJ, SAME: in capitals only, for they are words too.
Answer bare_operator(std::string_view word, std::size_t column) {
  if (word == "NEAR") return near(Proximity::Unit::Words, kDefaultDistance, false);
  if (word == "ADJ") return near(Proximity::Unit::Words, 1, true);
  if (word == "SAME") return near(Proximity::Unit::Sentence, 0, false);
  if (word == "PRE" || word == "ONEAR") {
    return Problem{std::string(word) + " does not say how far",
                   "write " + std::string(word) + "/5; in small letters it is a word", column};
  }
  return std::optional<OperatorWord>();
}

/// "/f50/" "/n5/"
Answer between_slashes(std::string_view lower, std::string_view word, std::size_t column) {
  const bool framed = lower.size() > 3 && lower.front() == '/' && lower.back() == '/';
  const std::string_view digits = framed ? lower.substr(2, lower.size() - 3) : "";
  if (!framed || !is_digits(digits)) return std::optional<OperatorWord>();
  OperatorWord found;
  if (lower[1] == 'f') {
    found.kind = Kind::FirstWords;
  } else if (lower[1] != 'n') {
    return std::optional<OperatorWord>();
  }
  return numbered(found, word, digits, column);
}

Answer with_distance(const Spelling& spelling, std::string_view rest, std::string_view word,
                     std::size_t column) {
  OperatorWord found;
  found.proximity.ordered = spelling.ordered;
  const bool slash = !rest.empty() && rest.front() == '/';
  const std::string_view distance = slash ? rest.substr(1) : rest;
  if (is_digits(distance) && (slash || spelling.is_joined)) {
    return numbered(found, word, distance, column);
  }
  if (!slash) return std::optional<OperatorWord>();
  const auto unit = unit_of(distance);
  const bool takes_unit = spelling.is_word || *spelling.name == '\0';
  if (unit && takes_unit) return near(*unit, 0, spelling.ordered);
  if (spelling.is_word) {
    return Problem{"\"" + std::string(word) + "\" is not a distance", kDistances, column};
  }
  return std::optional<OperatorWord>();
}

}  // namespace

Answer read_operator(std::string_view word, std::size_t column) {
  const std::string lower = lower_ascii(word);
  if (const Answer bare = bare_operator(word, column); !bare || bare.value()) return bare;
  if (const Answer framed = between_slashes(lower, word, column); !framed || framed.value()) {
    return framed;
  }
  constexpr std::string_view kAtLeast = "atleast";
  if (lower.compare(0, kAtLeast.size(), kAtLeast) == 0 &&
      is_digits(std::string_view(lower).substr(kAtLeast.size()))) {
    OperatorWord found;
    found.kind = Kind::AtLeast;
    return numbered(found, word, std::string_view(lower).substr(kAtLeast.size()), column);
  }
  for (const Spelling& spelling : kSpellings) {
    const std::string_view name = spelling.name;
    if (std::string_view(lower).substr(0, name.size()) != name) continue;
    const Answer found =
        with_distance(spelling, std::string_view(lower).substr(name.size()), word, column);
    if (!found || found.value()) return found;
  }
  return std::optional<OperatorWord>();
}

}  // namespace dateline
