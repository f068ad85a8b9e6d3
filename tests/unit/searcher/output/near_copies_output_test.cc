#include "searcher/output/near_copies_output.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace dateline {
namespace {

constexpr Terminal kPlain{false, false, 60};
constexpr Terminal kColor{true, true, 60};

ArticleCopy copy(std::uint32_t id, const std::string& title, const std::string& text,
                 double similarity) {
  ArticleCopy one;
  one.id = id;
  one.article.title = title;
  one.article.text = text;
  one.similarity = similarity;
  return one;
}

std::vector<ArticleCopy> three() {
  const std::string text = "One two three four five six seven eight nine ten eleven twelve thirteen ";
  return {copy(3, "Oil up", text + "rose to 5.", 1), copy(7, "Oil up", text + "rose to 6.\x1b", 0.9),
          copy(9, "Oil up", text + "rose to 5.", 1)};
}

TEST(NearCopiesOutput, WithoutDifferences) {
  EXPECT_EQ(text_of(three(), 3, false, kPlain),
            "2 near copies of #3\n"
            "undated     #3  asked  Oil up\n"
            "undated     #7   90 %  Oil up\n"
            "undated     #9  100 %  Oil up\n");
}

TEST(NearCopiesOutput, DifferencesStandAmongSomeWordsAround) {
  EXPECT_EQ(text_of(three(), 3, true, kPlain),
            "2 near copies of #3\n"
            "undated     #3  asked  Oil up\n"
            "undated     #7   90 %  Oil up\n"
            "    … ten eleven twelve thirteen rose to [-5.-] {+6.\xEF\xBF\xBD+}\n"
            "undated     #9  100 %  Oil up\n"
            "    the same title and text\n");
}

TEST(NearCopiesOutput, DifferencesHaveColoursInPlaceOfSigns) {
  const std::string text = text_of(three(), 3, true, kColor);
  EXPECT_NE(text.find("rose to \x1b[31m5.\x1b[0m \x1b[32m6.\xEF\xBF\xBD\x1b[0m\n"), std::string::npos)
      << text;
}

TEST(NearCopiesOutput, DifferencesInJson) {
  auto copies = three();
  copies[1].article.title = "Oil down";
  const auto json = nlohmann::json::parse(json_of(copies, 3, true));
  EXPECT_EQ(json["articles"][0]["diff"].size(), 1U);
  EXPECT_EQ(json["articles"][1]["title_diff"].dump(),
            R"([{"kind":"same","text":"Oil"},{"kind":"removed","text":"up"},)"
            R"({"kind":"added","text":"down"}])");
  EXPECT_EQ(json["articles"][1]["diff"][1]["text"], "5.");
  EXPECT_FALSE(nlohmann::json::parse(json_of(copies, 3, false))["articles"][1].contains("diff"));
}

}  // namespace
}  // namespace dateline
