#include "indexer/readers/dateline.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/indexer/readers/written_date_text.h"

namespace dateline {
namespace {

struct Row {
  const char* body;
  const char* expected;  // see to_text()
};

TEST(Dateline, DatesInTheirPlaceAreFound) {
  const Row rows[] = {
      {"ALMATY, Jan 7 (Reuters) - Thousands of", "--01-07"},
      {"\n ALMATY, Jan 7 (Reuters) - Thousands of", "--01-07"},
      {"LONDON, January 7, 2022 — Thousands", "2022-01-07"},
      {"LONDON, January 7, 2022\n\nThousands", "2022-01-07"},
      {"LONDON, 7 January 2022 – Thousands", "2022-01-07"},
      {"LONDON, 2022-01-07: Thousands", "2022-01-07"},
      {"WASHINGTON (AP) — Jan. 7, 2022 was", "2022-01-07"},
      {"WASHINGTON, D.C., Jan. 7 -- The", "--01-07"},
      {"NEW YORK, Jan. 7, 2022 /PRNewswire/ -- Acme", "2022-01-07"},
      {"MOSCOW, January 7. /TASS/. Thousands", "--01-07"},
      {"BEIJING, Jan. 7 (Xinhua) -- China", "--01-07"},
      {"SEOUL, South Korea, Jan. 7 (Yonhap) -- North", "--01-07"},
      {"RIO DE JANEIRO, Jan 7 - Thousands", "--01-07"},
      {"Moscow, Jan 7 (Interfax) - Thousands", "--01-07"},
      {"Rio de Janeiro, Jan 7 (Reuters) - Thousands", "--01-07"},
      {"U.N., Jan 7 - Thousands", "--01-07"},
      {"By Jane Doe\n\nALMATY, Jan 7 (Reuters) - Thousands", "--01-07"},
      {"Saturday, September 14, 2019\n\nThe", "2019-09-14"},
      {"September 14, 2019 10:00 AM\nThe", "2019-09-14"},
      {"14/09/2019\nThe", "2019-09-14"},
      {"07/01/2022\nThe", "2022-01-07 or 2022-07-01"},
      {"Jan. 7", "--01-07"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(to_text(read_dateline(row.body, kTestRules)), row.expected) << row.body;
  }
}

TEST(Dateline, DatesInSentencesAreNone) {
  const char* bodies[] = {"",
                          "Thousands marched on Jan. 7 in Almaty - police said",
                          "On January 7, 2022 - a Friday - thousands marched",
                          "On January 7 (a Friday) thousands marched",
                          "January 7, 2022 was a Friday",
                          "ALMATY - Thousands marched on Jan. 7",
                          "ALMATY, the largest city, Jan 7 - thousands",
                          "NATO, which on Jan. 7 - thousands",
                          "ALMATY, Jan 7 was cold",
                          "In Almaty, January 7, 2022, thousands",
                          "ALMATY, Feb. 31 (Reuters) - Thousands",
                          "ALMATY\n\nJan 7, 2022 - Thousands",
                          "2022 - 01 - 07",
                          "ALMATY,"};
  for (const char* body : bodies) {
    EXPECT_EQ(to_text(read_dateline(body, kTestRules)), "none") << body;
  }
}

TEST(Dateline, OnlyTheStartIsSearched) {
  EXPECT_EQ(to_text(read_dateline(std::string(300, '\n') + "ALMATY, Jan 7 -", kTestRules)), "none");
  EXPECT_EQ(to_text(read_dateline("ALMATY " + std::string(80, 'X') + ", Jan 7 -", kTestRules)),
            "none");
}

}  // namespace
}  // namespace dateline
