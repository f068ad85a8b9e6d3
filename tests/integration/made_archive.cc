#include "tests/integration/made_archive.h"

#include "common/date.h"
#include "tests/support/random.h"

namespace dateline {

namespace {

std::string made_text(Random& random) {
  static const std::vector<std::string> kJoints = {", ", ". ", " - ", "\n\n", " (", ") ", "-",
                                                    "? ", "\n", ".\n"};
  std::string text;
  for (std::size_t words = 3 + random.below(40); words > 0; --words) {
    const std::size_t common = random.one_in(3) ? made_words().size() : 20;
    text += made_words()[random.below(common)];
    text += random.one_in(6) ? random.one_of(kJoints) : " ";
  }
  return text;
}

std::string made_day(Random& random) {
  return to_iso(date_from_day_number(static_cast<std::int32_t>(17'200 + random.below(1800))));
}

std::string made_article(Random& random) {
  static const std::vector<std::string> kSources = {"Reuters", "EL PAÍS", "New York Times",
                                                    "reuters"};
  static const std::vector<std::string> kAuthors = {"Jane Doe", "José Álvarez and Jane Doe",
                                                    "By J. R. Smith", "Doe Jane"};
  static const std::vector<std::string> kSections = {"World", "world", "Économie", "World news"};
  switch (random.below(4)) {
    case 0:
      return " date " + made_day(random) + ' ' + made_text(random);
    case 1:
      return "Title: " + made_words()[random.below(made_words().size())] + ' ' +
             made_words()[random.below(20)] + ' ' +
             made_words()[random.below(made_words().size())] +
             "\nSource: " + random.one_of(kSources) + "\nDate: " + made_day(random) +
             "\nAuthor: " + random.one_of(kAuthors) + "\nSection: " + random.one_of(kSections) +
             "\nURL: https://example.org/news/" + std::to_string(random.below(30)) + "\n\n" +
             made_text(random);
    default:
      return made_text(random) + " .";
  }
}

}  // namespace

const std::vector<std::string>& made_words() {
  static const std::vector<std::string> kWords = {"the",
                                                  "of",
                                                  "to",
                                                  "and",
                                                  "a",
                                                  "in",
                                                  "is",
                                                  "that",
                                                  "for",
                                                  "it",
                                                  "be",
                                                  "or",
                                                  "not",
                                                  "was",
                                                  "by",
                                                  "he",
                                                  "i",
                                                  "you",
                                                  "has",
                                                  "they",
                                                  "oil",
                                                  "prices",
                                                  "price",
                                                  "Prime",
                                                  "minister",
                                                  "ministers",
                                                  "protest",
                                                  "protests",
                                                  "U.S.",
                                                  "U.S",
                                                  "us",
                                                  "don't",
                                                  "don’t",
                                                  "don",
                                                  "O’Brien",
                                                  "AT&T",
                                                  "3.5",
                                                  "1,000",
                                                  "1000",
                                                  "Kazakhstan",
                                                  "Kazakhstan's",
                                                  "Kazakhstan’s",
                                                  "counter-terrorist",
                                                  "counter",
                                                  "terrorist",
                                                  "Erdoğan",
                                                  "ERDOGAN",
                                                  "Straße",
                                                  "strasse",
                                                  "café",
                                                  "北京大学",
                                                  "京",
                                                  "THE",
                                                  "To",
                                                  "Be",
                                                  "J.",
                                                  "R.",
                                                  "naïve",
                                                  "re-elected",
                                                  "Москва"};
  return kWords;
}

void make_articles(Archive& archive, std::size_t count, std::uint32_t seed) {
  static const std::vector<std::string> kFolders = {
      "wire/", "wire/2019/03/", "guardian/2018-07/", "2020/01/07/", "odd names [1]/", ""};
  Random random(seed);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(10'000 + i).substr(1);
    const std::string folder = random.one_of(kFolders);
    const bool dated_name = random.one_in(10);
    archive.write(folder + (dated_name ? made_day(random) + '-' : "") + number + ".txt",
                  made_article(random));
  }
}

void write_special_articles(Archive& archive) {
  archive.write("special/hamlet.txt",
                " date 1603-07-26 To be, or not to be: that is the question. To be or to be not.");
  archive.write("special/title.txt",
                "Title: Prime minister resigns\nDate: 2019-05-24\n\nThe prime\nminister resigned.");
  archive.write("special/lead.txt",
                " date 2019-05-25 ALMATY, May 25 (Reuters) - Oil prices fell on Friday. Gas rose.");
  archive.write("special/2018-02-03-conflict.txt", "Date: 2018-03-02\n\nWhich day was it?");
  archive.write("special/impossible.txt", "Date: 2022-02-31\n\nNo such day.");
  archive.write("special/across.txt", "Title: The state\n\nOf emergency was declared.");
  archive.write("special/long.txt",
                std::string(10'000, 'a') + " is a word, " + std::string(9'999, 'a') + "b another.");
  archive.write("special/windows.txt", "Date: 2021-11-05\n\nCaf\xE9 prices in the U.S. rose.");
}

}  // namespace dateline
