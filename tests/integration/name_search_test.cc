// Names in queries on the sample: what is found equals a plain look at every article's record.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/match/searcher.h"
#include "searcher/query/parser.h"
#include "tests/support/indexing.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

/// An index of the sample in several segments, made once.
class NameSearch : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = new ScratchFolder;
    index_articles(with_names(run_in_small_pieces({sample_folder()}, scratch_->path("index"))));
    Snapshot snapshot(scratch_->path("index"));
    articles_ = new std::vector<Article>;
    searcher_ = new Searcher(scratch_->path("index"));
    const Xapian::Database& database = snapshot.database();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      articles_->push_back(snapshot.article(*at));
    }
  }
  static void TearDownTestSuite() {
    delete searcher_;
    delete articles_;
    delete scratch_;
  }

  static std::uint64_t found(const std::string& text) {
    Searcher& searcher = *searcher_;
    Node query = parse_query(text, QueryContext{{2024, 1, 1}}).value();
    searcher.resolve(query);
    SearchRequest request;
    request.query = query;
    request.exact = true;
    const std::uint64_t count = searcher.count(query);
    EXPECT_EQ(searcher.search(request).total.count, count) << text;
    return count;
  }

  static std::uint64_t scanned(const std::function<bool(const Article&)>& matches) {
    return static_cast<std::uint64_t>(std::count_if(articles_->begin(), articles_->end(), matches));
  }

  static ScratchFolder* scratch_;
  static Searcher* searcher_;
  static std::vector<Article>* articles_;
};

ScratchFolder* NameSearch::scratch_;
Searcher* NameSearch::searcher_;
std::vector<Article>* NameSearch::articles_;

std::string spaced(const std::string& text) { return ' ' + folded_name(text) + ' '; }

bool has_name(const Article& article, std::optional<EntityType> type, const std::string& words,
              bool whole) {
  return std::any_of(article.names.begin(), article.names.end(), [&](const ArticleName& name) {
    if (type && name.type != *type) return false;
    return whole ? spaced(name.name) == spaced(words)
                 : spaced(name.name).find(spaced(words)) != std::string::npos;
  });
}

TEST_F(NameSearch, FindsWhatEveryRecordSays) {
  std::set<std::string> words;
  std::set<std::pair<EntityType, std::string>> names;
  for (const Article& article : *articles_) {
    for (const ArticleName& name : article.names) {
      const std::string folded = folded_name(name.name);
      if (folded.empty()) continue;
      words.insert(folded.substr(folded.rfind(' ') + 1));
      names.emplace(name.type, folded);
    }
  }
  ASSERT_GT(words.size(), 100U);
  std::size_t i = 0;
  for (const std::string& word : words) {
    if (++i % 11 != 0) continue;
    EXPECT_EQ(found("entity:" + word),
              scanned([&](const Article& a) { return has_name(a, {}, word, false); }))
        << word;
    EXPECT_EQ(found("the -person:" + word), scanned([&](const Article& a) {
                return spaced(a.title + ' ' + a.text).find(" the ") != std::string::npos &&
                       !has_name(a, EntityType::Person, word, false);
              }))
        << word;
  }
  for (const auto& [type, name] : names) {
    if (++i % 41 != 0) continue;
    const std::string query = std::string(name_of(type)) + ":\"" + name + '"';
    const auto matches = [&, type = type, name = name](const Article& a) {
      return has_name(a, type, name, true);
    };
    EXPECT_EQ(found(query), scanned(matches)) << query;
    // Next to a phrase the texts decide.
    EXPECT_EQ(found(query + " OR \"said that\""), scanned([&](const Article& a) {
                return matches(a) ||
                       spaced(a.title).find(" said that ") != std::string::npos ||
                       spaced(a.text).find(" said that ") != std::string::npos;
              }))
        << query;
  }
}

TEST_F(NameSearch, SaysWhichNamesItTookOrWouldHave) {
  Searcher& searcher = *searcher_;
  std::string known;
  for (const Article& article : *articles_) {
    for (const ArticleName& name : article.names) {
      if (name.type == EntityType::Person && folded_name(name.name).size() > 12 &&
          folded_name(name.name).find(' ') != std::string::npos) {
        known = name.name;
      }
    }
  }
  Node query = parse_query("a OR person:\"" + known + "\" OR person:qqqqqqqq", {}).value();
  auto taken = searcher.resolve(query);
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[0].names.at(0).name, known);
  EXPECT_TRUE(taken[0].suggestions.empty());
  EXPECT_TRUE(taken[1].names.empty());
  EXPECT_EQ(query.children[1].terms.at(0), schema::entity_term(EntityType::Person, known));

  std::string mistyped = folded_name(known);
  mistyped.insert(mistyped.size() - 2, "q");
  Node wrong = parse_query("person:\"" + mistyped + '"', {}).value();
  taken = searcher.resolve(wrong);
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_TRUE(taken[0].names.empty());
  ASSERT_FALSE(taken[0].suggestions.empty());
  EXPECT_EQ(taken[0].suggestions[0].name, known);
  EXPECT_EQ(searcher.count(wrong), 0U);
}

}  // namespace
}  // namespace dateline
