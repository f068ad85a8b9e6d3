#include "common/index/schema.h"

#include <gtest/gtest.h>

#include <boost/algorithm/string/join.hpp>
#include <set>

#include "common/error.h"
#include "tests/support/random.h"

namespace dateline::schema {
namespace {

std::string terms_of(const Date& first, const Date& last) {
  return boost::algorithm::join(range_terms({first, last}), " ");
}

/// How many days the term of a day, month or year stands for, which must begin on `first`.
std::int32_t days_of(const std::string& term, const Date& first) {
  if (term == day_term(first)) return 1;
  if (term == month_term(first.year, first.month) && first.day == 1) {
    return days_in_month(first.year, first.month);
  }
  EXPECT_EQ(term, year_term(first.year));
  EXPECT_EQ(first.month * 100 + first.day, 101) << term;
  return day_number({first.year, 12, 31}) - day_number(first) + 1;
}

TEST(RangeTerms, TakeTheLargestBuckets) {
  EXPECT_EQ(terms_of({2022, 1, 7}, {2022, 1, 7}), "D20220107");
  EXPECT_EQ(terms_of({2022, 2, 1}, {2022, 2, 28}), "M202202");
  EXPECT_EQ(terms_of({2024, 2, 1}, {2024, 2, 28}).size(), 28 * 10U - 1) << "a leap year: no month";
  EXPECT_EQ(terms_of({2022, 1, 1}, {2022, 12, 31}), "Y2022");
  EXPECT_EQ(terms_of({2021, 12, 31}, {2023, 1, 31}), "D20211231 Y2022 M202301");
  EXPECT_EQ(terms_of({2021, 11, 30}, {2022, 2, 2}),
            "D20211130 M202112 M202201 D20220201 D20220202");
  EXPECT_EQ(range_terms({{1, 1, 1}, {9999, 12, 31}}).size(), 9999U);
}

TEST(RangeTerms, AreJustTheDaysOfTheRangeAndFew) {
  Random random(1);
  for (int round = 0; round < 2000; ++round) {
    const auto first = static_cast<std::int32_t>(random.below(40'000)) - 20'000;
    const auto last = first + static_cast<std::int32_t>(random.below(1 + random.below(5000)));
    const auto terms = range_terms({date_from_day_number(first), date_from_day_number(last)});
    std::int32_t at = first;
    std::size_t years = 0;
    for (const std::string& term : terms) {
      const std::int32_t days = days_of(term, date_from_day_number(at));
      years += days > 31 ? 1 : 0;
      at += days;
    }
    EXPECT_EQ(at, last + 1);
    // At worst the days of two months but one each, and the months of two years but one each.
    EXPECT_LE(terms.size() - years, 30U + 11 + 11 + 30);
  }
}

TEST(AuthorTerms, AreTheFoldedWordsOfEachName) {
  const auto terms = [](std::string_view author) {
    return boost::algorithm::join(author_terms(author), "|");
  };
  EXPECT_EQ(terms("Jane Doe"), "Ajane doe");
  EXPECT_EQ(terms("By Jane Doe; José O’Ruiz, AP ;; "), "Aby jane doe|Ajose o'ruiz ap");
  EXPECT_EQ(terms("Jane Doe; JANE  DOE"), "Ajane doe") << "once";
  EXPECT_EQ(terms(" ; - "), "");
  const std::string word(60, 'x');
  EXPECT_EQ(terms(word + ' ' + word + ' ' + word + ' ' + word),
            'A' + word + ' ' + word + ' ' + word)
      << "what fits";
}

TEST(SectionTerms, AreFoldedWholeNames) {
  EXPECT_EQ(boost::algorithm::join(section_terms("World News; Économie;world news"), "|"),
            "Cworld news|Ceconomie");
  EXPECT_EQ(section_terms("Économie").front(), section_term("economie"));
  EXPECT_TRUE(section_terms("").empty());
  EXPECT_EQ(section_term(std::string(300, 'x')).size(), 65U);
}

TEST(DateValue, SortsAsDatesDoAndLeadsBack) {
  const Date dates[] = {{1, 1, 1},     {1399, 12, 31}, {1969, 12, 31}, {1970, 1, 1},
                        {2022, 1, 31}, {2022, 2, 1},   {9999, 12, 31}};
  std::string before;
  for (const Date& date : dates) {
    const std::string value = encode_date(date);
    EXPECT_EQ(value.size(), 3U);
    EXPECT_LT(before, value);
    EXPECT_EQ(decode_date(value), date);
    before = value;
  }
}

TEST(DateValue, DamageIsAnError) {
  EXPECT_THROW(decode_date(""), Error);
  EXPECT_THROW(decode_date("ab"), Error);
  EXPECT_THROW(decode_date("\xFF\xFF\xFF"), Error) << "the year 45964";
}

TEST(FileRecord, LeadsBackWhateverItsPathAndUrl) {
  for (std::uint32_t root : {0U, 1U, 127U, 128U, 16384U, 4294967295U}) {
    for (const std::string path : {"", "a/b.txt", "\xFFx"}) {
      for (const std::string url : {"", "https://example.org/1"}) {
        const FileRecord file{root, 4, 15, 0xDEADBEEF, path, url};
        EXPECT_EQ(decode_file(encode_file(file)), file) << root << path << url;
      }
    }
  }
}

TEST(FileRecord, DamageIsAnError) {
  const std::string whole = encode_file({300, 1, 0, 7, "", ""});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW(decode_file(whole.substr(0, size)), Error) << size;
  }
}

TEST(AbsolutePath, JoinsRootAndPath) {
  const std::vector<std::string> roots{"/data", "/"};
  EXPECT_EQ(absolute_path(roots, {0, 0, 0, 0, "a/b", ""}), "/data/a/b");
  EXPECT_EQ(absolute_path(roots, {0, 0, 0, 0, "", ""}), "/data");
  EXPECT_EQ(absolute_path(roots, {1, 0, 0, 0, "a", ""}), "/a");
  EXPECT_EQ(absolute_path({""}, {0, 0, 0, 0, "a", ""}), "a");
  EXPECT_THROW(absolute_path(roots, {2, 0, 0, 0, "a", ""}), Error);
}

TEST(FileFingerprint, TellsSizesAndTimesApart) {
  std::set<std::uint32_t> seen;
  for (std::uint64_t size = 0; size < 100; ++size) {
    for (std::int64_t mtime = -5; mtime < 95; ++mtime) seen.insert(file_fingerprint(size, mtime));
  }
  EXPECT_GE(seen.size(), 9995U);
  EXPECT_EQ(seen.count(kNoFingerprint), 0U);
}

TEST(Terms, HaveTheirPrefixes) {
  EXPECT_EQ(day_term({2022, 1, 7}), "D20220107");
  EXPECT_EQ(month_term(987, 1), "M098701");
  EXPECT_EQ(year_term(1), "Y0001");
  EXPECT_EQ(undated_term(), "Fnone");
  EXPECT_EQ(date_conflict_term(), "Fconflict");
  EXPECT_EQ(source_term("Agence France-Presse"), "Sagence france-presse");
  EXPECT_EQ(source_term("EL PAÍS"), source_term("El Pais"));
  EXPECT_LE(source_term(std::string(10'000, 'x')).size(), 65U);
  EXPECT_NE(source_term(std::string(10'000, 'x')), source_term(std::string(10'001, 'x')));
  EXPECT_EQ(dictionary_key(17), "dictionary/17");
}

}  // namespace
}  // namespace dateline::schema
