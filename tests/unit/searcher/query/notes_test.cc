// What --explain says besides the tree.
#include "tests/unit/searcher/query/rows.h"

namespace dateline {
namespace {

class Notes : public testing::TestWithParam<Row> {};

/// "COLUMN: note", a line each.
std::string notes_of(const char* query) {
  const Result<ParsedQuery> parsed = parse_query_with_notes(query, kContext);
  if (!parsed) return problem_of(parsed.problem());
  std::string out;
  for (const QueryNote& note : parsed.value().notes) {
    out += (out.empty() ? "" : "\n") + std::to_string(note.column) + ": " + note.text;
  }
  return out;
}

TEST_P(Notes, SayWhatMayHaveBeenMeant) { EXPECT_EQ(notes_of(GetParam().query), GetParam().expected); }

constexpr const char* kOrFirst =
    "OR binds loosest: distances first, then AND, then OR (Nexis has OR first); parentheses group "
    "otherwise";

const std::string kOrAt5 = std::string("5: ") + kOrFirst;
const std::string kOrAt12 = std::string("12: ") + kOrFirst;
const std::string kOrAt3 = std::string("3: ") + kOrFirst;

const Row kRows[] = {
    {"Nothing", "oil (gas OR coal) \"war and peace\" date:2022 -x", ""},
    {"And", "war and peace and love", "5: \"and\" is searched as a word; AND is the operator"},
    {"OrBetweenPhrases", "\"a b\" or (c d)",
     "7: \"or\" is searched as a word; OR is the operator"},
    {"NotBeforeAWord", "oil not gas", "5: \"not\" is searched as a word; NOT is the operator"},
    {"NotAsOperator", "oil not w/5 gas", ""},
    {"AndAtTheEnd", "oil and", ""},
    {"Same", "oil same gas", "5: \"same\" is searched as a word; SAME is the operator"},
    {"Near", "oil near gas", "5: \"near\" is searched as a word; NEAR is the operator"},
    {"SameAsOperator", "oil SAME gas",
     "5: SAME is the same sentence, as w/s is; for Factiva's, the same paragraph, write w/p"},
    {"NearAlone", "oil NEAR gas", "5: NEAR without a number is NEAR/10"},
    {"AnyEnding", "protest!",
     "1: protest! is any word that begins so, as protest* is; inside a word ! is one letter or "
     "none"},
    {"QuestionMark", "what?",
     "1: the ? of what? stands for one letter; as a question mark leave it out"},
    {"PlusNumber", "a +5 b",
     "3: +5 is searched as a word; in order within a distance is PRE/5"},
    {"NoFunction", "foo(bar)", "1: \"foo\" is searched as a word: it is no function"},
    {"MixedOr", "a b OR c", kOrAt5.c_str()},
    {"MixedOrAnd", "a OR b AND c", kOrAt3.c_str()},
    {"MixedOrNear", "a OR b w/5 c", kOrAt3.c_str()},
    {"OrInParentheses", "a (b OR c) OR (d e)", kOrAt12.c_str()},
    {"OnlyOr", "a OR (b c) OR \"d e\"", ""},
    {"WordBeforeADistance", "oil price w/5 rise",
     "1: \"oil\" is searched apart from the distance: words side by side are no phrase; write \"oil "
     "price\" in quotes"},
    {"WordBehindADistance", "rise w/5 oil price",
     "14: \"price\" is searched apart from the distance: words side by side are no phrase; write "
     "\"oil price\" in quotes"},
    {"GroupBesideADistance", "(a b) w/5 c", ""},
};

INSTANTIATE_TEST_SUITE_P(All, Notes, testing::ValuesIn(kRows), row_name);

}  // namespace
}  // namespace dateline
