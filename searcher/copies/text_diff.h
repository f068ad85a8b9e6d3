// In which words one text differs from another. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct DiffPiece {
  enum class Kind { Same, Removed, Added };

  Kind kind = Kind::Same;
  std::string text;  ///< whole words as written, with punctuation; white space folded

  friend bool operator==(const DiffPiece& a, const DiffPiece& b) {
    return a.kind == b.kind && a.text == b.text;
  }
};

/// What becomes of `from` on the way to `to`, in order: in place of words that were Removed stand those
/// Added behind them. Less than three words between two changes are part of one. Quick where little
/// differs: words times differences.
///   "a b c d e", "a b x d e" -> Same "a b", Removed "c", Added "x", Same "d e"
std::vector<DiffPiece> word_diff(std::string_view from, std::string_view to);

}  // namespace dateline
