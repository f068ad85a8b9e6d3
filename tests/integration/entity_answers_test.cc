// Lists, pages and networks of names: equal to a plain count over every article's record, with
// several segments and deleted articles.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "searcher/about/association.h"
#include "searcher/about/entity_list.h"
#include "searcher/about/entity_page.h"
#include "searcher/match/searcher.h"
#include "searcher/query/parser.h"
#include "tests/support/indexing.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

namespace fs = boost::filesystem;

/// An article as a plain count sees it.
struct Counted {
  std::uint32_t id = 0;
  std::optional<Date> date;
  std::string words;                       ///< folded, between spaces
  std::map<std::uint32_t, bool> entities;  ///< whether in the lead
  std::set<std::uint32_t> names;           ///< places in the vocabulary
};

class EntityAnswers : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = new ScratchFolder;
    make_index();
    searcher_ = new Searcher(scratch_->path("index"));
    Snapshot snapshot(scratch_->path("index"));
    vocabulary_ = new Vocabulary(snapshot);
    entities_ = new Entities(*vocabulary_, false);
    articles_ = new std::vector<Counted>;
    const Xapian::Database& database = snapshot.database();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      if (!snapshot.is_deleted(*at)) add(snapshot, *at);
    }
  }

  /// The sample in several segments, every ninth article taken away again.
  static void make_index() {
    const std::string folder = scratch_->path("articles");
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(sample_folder())) {
      const fs::path to = folder / fs::relative(entry.path(), sample_folder());
      if (fs::is_directory(entry.path())) {
        fs::create_directories(to);
      } else {
        fs::create_directories(to.parent_path());
        fs::copy_file(entry.path(), to);
        files.push_back(to);
      }
    }
    index_articles(with_names(run_in_small_pieces({folder}, scratch_->path("index"))));
    std::sort(files.begin(), files.end());
    for (std::size_t i = 0; i < files.size(); i += 9) fs::remove(files[i]);
    index_articles(with_names(run_in_small_pieces({folder}, scratch_->path("index"))));
    ASSERT_TRUE(Snapshot(scratch_->path("index")).has_tombstones());
  }

  static void add(Snapshot& snapshot, Xapian::docid document) {
    const Article article = snapshot.article(document);
    Counted counted;
    counted.id = snapshot.article_number(document);
    counted.date = snapshot.date(document);
    counted.words = ' ' + folded_name(article.title + ' ' + article.text) + ' ';
    for (const ArticleName& name : article.names) {
      const std::uint32_t place = vocabulary_->place_of(name.type, name.name).value();
      bool& in_lead = counted.entities[entities_->of_name(place)];
      in_lead = in_lead || name.in_lead;
      counted.names.insert(place);
    }
    articles_->push_back(std::move(counted));
  }

  static void TearDownTestSuite() {
    delete articles_;
    delete entities_;
    delete vocabulary_;
    delete searcher_;
    delete scratch_;
  }

  /// The articles with that word, or all.
  static std::vector<const Counted*> matching(const std::string& word) {
    std::vector<const Counted*> found;
    for (const Counted& one : *articles_) {
      if (word.empty() || one.words.find(' ' + word + ' ') != std::string::npos) {
        found.push_back(&one);
      }
    }
    return found;
  }
  static Node query(const std::string& word) {
    return word.empty() ? Node{} : parse_query("\"" + word + "\"", {}).value();
  }
  static std::map<std::uint32_t, std::uint64_t> counts(
      const std::vector<const Counted*>& articles) {
    std::map<std::uint32_t, std::uint64_t> counts;
    for (const Counted* article : articles) {
      for (const auto& entity : article->entities) ++counts[entity.first];
    }
    return counts;
  }
  static KnownEntity known(std::uint32_t place) { return (*entities_)[place]; }

  static ScratchFolder* scratch_;
  static Searcher* searcher_;
  static Vocabulary* vocabulary_;
  static Entities* entities_;
  static std::vector<Counted>* articles_;
};

ScratchFolder* EntityAnswers::scratch_;
Searcher* EntityAnswers::searcher_;
Vocabulary* EntityAnswers::vocabulary_;
Entities* EntityAnswers::entities_;
std::vector<Counted>* EntityAnswers::articles_;

constexpr const char* kWords[] = {"", "government", "police", "zebra"};

/// Most articles first, then by name, then people, organisations, places.
using Row = std::tuple<std::int64_t, std::string, int>;

Row row_of(std::uint64_t articles, const std::string& name, EntityType type) {
  const int rank = type == EntityType::Person ? 0 : type == EntityType::Organisation ? 1 : 2;
  return {-static_cast<std::int64_t>(articles), name, rank};
}

