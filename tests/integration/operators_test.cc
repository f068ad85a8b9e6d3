// Every operator against a scan of all texts (oracle.h): the sample, articles made to be hard, a
// fixed table of telling queries and many random ones, on two indexes of the same articles: one
// made at once, and one that came to be in several runs, with several segments and deleted
// articles.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>

#include "common/error.h"
#include "common/text/tokenizer.h"
#include "searcher/match/searcher.h"
#include "searcher/query/parser.h"
#include "tests/integration/made_archive.h"
#include "tests/integration/oracle.h"
#include "tests/support/indexing.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

constexpr std::size_t kMadeArticles = 1300;
constexpr std::uint32_t kNoLimit = 1'000'000;
using Paths = std::vector<std::string>;

Node tree_of(const std::string& typed) {
  Result<Node> tree = parse_query(typed, QueryContext{{2022, 1, 7}});
  EXPECT_TRUE(tree) << typed << ": " << (tree ? "" : tree.problem().message);
  return tree ? tree.value() : Node{};
}

/// The articles and both indexes, made once for all tests.
struct Library {
  Library() {
    write_special_articles(made);
    make_articles(made, kMadeArticles, 1);
    const std::vector<std::string> folders = {sample_folder(), made.path()};
    index_articles(run_over(folders, scratch.path("at once")));
    known = read_archive(folders);
    for (std::size_t i = 0; i < known.size(); ++i) number_of[known[i].path] = i + 1;
    index_in_several_runs(folders);
    at_once = std::make_unique<Searcher>(scratch.path("at once"));
    in_runs = std::make_unique<Searcher>(scratch.path("in runs"));
  }

  // Some articles have another text at first, some files are there at first only.
  void index_in_several_runs(const std::vector<std::string>& folders) {
    RunOptions options = run_over(folders, scratch.path("in runs"));
    options.pipeline.smallest_batch_files = options.pipeline.largest_batch_files = 100;
    options.pipeline.segment_articles = 500;
    const auto files = made.files();
    std::size_t i = 0;
    for (const auto& [name, text] : files) {
      if (++i % 11 == 0) made.write(name, "The oil prices to be or not to be in Kazakhstan.");
      if (i % 17 == 0) made.write("gone/" + std::to_string(i), text);
    }
    index_articles(options);
    i = 0;
    for (const auto& [name, text] : files) {
      if (++i % 11 == 0) made.write(name, text);
      if (i % 17 == 0) made.remove("gone/" + std::to_string(i));
    }
    boost::filesystem::remove_all(made.path("gone"));
    const RunReport report = index_articles(options);
    EXPECT_GT(report.changed, 50U);
    EXPECT_GT(report.removed, 50U);
    const Snapshot snapshot(scratch.path("in runs"));
    EXPECT_TRUE(snapshot.has_tombstones());
    EXPECT_GT(snapshot.manifest().segments.size(), 3U);
  }

  Archive made;
  ScratchFolder scratch;
  std::vector<Known> known;
  std::map<std::string, std::size_t> number_of;
  std::unique_ptr<Searcher> at_once;
  std::unique_ptr<Searcher> in_runs;
};

Library& library() {
  static Library library;
  return library;
}

/// What a scan finds.
struct Scan {
  Paths paths;  ///< sorted
  std::map<int, std::uint64_t> years;
  std::uint64_t undated = 0;
};

Scan scan(const Question& question) {
  Scan found;
  for (const Known& known : library().known) {
    if (!question.matches(known, false)) continue;
    found.paths.push_back(known.path);
    if (known.article.date) {
      ++found.years[known.article.date->year];
    } else {
      ++found.undated;
    }
  }
  std::sort(found.paths.begin(), found.paths.end());
  return found;
}

