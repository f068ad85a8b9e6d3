// Words that are operators: NEAR/5, w/s, PRE/3, SAME, adj5, /F50/, ATLEAST5, as Nexis, Factiva,
// ProQuest, Westlaw and dtSearch write them. Knows a word on its own, not where it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/error.h"
#include "searcher/query/tree.h"

namespace dateline {

struct OperatorWord {
  enum class Kind { Near, FirstWords, AtLeast };

  Kind kind = Kind::Near;
  Proximity proximity;       ///< Near
  std::uint32_t number = 0;  ///< FirstWords, AtLeast
};

/// How far NEAR without a number reaches.
inline constexpr std::uint32_t kDefaultDistance = 10;

/// The largest number that a distance, a number of first words or of occurrences may be.
inline constexpr std::uint32_t kLargestOperand = 100'000;

/// The operator that `word` is, none for any other word. A Problem, at `column`, for what looks like
/// one and is not: "w/x", "NEAR/0", "PRE". "W/5" -> Near, 5 words
Result<std::optional<OperatorWord>> read_operator(std::string_view word, std::size_t column);

}  // namespace dateline