TEST_F(EntityAnswers, ListsEqualAPlainCount) {
  for (const std::string word : kWords) {
    for (const char* prefix : {"", "u", "New Y", "zzz"}) {
      for (const EntityTypes& types :
           {EntityTypes{}, EntityTypes{EntityType::Place, EntityType::Organisation}}) {
        std::vector<Row> expected;
        for (const auto& [place, articles] : counts(matching(word))) {
          const KnownEntity entity = known(place);
          const bool is_asked =
              types.empty() || std::count(types.begin(), types.end(), entity.type);
          const bool fits =
              std::any_of(entity.names.begin(), entity.names.end(), [&](std::uint32_t name) {
                const std::string spaced = ' ' + std::string(vocabulary_->folded(name));
                return spaced.find(' ' + folded_name(prefix)) != std::string::npos;
              });
          if (is_asked && fits) {
            expected.push_back(row_of(articles, std::string(entity.name), entity.type));
          }
        }
        std::sort(expected.begin(), expected.end());
        for (const auto& [offset, limit] : {std::pair{0, 0}, std::pair{0, 3}, std::pair{2, 20}}) {
          EntityListRequest request{query(word), types, prefix, std::size_t(offset),
                                    std::size_t(limit)};
          const EntityList list = searcher_->entities(request);
          EXPECT_EQ(list.total, matching(word).size());
          std::vector<std::pair<std::string, std::int64_t>> got, wanted;
          for (const ListedEntity& one : list.entities) {
            got.emplace_back(one.name, -static_cast<std::int64_t>(one.articles));
          }
          for (std::size_t i = std::size_t(offset);
               i < expected.size() && (limit == 0 || i < std::size_t(offset + limit)); ++i) {
            wanted.emplace_back(std::get<1>(expected[i]), std::get<0>(expected[i]));
          }
          EXPECT_EQ(got, wanted) << word << '/' << prefix << '/' << offset << '+' << limit;
        }
      }
    }
  }
}

/// What a page must say, from a plain count.
void expect_companions(const std::vector<Companion>& got, std::vector<Companion> all,
                       std::size_t limit, bool by_chance) {
  std::sort(all.begin(), all.end(), [&](const Companion& a, const Companion& b) {
    if (by_chance && a.log_likelihood != b.log_likelihood)
      return a.log_likelihood > b.log_likelihood;
    if (!by_chance && a.together != b.together) return a.together > b.together;
    return a.name < b.name;
  });
  if (all.size() > limit) all.resize(limit);
  ASSERT_EQ(got.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(got[i].name, all[i].name);
    EXPECT_EQ(got[i].together, all[i].together);
    EXPECT_EQ(got[i].articles, all[i].articles);
    EXPECT_DOUBLE_EQ(got[i].log_likelihood, all[i].log_likelihood);
    EXPECT_DOUBLE_EQ(got[i].times_expected, all[i].times_expected);
  }
}

TEST_F(EntityAnswers, PagesEqualAPlainCount) {
  for (const std::string word : kWords) {
    const std::vector<const Counted*> matches = matching(word);
    const auto all = counts(matches);
    // The commonest and every 50th.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> ordered;
    for (const auto& [place, articles] : all) ordered.emplace_back(articles, place);
    std::sort(ordered.rbegin(), ordered.rend());
    for (std::size_t i = 0; i < ordered.size(); i += i < 3 ? 1 : 50) {
      const std::uint32_t place = ordered[i].second;
      EntityPageRequest request;
      request.query = query(word);
      request.name = known(place).name;
      request.types = {known(place).type};
      const EntityPage page = searcher_->entity_page(request);
      ASSERT_TRUE(page.entity);
      if (page.entity->name != known(place).name) continue;  // a commoner one has it as a part
      EXPECT_EQ(page.total, matches.size());
      EXPECT_EQ(page.articles, ordered[i].first);
      std::vector<const Counted*> with;
      std::uint64_t in_lead = 0, dated = 0, in_bars = 0;
      std::map<std::string, std::uint64_t> aliases, got_aliases;
      for (const Counted* article : matches) {
        const auto at = article->entities.find(place);
        if (at == article->entities.end()) continue;
        with.push_back(article);
        in_lead += at->second ? 1 : 0;
        dated += article->date ? 1 : 0;
        for (const std::uint32_t name : known(place).names) {
          if (article->names.count(name) > 0) ++aliases[std::string(vocabulary_->name(name))];
        }
      }
      EXPECT_EQ(page.in_lead, in_lead);
      for (const auto& alias : page.aliases) got_aliases[alias.name] = alias.count;
      EXPECT_EQ(got_aliases, aliases);
      for (const TimelineBar& bar : page.timeline.bars) in_bars += bar.count;
      EXPECT_EQ(in_bars, dated);
      EXPECT_EQ(page.timeline.undated, with.size() - dated);
      const auto is_older = [](const Counted* a, const Counted* b) {
        return std::tie(a->date, a->id) < std::tie(b->date, b->id);
      };
      std::sort(with.begin(), with.end(), is_older);
      if (dated > 0) {
        EXPECT_EQ(page.first->id, with[with.size() - dated]->id);
        EXPECT_EQ(page.last->id, with.back()->id);
        ASSERT_EQ(page.recent.size(), std::min<std::size_t>(request.headlines, dated));
        for (std::size_t k = 0; k < page.recent.size(); ++k) {
          EXPECT_EQ(page.recent[k].id, with[with.size() - 1 - k]->id);
        }
      }
      const auto together = counts(with);
      for (const Companions& kind : page.companions) {
        std::vector<Companion> most, above;
        for (const auto& [other, both] : together) {
          if (other == place || known(other).type != kind.type) continue;
          const Together table{both, page.articles, all.at(other), page.total};
          most.push_back({std::string(known(other).name), both, all.at(other), times_expected(table),
                          log_likelihood_ratio(table)});
          const bool is_above =
              both >= 3 && most.back().times_expected >= 1.5 && most.back().log_likelihood >= 10.83;
          if (is_above) above.push_back(most.back());
        }
        expect_companions(kind.most, most, request.companions, false);
        expect_companions(kind.above_chance, above, request.companions, true);
      }
    }
  }
}

