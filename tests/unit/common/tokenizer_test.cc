#include "common/text/tokenizer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

/// "[as written|folded] [..]", so that offsets are checked too.
std::string tokens_of(std::string_view text) {
  Tokenizer tokenizer(text);
  std::string all;
  Token token;
  while (tokenizer.next(token)) {
    if (!all.empty()) all += ' ';
    all += '[' + std::string(text.substr(token.begin, token.end - token.begin)) + '|' +
           std::string(token.folded) + ']';
  }
  return all;
}

struct Row {
  const char* name;
  const char* text;
  const char* tokens;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class TokenizerTable : public testing::TestWithParam<Row> {};

TEST_P(TokenizerTable, SplitsAndFolds) {
  EXPECT_EQ(tokens_of(GetParam().text), GetParam().tokens);
}

const Row kRows[] = {
    {"empty", "", ""},
    {"nothing but separators", " -- \n…!", ""},
    {"plain words", "The violent turmoil", "[The|the] [violent|violent] [turmoil|turmoil]"},
    {"word at the end", "x", "[x|x]"},
    {"hyphen separates", "counter-terrorist", "[counter|counter] [terrorist|terrorist]"},
    {"apostrophe inside", "don't don’t", "[don't|don't] [don’t|don't]"},
    {"possessive is no part", "Kazakhstan's ruler’s", "[Kazakhstan|kazakhstan] [ruler|ruler]"},
    {"plural possessive", "states' rights", "[states|states] [rights|rights]"},
    {"quotes around", "'word' ‘word’", "[word|word] [word|word]"},
    {"possessive of other letters", "X'Ş l’ſ O'Ś.", "[X|x] [l|l] [O|o]"},
    {"decade", "1990's 1990s", "[1990|1990] [1990s|1990s]"},
    {"ampersand", "AT&T R & D", "[AT&T|at&t] [R|r] [D|d]"},
    {"initials", "U.S. U.S, the U.N.", "[U.S.|us] [U.S|us] [the|the] [U.N.|un]"},
    {"initials and hyphen", "U.S.-led", "[U.S.|us] [led|led]"},
    {"one initial", "J. Smith", "[J|j] [Smith|smith]"},
    {"initials before a name", "J.K. Rowling", "[J.K.|jk] [Rowling|rowling]"},
    {"no initials", "e.Bay word.a", "[e|e] [Bay|bay] [word|word] [a|a]"},
    {"numbers", "1,000.50 3.5% 2022-01-07", "[1,000.50|1000.50] [3.5|3.5] [2022|2022] [01|01] [07|07]"},
    {"number at the end of a sentence", "In 2022. Then", "[In|in] [2022|2022] [Then|then]"},
    {"letters and digits", "COVID-19 7pm", "[COVID|covid] [19|19] [7pm|7pm]"},
    {"accents", "Erdoğan São Élysée", "[Erdoğan|erdogan] [São|sao] [Élysée|elysee]"},
    {"accents as marks", "Erdog\xCC\x86" "an", "[Erdog\xCC\x86" "an|erdogan]"},
    {"strokes and ligatures", "Đokić Łódź Straße ﬁre Œuvre",
     "[Đokić|dokic] [Łódź|lodz] [Straße|strasse] [ﬁre|fire] [Œuvre|oeuvre]"},
    {"capital accents", "ÅNGSTRÖM", "[ÅNGSTRÖM|angstrom]"},
    {"Turkish capital i", "İstanbul", "[İstanbul|istanbul]"},
    {"Greek", "Αθήνα", "[Αθήνα|αθηνα]"},
    {"Cyrillic keeps й, not ё", "Андрей Тёмный", "[Андрей|андрей] [Тёмный|темный]"},
    {"Han pairs", "北京大学", "[北京|北京] [京大|京大] [大学|大学]"},
    {"one Han character", "a 京 b", "[a|a] [京|京] [b|b]"},
    {"Han next to Latin", "在Debian中", "[在|在] [Debian|debian] [中|中]"},
    {"Kana keep their marks", "ガキ", "[ガキ|ガキ]"},
    {"full width", "ＡＢＣ１", "[ＡＢＣ１|abc1]"},
    {"soft hyphen", "inter\xC2\xADnational", "[inter\xC2\xADnational|international]"},
    {"a mark alone", "\xCC\x81 a", "[a|a]"},
    {"invalid bytes separate", "a\xFF" "b\xC3", "[a|a] [b|b]"},
    {"truncated apostrophe", "a\xE2\x80", "[a|a]"},
};

INSTANTIATE_TEST_SUITE_P(Rules, TokenizerTable, testing::ValuesIn(kRows));

TEST(Tokenizer, EveryTokenLiesInTheTextAndAfterTheOneBefore) {
  std::string text;
  for (int c = 1; c < 256; ++c) text += std::string(1, static_cast<char>(c)) + "a'\xE2\x80\x99.";
  Tokenizer tokenizer(text);
  Token token;
  std::uint32_t end = 0;
  std::size_t count = 0;
  while (tokenizer.next(token)) {
    ASSERT_LE(end, token.begin);
    ASSERT_LT(token.begin, token.end);
    ASSERT_LE(token.end, text.size());
    end = token.end;
    ++count;
  }
  EXPECT_GT(count, 200u);
}

TEST(Fold, KeepsWhatStandsBetweenWords) {
  EXPECT_EQ(fold("Agence France-Presse"), "agence france-presse");
  EXPECT_EQ(fold("El País, S.A."), "el pais, s.a.");
}

}  // namespace
}  // namespace dateline