Paths paths_of(const SearchResults& results) {
  Paths paths;
  for (const Hit& hit : results.hits) paths.push_back(hit.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

SearchRequest request_for(const Node& tree) {
  SearchRequest request;
  request.query = tree;
  request.occurrences = false;
  return request;
}

void expect_all(Searcher& searcher, const Node& tree, const Scan& expected) {
  SearchRequest request = request_for(tree);
  request.limit = kNoLimit;
  request.exact = true;
  const SearchResults results = searcher.search(request);
  EXPECT_EQ(paths_of(results), expected.paths);
  EXPECT_EQ(results.total.count, expected.paths.size());
  EXPECT_TRUE(results.total.exact);
}

/// By year, and the count alone.
void expect_timeline(Searcher& searcher, const Node& tree, const Scan& expected) {
  const Timeline timeline = searcher.timeline(tree, TimelineUnit::Year);
  std::map<int, std::uint64_t> years;
  for (const TimelineBar& bar : timeline.bars) {
    if (bar.count != 0) years[bar.first.year] = bar.count;
  }
  EXPECT_EQ(years, expected.years);
  EXPECT_EQ(timeline.undated, expected.undated);
  EXPECT_EQ(searcher.count(tree), expected.paths.size());
}

/// A first page as people ask for it: ten of those that match, and an honest total.
void expect_page(Searcher& searcher, const Node& tree, const Scan& expected) {
  const SearchResults page = searcher.search(request_for(tree));
  const Paths paths = paths_of(page);
  EXPECT_EQ(paths.size(), std::min<std::size_t>(10, expected.paths.size()));
  EXPECT_TRUE(
      std::includes(expected.paths.begin(), expected.paths.end(), paths.begin(), paths.end()));
  EXPECT_GE(page.total.count, paths.size());
  EXPECT_TRUE(!page.total.exact || page.total.count == expected.paths.size()) << page.total.count;
  EXPECT_TRUE(std::is_sorted(page.hits.begin(), page.hits.end(),
                             [](const Hit& a, const Hit& b) { return a.score > b.score; }));
}

/// Returns how many match.
std::size_t expect_as_scanned(const Question& question) {
  SCOPED_TRACE(question.typed);
  const Node tree = tree_of(question.typed);
  const Scan expected = scan(question);
  expect_all(*library().at_once, tree, expected);
  expect_page(*library().at_once, tree, expected);
  expect_timeline(*library().in_runs, tree, expected);
  return expected.paths.size();
}

DateRange days(Date first, Date last) { return {first, last}; }
DateRange year(int number) { return {{number, 1, 1}, {number, 12, 31}}; }

/// In the table: how many articles at least must match, so that a row tells something.
struct Row {
  std::size_t at_least;
  Question question;
};

std::vector<Row> word_rows() {
  return {
      {20, word("protest")},
      {20, word("PROTESTING")},
      {20, word("erdogan")},
      {20, word("strasse")},
      {20, word("don't")},
      {20, word("U.S.")},
      {20, word("AT&T")},
      {20, word("1000")},
      {20, word("北京大学")},
      {20, word("counter-terrorist")},
      {20, word("Kazakhstan's")},
      {1, word(std::string(10'000, 'a'))},
      {1, word(std::string(9'999, 'a') + "b")},
      {0, word(std::string(10'001, 'a'))},
      {1, word("president")},
      {0, word("zebrafinch")},
      {20, all_of({word("oil"), word("prices")})},
      {20, all_of({word("oil"), word("prices")}, " AND ")},
      {20, any_of({word("oil"), word("minister")})},
      {20, none_of(word("oil"))},
      {20, none_of(none_of(word("oil")), "NOT ")},
      {20, all_of({word("minister"), none_of(word("oil"))})},
      {20, all_of({none_of(word("oil")), none_of(word("minister"), "NOT ")})},
      {20, any_of({all_of({word("oil"), word("protest")}),
                   all_of({none_of(word("the"), "NOT "), word("minister")})})},
      {20, all_of({any_of({word("oil"), word("café")}), any_of({word("us"), word("war")})})},
      {20, none_of(all_of({word("oil"), any_of({word("price"), word("minister")})}))},
  };
}

std::vector<Row> phrase_rows() {
  return {
      {1, phrase("To be, or not to be: that is the question")},
      {1, phrase("to be or not")},
      {5, phrase("to be")},
      {5, phrase("or not")},
      {5, phrase("of the")},
      {5, phrase("the of")},
      {5, phrase("the the")},
      {1, phrase("in the U.S.")},
      {5, phrase("protests")},
      {5, phrase("protest")},
      {5, phrase("prime minister")},
      {1, phrase("prime minister resigns")},
      {1, phrase("prime minister resigned")},
      {0, phrase("state of emergency across")},
      {5, phrase("counter terrorist")},
      {1, phrase("kazakhstan oil")},
      {5, phrase("don’t")},
      {5, phrase("北京大学")},
      {1, phrase("interest rate")},
      {5, phrase("1,000")},
      {1, phrase("interest rates")},
      {20, none_of(phrase("of the"))},
      {5, all_of({phrase("of the"), none_of(phrase("to be"))})},
      {3, all_of({none_of(word("oil")), phrase("the of"), source("guardian")})},
      {20, any_of({phrase("not to be"), all_of({word("oil"), none_of(phrase("in the"))})})},
      {5, all_of({none_of(any_of({phrase("of the"), word("oil")})), word("minister")})},
  };
}

std::vector<Row> field_rows() {
  return {
      {2, title(word("minister"))},
      {1, title(word("resigns"))},
      {1, title(phrase("oil prices fell on friday"))},
      {0, title(word("almaty"))},
      {5, title(any_of({word("minister"), word("café")}))},
      {5, title(all_of({word("oil"), none_of(phrase("oil the"))}))},
      {20, title(none_of(word("oil")))},
      {20, none_of(title(word("oil")))},
      {5, all_of({title(word("the")), phrase("of the"), date("2019", year(2019))})},
      {100, date("2019", year(2019))},
      {5, date("2019-05", days({2019, 5, 1}, {2019, 5, 31}))},
      {2, date("2019-05-24..2019-05-25", days({2019, 5, 24}, {2019, 5, 25}))},
      {1, date("1603-07-26", days({1603, 7, 26}, {1603, 7, 26}))},
      {100, date("2018-11..2020-02", days({2018, 11, 1}, {2020, 2, 29}))},
      {100, date("2020..", days({2020, 1, 1}, kLatestDate))},
      {5, date("..1899", days(kEarliestDate, {1899, 12, 31}))},
      {20, none_of(date("2019..2021", days({2019, 1, 1}, {2021, 12, 31})))},
      {100, date_none()},
      {20, all_of({date_none(), word("oil")})},
      {1, date_conflict()},
      {1, all_of({date_conflict(), none_of(word("oil"))})},
      {20, any_of({date_conflict(), phrase("to be")})},
      {20, source("reuters")},
      {20, source("el pais")},
      {5, source("new YORK times")},
      {5, source("guardian")},
      {5, source("odd names [1]")},
      {0, source("york")},
      {20, all_of({none_of(source("reuters")), word("oil")})},
      {20, path("wire/2019")},
      {10, path("*/wire/*/00??.txt")},
      {1, path("special/*.txt")},
      {2, path("*/000[12].txt")},
      {0, path("*/wire")},
      {20, path("2020/01/07")},
      {20, all_of({path("guardian/"), none_of(date("2018", year(2018)))})},
      {20, any_of({path("guardian/"), title(phrase("the oil"))})},
  };
}

TEST(Operators, WordsAreAsScanned) {
  for (const Row& row : word_rows()) {
    EXPECT_GE(expect_as_scanned(row.question), row.at_least) << row.question.typed;
  }
}

TEST(Operators, PhrasesAreAsScanned) {
  for (const Row& row : phrase_rows()) {
    EXPECT_GE(expect_as_scanned(row.question), row.at_least) << row.question.typed;
  }
}

TEST(Operators, FieldsAreAsScanned) {
  for (const Row& row : field_rows()) {
    EXPECT_GE(expect_as_scanned(row.question), row.at_least) << row.question.typed;
  }
}

/// Makes questions at random, of words and phrases that stand in the articles.
class Asker {
 public:
  explicit Asker(std::uint32_t seed) : random_(seed) {}

  Question ask(int depth, bool in_title = false) {
    if (depth == 0 || random_.one_in(3)) return leaf(in_title);
    switch (random_.below(5)) {
      case 0:
      case 1:
        return all_of(several(depth, in_title), random_.one_in(2) ? " " : " AND ");
      case 2:
        return any_of(several(depth, in_title));
      case 3:
        return none_of(ask(depth - 1, in_title), random_.one_in(2) ? "-" : "NOT ");
      default:
        return in_title ? leaf(true) : title(ask(depth - 1, true));
    }
  }

 private:
  std::vector<Question> several(int depth, bool in_title) {
    std::vector<Question> questions;
    for (std::size_t i = 2 + random_.below(2); i > 0; --i) {
      questions.push_back(ask(depth - 1, in_title));
    }
    return questions;
  }

  Question leaf(bool in_title) {
    switch (random_.below(in_title ? 6 : 9)) {
      case 0:
      case 1:
        return word(random_.one_of(made_words()));
      case 2:
        return word(some_words(1));
      case 3:
      case 4:
      case 5:
        return phrase(some_words(1 + random_.below(4)));
      case 6:
        return some_date();
      case 7:
        return source(random_.one_of(library().known).source);
      default:
        return path(random_.one_of(kPatterns));
    }
  }

  /// So many words that stand next to each other somewhere.
  std::string some_words(std::size_t count) {
    while (true) {
      const Known& known = random_.one_of(library().known);
      const auto& words = random_.one_in(4) ? known.headline : known.text;
      if (words.size() < count) continue;
      const std::size_t begin = random_.below(words.size() - count + 1);
      std::string text = words[begin];
      for (std::size_t i = 1; i < count; ++i) text += ' ' + words[begin + i];
      if (words_of(text).size() == count) return text;
    }
  }

  Question some_date() {
    const auto first = static_cast<std::int32_t>(16'500 + random_.below(2500));
    const auto last = static_cast<std::int32_t>(first + random_.below(800));
    const DateRange range{date_from_day_number(first), date_from_day_number(last)};
    switch (random_.below(6)) {
      case 0:
        return date_none();
      case 1:
        return date_conflict();
      case 2:
        return date(to_iso(range.first) + "..", {range.first, kLatestDate});
      case 3:
        return date(std::to_string(range.first.year), year(range.first.year));
      default:
        return date(to_iso(range.first) + ".." + to_iso(range.last), range);
    }
  }

  const std::vector<std::string> kPatterns{"wire/", "2019/", "*/wire/*", "*[13].txt",
                                           "*/2020*/?0*.txt"};
  Random random_;
};

// Each question goes to one of the indexes, and is asked for hits, timeline and first page in turn.
TEST(Operators, RandomQuestionsAreAsScanned) {
  constexpr int kQuestions = 240;
  Asker asker(2022);
  for (int i = 0; i < kQuestions && !testing::Test::HasFailure(); ++i) {
    const Question question = asker.ask(1 + i % 3);
    SCOPED_TRACE(question.typed);
    const Node tree = tree_of(question.typed);
    const Scan expected = scan(question);
    Searcher& searcher = i % 2 == 0 ? *library().in_runs : *library().at_once;
    if (i % 5 < 3) expect_all(searcher, tree, expected);
    if (i % 5 == 3) expect_timeline(searcher, tree, expected);
    if (i % 5 == 4) expect_page(searcher, tree, expected);
  }
}

TEST(Ids, CountArticlesInTheOrderOfTheCrawl) {
  SearchRequest request = request_for(Node{});
  request.limit = kNoLimit;
  const SearchResults results = library().at_once->search(request);
  ASSERT_EQ(results.hits.size(), library().known.size());
  for (const Hit& hit : results.hits) ASSERT_EQ(hit.id, library().number_of[hit.path]) << hit.path;
}

std::int32_t day_or(const Hit& hit, std::int32_t undated) {
  return hit.article.date ? day_number(*hit.article.date) : undated;
}

TEST(Sorting, ByDatePutsUndatedArticlesLast) {
  for (const char* typed : {"oil", "\"of the\"", "-minister", "path:wire"}) {
    for (Searcher* searcher : {library().at_once.get(), library().in_runs.get()}) {
      SearchRequest request = request_for(tree_of(typed));
      request.limit = kNoLimit;
      request.sort = SortOrder::Newest;
      const SearchResults newest = searcher->search(request);
      EXPECT_TRUE(std::is_sorted(newest.hits.begin(), newest.hits.end(), [](auto& a, auto& b) {
        return day_or(a, INT32_MIN) > day_or(b, INT32_MIN);
      })) << typed;
      request.sort = SortOrder::Oldest;
      const SearchResults oldest = searcher->search(request);
      EXPECT_TRUE(std::is_sorted(oldest.hits.begin(), oldest.hits.end(), [](auto& a, auto& b) {
        return day_or(a, INT32_MAX) < day_or(b, INT32_MAX);
      })) << typed;
      EXPECT_FALSE(oldest.hits.back().article.date) << typed;
      EXPECT_EQ(paths_of(newest), paths_of(oldest));
    }
  }
}

TEST(Paging, EveryHitIsOnJustOnePage) {
  for (const char* typed : {"oil", "oil minister", "\"of the\"", "\"to be\" OR title:oil"}) {
    for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest}) {
      SearchRequest request = request_for(tree_of(typed));
      request.sort = sort;
      request.limit = kNoLimit;
      const SearchResults whole = library().in_runs->search(request);
      request.limit = 97;
      std::vector<std::uint32_t> paged, expected;
      for (const Hit& hit : whole.hits) expected.push_back(hit.id);
      for (; request.offset < whole.hits.size() + 200; request.offset += request.limit) {
        for (const Hit& hit : library().in_runs->search(request).hits) paged.push_back(hit.id);
      }
      EXPECT_EQ(paged, expected) << typed;
    }
  }
}

TEST(Paging, BehindTheEndThereIsNothingButTheTotal) {
  for (const char* typed : {"oil", "\"of the\""}) {
    SearchRequest request = request_for(tree_of(typed));
    request.offset = UINT32_MAX;
    request.limit = UINT32_MAX;
    request.exact = true;
    const SearchResults results = library().at_once->search(request);
    EXPECT_TRUE(results.hits.empty());
    EXPECT_EQ(results.total.count, library().at_once->count(request.query)) << typed;
  }
}

TEST(Timelines, OfMonthsAndDaysAddUpAndHaveNoGaps) {
  const Node tree = tree_of("oil");
  const std::uint64_t count = library().in_runs->count(tree);
  for (const TimelineUnit unit : {TimelineUnit::Year, TimelineUnit::Month, TimelineUnit::Day}) {
    const Timeline timeline = library().in_runs->timeline(tree, unit);
    std::uint64_t sum = timeline.undated;
    for (const TimelineBar& bar : timeline.bars) sum += bar.count;
    EXPECT_EQ(sum, count);
    EXPECT_NE(timeline.bars.front().count, 0U);
    EXPECT_NE(timeline.bars.back().count, 0U);
    for (std::size_t i = 1; i < timeline.bars.size(); ++i) {
      const std::int32_t step =
          day_number(timeline.bars[i].first) - day_number(timeline.bars[i - 1].first);
      EXPECT_GE(step, unit == TimelineUnit::Year ? 365 : unit == TimelineUnit::Month ? 28 : 1);
      EXPECT_LE(step, unit == TimelineUnit::Year ? 366 : unit == TimelineUnit::Month ? 31 : 1);
    }
  }
}

TEST(Stats, AreOfTheArticlesThatAreThere) {
  const IndexStats at_once = library().at_once->stats();
  const IndexStats in_runs = library().in_runs->stats();
  const auto& known = library().known;
  EXPECT_EQ(at_once.articles, known.size());
  EXPECT_EQ(in_runs.articles, known.size());
  EXPECT_GT(in_runs.deleted, 0U);
  EXPECT_EQ(at_once.undated, scan(date_none()).paths.size());
  EXPECT_EQ(in_runs.undated, at_once.undated);
  EXPECT_EQ(in_runs.date_conflicts, scan(date_conflict()).paths.size());
  EXPECT_EQ(at_once.first_date, in_runs.first_date);
  EXPECT_EQ(at_once.last_date, in_runs.last_date);
  std::map<std::string, std::uint64_t> expected, got;
  for (const Known& one : known) ++expected[fold(one.source)];
  for (const IndexStats::SourceCount& one : in_runs.sources) got[fold(one.source)] = one.articles;
  EXPECT_EQ(got, expected);
}

}  // namespace
}  // namespace dateline