TEST_F(EntityAnswers, NetworksEqualAPlainCount) {
  for (const std::string word : kWords) {
    for (const std::size_t limit : {1U, 10U, 60U}) {
      for (const std::uint64_t least : {1U, 3U}) {
        const EntityNetwork network = searcher_->entity_network(
            {query(word), {EntityType::Person, EntityType::Place}, limit, least});
        const auto all = counts(matching(word));
        std::vector<Row> nodes, got;
        for (const auto& [place, articles] : all) {
          if (known(place).type == EntityType::Organisation) continue;
          nodes.push_back(row_of(articles, std::string(known(place).name), known(place).type));
        }
        std::sort(nodes.begin(), nodes.end());
        if (nodes.size() > limit) nodes.resize(limit);
        std::map<Row, std::size_t> place_of;
        for (const auto& node : network.nodes) {
          got.push_back(row_of(node.articles, node.name, node.type));
          place_of[got.back()] = got.size() - 1;
        }
        auto sorted = got;
        std::sort(sorted.begin(), sorted.end());
        EXPECT_EQ(sorted, nodes) << word << limit;
        std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> edges, got_edges;
        for (const Counted* article : matching(word)) {
          std::set<std::size_t> present;
          for (const auto& entity : article->entities) {
            const KnownEntity one = known(entity.first);
            const auto at = place_of.find(row_of(all.at(entity.first), std::string(one.name), one.type));
            if (at != place_of.end()) present.insert(at->second);
          }
          for (const std::size_t a : present) {
            for (const std::size_t b : present) {
              if (a < b) ++edges[{a, b}];
            }
          }
        }
        for (auto at = edges.begin(); at != edges.end();) {
          at = at->second < least ? edges.erase(at) : std::next(at);
        }
        for (const auto& edge : network.edges) got_edges[{edge.from, edge.to}] = edge.articles;
        EXPECT_EQ(got_edges, edges) << word << limit;
      }
    }
  }
}

TEST_F(EntityAnswers, ANameThatIsNotKnownHasSuggestions) {
  const auto ordered = counts(matching(""));
  const auto most =
      std::max_element(ordered.begin(), ordered.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  EntityPageRequest request;
  request.name = known(most->first).name;
  request.name.insert(request.name.size() - 1, "q");
  const EntityPage page = searcher_->entity_page(request);
  EXPECT_FALSE(page.entity);
  ASSERT_FALSE(page.suggestions.empty());
  EXPECT_EQ(page.suggestions[0].name, known(most->first).name);
  EXPECT_EQ(page.articles, 0U);
}

TEST(LikeliestEntities, AreThoseOfMostArticlesButANameThatIsJustItCountsTenfold) {
  const Vocabulary vocabulary({{EntityType::Person, "York", 9},
                               {EntityType::Organisation, "Bank of America", 50},
                               {EntityType::Place, "America", 6},
                               {EntityType::Place, "New York", 100}});
  const Entities entities(vocabulary, true);
  const auto first = [&](const char* name, const EntityTypes& types) {
    const auto found = likeliest_entities(name, types, vocabulary, entities);
    return found.empty() ? "" : std::string(entities[found.front()].name);
  };
  EXPECT_EQ(first("york", {}), "New York");
  EXPECT_EQ(first("york", {EntityType::Person}), "York");
  EXPECT_EQ(first("AMERICA", {}), "America");
  EXPECT_EQ(first("bank", {}), "Bank of America");
  EXPECT_EQ(first("bank", {EntityType::Place}), "");
}

TEST(WordPrefix, IsOfAnyWordAndGoesOnIntoTheNext) {
  EXPECT_TRUE(has_word_prefix("barack obama", ""));
  EXPECT_TRUE(has_word_prefix("barack obama", "ob"));
  EXPECT_TRUE(has_word_prefix("barack obama", "barack ob"));
  EXPECT_FALSE(has_word_prefix("barack obama", "bama"));
  EXPECT_FALSE(has_word_prefix("barack obama", "barack obamas"));
  EXPECT_TRUE(has_word_prefix("obama cabana ba", "ba"));
}

}  // namespace
}  // namespace dateline
