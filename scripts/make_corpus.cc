// dateline-make-corpus: writes a made archive of any size, FOLDER/YYYY/MM/DD/NNNNNN.txt in the main
// article form, to try Dateline at scale. The same arguments give the same bytes on any machine.
// Called by scripts/make-corpus, which brings the sample articles to learn from.
//
// How like real text it is (scripts/corpus-figures; 100,000 articles against the English sample it
// learns from, and against 7,044 longer articles of the same publishers):
//
//                                      made    sample    longer
//   mean bytes of an article          3,095     3,234     9,663
//   distinct in its first 200 words     136       127       124
//   share of the ten commonest words   22.0 %    22.3 %    22.8 %
//   twice the articles: vocabulary x   1.30      1.39      1.35
//   zstd -3, each article alone        0.507     0.483     0.416
//   the same with a 112 KB dictionary  0.363     0.381     0.344
//
// Phrases to search for, in articles of 100,000: "prime minister" 10,288, "state of emergency"
// 3,659, "interest rates" 1,709, "the company said" 1,306, "to be or not to be" 97;
// article_maker.cc plants those that the sample does not have often enough. Word order means
// nothing over more than three words, so long phrases are rarer than in real text.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "common/date.h"
#include "scripts/corpus/article_maker.h"
#include "scripts/corpus/language_model.h"
#include "scripts/corpus/publication_calendar.h"
#include "scripts/corpus/random.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

struct Settings {
  std::uint32_t articles = 0;
  fs::path folder;
  fs::path sample;
  std::uint32_t mean_words = 480;
  std::uint64_t seed = 1;
  int first_year = 2010;
  int last_year = 2023;
  std::uint32_t near_copy_percent = 5;
};

struct Totals {
  std::uint64_t bytes = 0;
  std::uint32_t near_copies = 0;
};

// The body of an article file: without ` date 2022-01-07 `, and without a first paragraph that is
// only a heading or a date ("Friday, January 7, 2022").
std::string read_body(const fs::path& file) {
  constexpr std::size_t kShortestLead = 40;
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  constexpr std::string_view kHeader = " date YYYY-MM-DD ";
  if (text.rfind(" date ", 0) == 0) text.erase(0, kHeader.size());
  const std::size_t first_end = text.find("\n\n");
  if (first_end < kShortestLead) text.erase(0, first_end + 2);
  return text;
}

LanguageModel learn_from(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".txt")
      files.push_back(entry.path());
  }
  if (files.empty()) throw std::runtime_error(folder.string() + ": no *.txt to learn from");
  std::sort(files.begin(), files.end());
  std::vector<std::string> bodies;
  for (const fs::path& file : files) bodies.push_back(read_body(file));
  return LanguageModel(bodies);
}

// Originals of the last days, to be published again.
class RecentArticles {
 public:
  void add(std::int32_t day, const std::string& text) {
    articles_.push_back({day, text});
    if (articles_.size() > kMost) articles_.pop_front();
  }

  /// One that appeared 1 to kDays days before `day`; null if there is none.
  const std::string* pick(std::int32_t day, Random& random) {
    while (!articles_.empty() && articles_.front().day < day - kDays) articles_.pop_front();
    const auto today = std::find_if(articles_.begin(), articles_.end(),
                                    [&](const Published& article) { return article.day >= day; });
    const auto count = static_cast<std::uint32_t>(today - articles_.begin());
    return count == 0 ? nullptr : &articles_[random.below(count)].text;
  }

 private:
  struct Published {
    std::int32_t day;
    std::string text;
  };
  static constexpr std::size_t kMost = 4000;
  static constexpr std::int32_t kDays = 6;
  std::deque<Published> articles_;
};

// YYYY/MM/DD/NNNNNN.txt under a folder; makes the folders.
class ArticleFiles {
 public:
  explicit ArticleFiles(fs::path folder) : folder_(std::move(folder)) {}

  void write(const Date& date, std::uint32_t number, const std::string& content) {
    std::string day = to_iso(date);
    std::replace(day.begin(), day.end(), '-', '/');
    if (day != day_) fs::create_directories(folder_ / day);
    day_ = day;
    std::string name = std::to_string(number);
    name.insert(0, name.size() < 6 ? 6 - name.size() : 0, '0');
    const fs::path file = folder_ / day / (name + ".txt");
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out) throw std::runtime_error(file.string() + ": cannot be written");
  }

 private:
  fs::path folder_;
  std::string day_;
};

Totals make_corpus(const Settings& settings, const LanguageModel& model) {
  const PublicationCalendar calendar(settings.first_year, settings.last_year);
  ArticleFiles files(settings.folder);
  RecentArticles recent;
  Totals totals;
  Random seeds(settings.seed);
  for (std::uint32_t number = 0; number < settings.articles; ++number) {
    Random random(seeds.next());
    const Date date = calendar.day_of(number, settings.articles);
    const std::int32_t day = day_number(date);
    const std::string* original = nullptr;
    if (random.percent(settings.near_copy_percent)) original = recent.pick(day, random);
    std::string text;
    if (original != nullptr) {
      text = near_copy(*original, random);
      ++totals.near_copies;
    } else {
      text = make_article(model, article_length(settings.mean_words, random), random);
      recent.add(day, text);
    }
    const std::string content = " date " + to_iso(date) + ' ' + text;
    files.write(date, number, content);
    totals.bytes += content.size();
  }
  return totals;
}

// "2010-2023" or "2015".
void read_years(const std::string& years, Settings& settings) {
  int first = 0;
  int last = 0;
  const int fields = std::sscanf(years.c_str(), "%4d-%4d", &first, &last);
  if (fields == 1) last = first;
  if (fields < 1 || first < 1400 || last < first) {
    throw CLI::ValidationError("--years", '"' + years + "\" is not like 2010-2023");
  }
  settings.first_year = first;
  settings.last_year = last;
}

int run(int argc, char** argv) {
  Settings settings;
  CLI::App app("Writes a made archive of dated articles, the same for the same arguments.",
               "scripts/make-corpus");
  app.add_option("N", settings.articles, "how many articles")
      ->required()
      ->check(CLI::Range(1, 100000000));
  app.add_option("FOLDER", settings.folder, "where to, a folder that is empty or not there yet")
      ->required();
  app.add_option("--sample", settings.sample, "the articles (*.txt) to learn from")->required();
  app.add_option("--words", settings.mean_words, "mean words of an article")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000000));
  app.add_option("--seed", settings.seed, "another seed, other articles")->capture_default_str();
  app.add_option_function<std::string>(
      "--years", [&](const std::string& years) { read_years(years, settings); },
      "the years they are spread over (2010-2023)");
  app.add_option("--near-copies", settings.near_copy_percent,
                 "percent of the articles that are an earlier one republished")
      ->capture_default_str()
      ->check(CLI::Range(0, 100));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (fs::exists(settings.folder) && !fs::is_empty(settings.folder)) {
    throw std::runtime_error(settings.folder.string() + ": is there already, and not empty");
  }
  const Totals totals = make_corpus(settings, learn_from(settings.sample));
  std::cerr << settings.articles << " articles, " << totals.bytes / 1000000 << " MB, "
            << totals.near_copies << " of them near copies, in " << settings.folder.string()
            << '\n';
  return 0;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  try {
    return dateline::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "make-corpus: " << error.what() << '\n';
    return 3;
  }
}
