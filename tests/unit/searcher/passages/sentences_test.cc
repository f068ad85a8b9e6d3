#include "searcher/passages/sentences.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

/// All sentences, with | between them.
std::string split(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = sentence_end(text, begin);
    out += (out.empty() ? "" : "|") + std::string(text.substr(begin, end - begin));
    begin = skip_spaces(text, end);
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

TEST(Sentences, OfWrappedTextsGoOnInTheNextLine) {
  const std::string text = "The prime\nminister left. \nHe\n\nwas";
  EXPECT_EQ(sentence_end(text, 0, true), 24U);
  EXPECT_EQ(sentence_end(text, 26, true), 28U);
  EXPECT_EQ(sentence_end(text, 0, false), 9U);
}

TEST(Sentences, EndWhereAReaderWouldEndThem) {
  const Row rows[] = {
      {"He left. She stayed.", "He left.|She stayed."},
      {"Mr. Xi met Gen. Li. They talked.", "Mr. Xi met Gen. Li.|They talked."},
      {"The U.S. Senate voted. It failed.", "The U.S. Senate voted.|It failed."},
      {"He lives in the U.S. The house is old.", "He lives in the U.S.|The house is old."},
      {"J. R. R. Tolkien wrote. He rests.", "J. R. R. Tolkien wrote.|He rests."},
      {"George W. Bush spoke.", "George W. Bush spoke."},
      {"Oil rose 3.5 percent. Gas fell.", "Oil rose 3.5 percent.|Gas fell."},
      {"On Jan. 7 he left.", "On Jan. 7 he left."},
      {"It was in Jan. He left.", "It was in Jan.|He left."},
      {"No. 5 won. No. It lost.", "No. 5 won.|No.|It lost."},
      {"Acme Inc. shares fell.", "Acme Inc. shares fell."},
      {"He joined Acme Inc. The firm grew.", "He joined Acme Inc.|The firm grew."},
      {"At 5 p.m. they met.", "At 5 p.m. they met."},
      {"“It is over.” He left.", "“It is over.”|He left."},
      {"\"Over!\" he said. (So it was.) Yes.", "\"Over!\" he said.|(So it was.)|Yes."},
      {"Who? What?! Well... maybe.", "Who?|What?!|Well... maybe."},
      {"Yahoo! said so.", "Yahoo! said so."},
      {"See example.com now. Go.", "See example.com now.|Go."},
      {"A heading\nThe text.", "A heading|The text."},
      {"北京很冷。上海很热！", "北京很冷。|上海很热！"},
      {"Überall Regen. Über Nacht Schnee.", "Überall Regen.|Über Nacht Schnee."},
      {"no stop at all", "no stop at all"},
      {"...", "..."},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(split(row.text), row.expected);
}

}  // namespace
}  // namespace dateline
