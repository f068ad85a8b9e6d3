#include "searcher/copies/text_diff.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/text/columns.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

/// As wdiff writes it: "a [-b-] {+c+} d"
std::string marked(const std::string& from, const std::string& to) {
  std::string out;
  for (const DiffPiece& piece : word_diff(from, to)) {
    if (!out.empty()) out += ' ';
    if (piece.kind == DiffPiece::Kind::Removed) {
      out += "[-" + piece.text + "-]";
    } else {
      out += piece.kind == DiffPiece::Kind::Added ? "{+" + piece.text + "+}" : piece.text;
    }
  }
  return out;
}

struct DiffRow {
  const char* from;
  const char* to;
  const char* marked;
};
void PrintTo(const DiffRow& row, std::ostream* out) { *out << row.marked; }

class TextDiff : public testing::TestWithParam<DiffRow> {};

TEST_P(TextDiff, IsOfWholeWords) {
  EXPECT_EQ(marked(GetParam().from, GetParam().to), GetParam().marked);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, TextDiff,
    testing::Values(DiffRow{"", "", ""}, DiffRow{"", "a b", "{+a b+}"}, DiffRow{"a b", "", "[-a b-]"},
                    DiffRow{"a  b\nc", "a b c", "a b c"},
                    DiffRow{"a b c d e f", "a b c x e f", "a b c [-d-] {+x+} e f"},
                    DiffRow{"Oil rose.", "Oil rose", "Oil [-rose.-] {+rose+}"},
                    DiffRow{"a b c d", "a b c d Read more", "a b c d {+Read more+}"},
                    DiffRow{"LONDON (AP) a b c d", "a b c d", "[-LONDON (AP)-] a b c d"},
                    // One word between two changes tells nothing.
                    DiffRow{"a b c 1 the 2 d e f", "a b c 3 the 4 d e f",
                            "a b c [-1 the 2-] {+3 the 4+} d e f"},
                    DiffRow{"1 b c d 2", "3 b c d 4", "[-1-] {+3+} b c d [-2-] {+4+}"}));

/// The words of one side, joined by spaces.
std::string side(const std::vector<DiffPiece>& pieces, DiffPiece::Kind without) {
  std::string out;
  for (const DiffPiece& piece : pieces) {
    if (piece.kind != without) out += (out.empty() ? "" : " ") + piece.text;
  }
  return out;
}

TEST(TextDiffs, HaveBothTextsWhole) {
  Random random(5);
  for (int i = 0; i < 300; ++i) {
    std::string texts[2];
    for (std::string& text : texts) {
      for (std::size_t words = random.below(40); words > 0; --words) {
        text += static_cast<char>('a' + random.below(6));
        text += random.one_in(5) ? '\n' : ' ';
      }
    }
    const auto pieces = word_diff(texts[0], texts[1]);
    EXPECT_EQ(side(pieces, DiffPiece::Kind::Added), fold_spaces(texts[0]));
    EXPECT_EQ(side(pieces, DiffPiece::Kind::Removed), fold_spaces(texts[1]));
  }
}

}  // namespace
}  // namespace dateline
