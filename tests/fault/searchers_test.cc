// Four searchers without pause while one run after another changes the index: no error, and every
// answer is that of a published state, as a scan of all its texts gives it.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "common/error.h"
#include "searcher/match/searcher.h"
#include "searcher/query/parser.h"
#include "tests/fault/fault_support.h"

namespace dateline::fault {
namespace {

using Clock = std::chrono::steady_clock;
using Answer = std::vector<std::uint32_t>;  ///< article numbers, ascending

struct Question {
  const char* query;
  const char* text;  ///< that the articles it finds have, and no others
};

constexpr Question kQuestions[] = {
    {"oil", "oil and prices"},
    {"\"edition 1\"", "edition 1."},
    {"articlenumber7", "Articlenumber7 "},
    {"tokayev w/3 kazakhstan", "Tokayev spoke in Kazakhstan"},
};

/// The answers by reading every text of the state.
std::vector<Answer> scan(const std::string& index, std::uint64_t& generation) {
  Snapshot snapshot(index);
  generation = snapshot.manifest().generation;
  std::vector<Answer> answers(std::size(kQuestions));
  for (const SegmentInfo& segment : snapshot.manifest().segments) {
    for (std::uint32_t number = segment.first; number <= segment.last; ++number) {
      const auto document = snapshot.find(number);
      if (!document) continue;
      const std::string text = snapshot.article_without_names(*document).text;
      for (std::size_t i = 0; i < answers.size(); ++i) {
        if (text.find(kQuestions[i].text) != std::string::npos) answers[i].push_back(number);
      }
    }
  }
  return answers;
}

Answer ask(Searcher& searcher, const char* query) {
  SearchRequest request;
  request.query = parse_query(query, QueryContext{}).value();
  request.limit = 100'000;
  Answer answer;
  for (const Hit& hit : searcher.search(request).hits) answer.push_back(hit.id);
  std::sort(answer.begin(), answer.end());
  return answer;
}

class Searchers : public testing::Test {
 protected:
  /// Asks until told to stop, and keeps what each state answered.
  void search() {
    while (!done) {
      try {
        std::uint64_t generation = 0;
        const std::vector<Answer> by_scan = scan(index, generation);
        keep(generation, by_scan, true);
        Searcher searcher(index);
        std::vector<Answer> answers;
        for (const Question& question : kQuestions) answers.push_back(ask(searcher, question.query));
        keep(searcher.snapshot().manifest().generation, answers, false);
      } catch (const std::exception& error) {
        ++errors;
        ADD_FAILURE() << error.what();
      }
    }
  }

  void keep(std::uint64_t generation, const std::vector<Answer>& answers, bool is_scan) {
    const std::lock_guard<std::mutex> lock(mutex);
    (is_scan ? scanned : asked)[generation].insert(answers);
    if (!is_scan) searches += answers.size();
  }

  Archive archive;
  ScratchFolder scratch;
  std::string index = scratch.path("index");
  std::atomic<bool> done{false};
  std::atomic<std::size_t> errors{0};
  std::mutex mutex;
  std::size_t searches = 0;
  std::map<std::uint64_t, std::set<std::vector<Answer>>> scanned, asked;
};

TEST_F(Searchers, SeePublishedStatesOnly) {
  const std::chrono::seconds length(how_many("DATELINE_SEARCH_SECONDS", 6));
  write_articles(archive, 1, 30);
  ASSERT_EQ(finish(start(indexer({archive.path(), "--index", index}))), 0);
  std::vector<std::thread> searchers;
  for (int i = 0; i < 4; ++i) searchers.emplace_back([this] { search(); });
  const auto begin = Clock::now();
  std::size_t runs = 0;
  for (int round = 1; Clock::now() - begin < length || runs < 3; ++round) {
    const int first = round * 13 % 180;
    write_articles(archive, first, first + 25, round % 3);
    for (int i = 0; i < 12; ++i) {
      char name[16];
      std::snprintf(name, sizeof name, "%03d.txt", (round * 29 + i) % 200);
      if (archive.files().count(name) != 0) archive.remove(name);
    }
    EXPECT_EQ(finish(start(indexer({archive.path(), "--index", index}))), 0);
    ++runs;
  }
  done = true;
  for (std::thread& searcher : searchers) searcher.join();
  std::size_t compared = 0;
  for (const auto& [generation, answers] : asked) {
    EXPECT_EQ(answers.size(), 1U) << "generation " << generation << " answers differently";
    const auto scan = scanned.find(generation);
    if (scan == scanned.end()) continue;
    ++compared;
    EXPECT_EQ(answers, scan->second) << "generation " << generation;
  }
  std::printf("%zu runs, %zu searches by 4 searchers, %zu errors; %zu published states seen, %zu "
              "compared with a scan of their texts\n",
              runs, searches, errors.load(), asked.size(), compared);
  EXPECT_EQ(errors, 0U);
  EXPECT_GE(compared, asked.size() / 2);
  EXPECT_GE(compared, 5U);
}

}  // namespace
}  // namespace dateline::fault
