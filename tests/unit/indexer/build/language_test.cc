#include "indexer/build/language.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

struct Row {
  const char* name;
  std::string text;
  WordCounts counts;
  const char* language;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

const std::string kEnglish =
    "Thousands of people protested in the largest city of the country on Friday after the "
    "government had announced that it would raise the price of fuel at the end of the month.";
const std::string kGerman =
    "Tausende Menschen haben am Freitag in der größten Stadt des Landes protestiert, nachdem die "
    "Regierung angekündigt hatte, den Preis für Benzin zum Ende des Monats zu erhöhen.";

class Language : public testing::TestWithParam<Row> {};

TEST_P(Language, IsToldFromTheText) {
  EXPECT_EQ(detect_language(GetParam().text, GetParam().counts), GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Language,
    testing::Values(
        Row{"common words of English decide alone", "xq zv kp", {40, 10}, "en"},
        Row{"but not in a few words", "xq zv kp", {19, 19}, "und"},
        Row{"English", kEnglish, {31, 5}, "en"},
        Row{"German", kGerman, {25, 0}, "de"},
        Row{"Spanish",
            "Miles de personas protestaron el viernes en la ciudad más grande del país después de "
            "que el gobierno anunciara que subiría el precio de la gasolina a fin de mes.",
            {30, 2},
            "es"},
        Row{"Hebrew by its code of today",
            "אלפי בני אדם הפגינו ביום שישי בעיר הגדולה במדינה לאחר שהממשלה הודיעה כי תעלה את מחיר "
            "הדלק בסוף החודש.",
            {20, 0},
            "he"},
        Row{"Chinese, whatever its script",
            "在政府宣佈將於月底提高燃料價格之後，數千人星期五在該國最大的城市舉行抗議活動。",
            {30, 0},
            "zh"},
        Row{"nothing", "", {}, "und"},
        Row{"numbers", "2021 2022 17 18 19 20 21", {7, 0}, "und"},
        Row{"what the beginning does not tell, a little more does",
            std::string(600, '-') + kGerman + kGerman, {50, 0}, "de"},
        Row{"but no more than a little", std::string(2048, '-') + kGerman, {25, 0}, "und"}));

}  // namespace
}  // namespace dateline
