// Names in queries on the sample: what is found equals a plain look at every article's record.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
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
    searcher_ = new Searcher(scratch_->path("index"), true);
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

  static Node parse(const std::string& text) {
    Node query = parse_query(text, QueryContext{{2024, 1, 1}}).value();
    searcher_->resolve(query);
    return query;
  }

  static std::uint64_t found(const std::string& text) {
    Searcher& searcher = *searcher_;
    const Node query = parse(text);
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

FacetField field_of(EntityType type) {
  return type == EntityType::Person         ? FacetField::Person
         : type == EntityType::Organisation ? FacetField::Organisation
                                            : FacetField::Place;
}

std::vector<std::string> lines_of(const std::vector<Facet::Value>& values) {
  std::vector<std::string> lines;
  for (const Facet::Value& value : values) {
    lines.push_back(value.name + ' ' + std::to_string(value.count));
  }
  return lines;
}

/// As FacetCounts has them: largest first, then by name.
std::vector<std::string> largest(const std::map<std::string, std::uint64_t>& counts,
                                 std::size_t limit) {
  std::vector<Facet::Value> values;
  for (const auto& [name, count] : counts) values.push_back({name, count});
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  if (limit != 0 && values.size() > limit) values.resize(limit);
  return lines_of(values);
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
                return matches(a) || spaced(a.title).find(" said that ") != std::string::npos ||
                       spaced(a.text).find(" said that ") != std::string::npos;
              }))
        << query;
  }
}

TEST_F(NameSearch, FacetsEqualAPlainCount) {
  const std::pair<const char*, std::function<bool(const Article&)>> rows[] = {
      {"date:1000..", [](const Article& a) { return a.date.has_value(); }},
      {"the",
       [](const Article& a) {
         return spaced(a.title + ' ' + a.text).find(" the ") != std::string::npos;
       }},
      {"\"said that\"",
       [](const Article& a) {
         return spaced(a.title).find(" said that ") != std::string::npos ||
                spaced(a.text).find(" said that ") != std::string::npos;
       }},
      {"place:\"United States\"",
       [](const Article& a) { return has_name(a, EntityType::Place, "united states", true); }}};
  for (const auto& [text, matches] : rows) {
    std::map<FacetField, std::map<std::string, std::uint64_t>> expected;
    for (const Article& article : *articles_) {
      if (!matches(article)) continue;
      for (const ArticleName& name : article.names) ++expected[field_of(name.type)][name.name];
      if (!article.date) continue;
      ++expected[FacetField::Year][to_iso(*article.date).substr(0, 4)];
      ++expected[FacetField::Month][to_iso(*article.date).substr(0, 7)];
    }
    for (const std::size_t limit : {0U, 1U, 10U}) {
      const std::vector<FacetField> fields = {FacetField::Person, FacetField::Organisation,
                                              FacetField::Place, FacetField::Year,
                                              FacetField::Month};
      const FacetCounts counts = searcher_->facets(parse(text), fields, limit);
      EXPECT_EQ(counts.total, scanned(matches)) << text;
      for (const Facet& facet : counts.facets) {
        EXPECT_EQ(lines_of(facet.values), largest(expected[facet.field], limit)) << text << limit;
      }
    }
  }
}

TEST_F(NameSearch, AnArticleWithSeveralNamesOfAnEntityCountsOnce) {
  Searcher searcher(scratch_->path("index"));
  Snapshot snapshot(scratch_->path("index"));
  const Vocabulary vocabulary(snapshot);
  const Entities entities(vocabulary, false);
  EXPECT_LT(entities.size(), vocabulary.size());
  std::map<EntityType, std::map<std::string, std::uint64_t>> expected;
  std::map<std::uint32_t, std::uint64_t> articles;
  for (const Article& article : *articles_) {
    std::set<std::uint32_t> found;
    for (const ArticleName& name : article.names) {
      found.insert(entities.of_name(vocabulary.place_of(name.type, name.name).value()));
    }
    for (const std::uint32_t entity : found) ++articles[entity];
  }
  for (const auto& [place, count] : articles) {
    const KnownEntity entity = entities[place];
    expected[entity.type][std::string(entity.name)] += count;
  }
  for (const std::size_t limit : {0U, 1U, 10U}) {
    const FacetCounts counts = searcher.facets(
        Node{}, {FacetField::Person, FacetField::Organisation, FacetField::Place}, limit);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_EQ(lines_of(counts.facets[i].values), largest(expected[kEntityTypes[i]], limit));
    }
  }
  for (const auto& [place, count] : articles) {
    const KnownEntity entity = entities[place];
    if (entity.names.size() < 2) continue;
    Node query;
    query.kind = Node::Kind::Name;
    query.type = entity.type;
    query.value = std::string(vocabulary.name(*(entity.names.end() - 1)));
    query.whole = true;
    const auto taken = searcher.resolve(query);
    EXPECT_EQ(searcher.count(query), count) << entity.name;
    EXPECT_EQ(taken.at(0).names.at(0).articles, count) << entity.name;
    EXPECT_EQ(taken.at(0).names.at(0).name, entity.name);
  }
}

// A user's rules make it read all names: here one on a name that is none.
TEST_F(NameSearch, TakesTheSameNamesWithoutReadingAll) {
  Searcher near(scratch_->path("index"));
  Searcher all(scratch_->path("index"), false,
               {{AuthorityRule::Action::Hide, EntityType::Person, "qqqq qqqq", "", {}}});
  std::set<std::string> asked;
  for (const Article& article : *articles_) {
    for (const ArticleName& name : article.names) {
      const std::string folded = folded_name(name.name);
      asked.insert(folded);
      asked.insert(folded.substr(0, folded.find(' ')));
      asked.insert(folded.substr(folded.rfind(' ') + 1));
    }
  }
  std::size_t i = 0;
  for (const std::string& name : asked) {
    if (name.empty() || ++i % 5 != 0) continue;
    Node query;
    query.kind = Node::Kind::Name;
    query.value = name;
    query.whole = i % 2 == 0;
    if (i % 3 == 0) query.type = EntityType::Person;
    Node same = query;
    const auto taken = near.resolve(query), expected = all.resolve(same);
    EXPECT_EQ(query.terms, same.terms) << name;
    ASSERT_TRUE(query.articles && same.articles);
    EXPECT_EQ(*query.articles, *same.articles) << name;
    ASSERT_EQ(taken.at(0).names.size(), expected.at(0).names.size()) << name;
    for (std::size_t one = 0; one < taken[0].names.size(); ++one) {
      EXPECT_EQ(taken[0].names[one].name, expected[0].names[one].name);
      EXPECT_EQ(taken[0].names[one].articles, expected[0].names[one].articles);
    }
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
  EXPECT_EQ(query.children[1].terms.at(0), typed_name(EntityType::Person, known));

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
