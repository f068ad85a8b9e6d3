#include "common/index/name_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "common/error.h"
#include "common/index/name_table_writer.h"
#include "common/index/schema.h"
#include "tests/support/random.h"
#include "tests/support/word_segment.h"

namespace dateline {
namespace {

using test::segment_of;

/// By number: the names of an article.
using Articles = std::map<std::uint32_t, std::vector<ArticleName>>;

std::size_t rank_of(EntityType type) {
  return static_cast<std::size_t>(
      std::find(std::begin(kEntityTypes), std::end(kEntityTypes), type) - std::begin(kEntityTypes));
}

/// The numbers of the articles by name, in the order of ids.
std::map<std::tuple<std::size_t, std::string>, std::vector<std::uint32_t>> lists_of(
    const Articles& articles) {
  std::map<std::tuple<std::size_t, std::string>, std::vector<std::uint32_t>> lists;
  for (const auto& [number, names] : articles) {
    for (const ArticleName& name : names) lists[{rank_of(name.type), name.name}].push_back(number);
  }
  return lists;
}

SideTable table_of(const Articles& articles) {
  const auto lists = lists_of(articles);
  SideTable table;
  NameTableWriter writer(articles.begin()->first, into(table));
  for (const auto& [key, numbers] : lists) {
    writer.add(kEntityTypes[std::get<0>(key)], std::get<1>(key), numbers);
  }
  for (const auto& [number, names] : articles) {
    std::vector<NameInArticle> ids;
    for (const ArticleName& name : names) {
      const auto id = std::distance(lists.begin(), lists.find({rank_of(name.type), name.name}));
      ids.push_back({static_cast<std::uint32_t>(id), name.count, name.in_lead});
    }
    std::sort(ids.begin(), ids.end(),
              [](const NameInArticle& a, const NameInArticle& b) { return a.id < b.id; });
    writer.add_article(number, ids);
  }
  writer.finish();
  return table;
}

/// `count` articles from `first` on, with gaps between their numbers, some without names.
Articles random_articles(std::uint32_t first, std::size_t count, std::size_t names) {
  Random random(first);
  Articles articles;
  for (std::uint32_t number = first; articles.size() < count;
       number += 1 + static_cast<std::uint32_t>(random.one_in(50) ? random.below(2000) : 0)) {
    std::map<std::size_t, ArticleName> in_article;
    for (std::size_t left = random.below(8); left > 0; --left) {
      const std::size_t one = random.below(names);
      in_article[one] = {kEntityTypes[one % 3], "Name " + std::to_string(one / 3),
                         static_cast<std::uint32_t>(1 + random.below(3)), random.one_in(2)};
    }
    for (const auto& [one, name] : in_article) articles[number].push_back(name);
    if (in_article.empty()) articles[number];
  }
  return articles;
}

constexpr std::size_t kKeepAll = 1 << 30;

/// The same whatever the table keeps in memory.
void expect_holds(const Xapian::Database& segment, const Articles& articles,
                  std::size_t kept_bytes) {
  NameTable table(segment, kept_bytes);
  const auto lists = lists_of(articles);
  ASSERT_EQ(table.size(), lists.size());
  std::uint32_t id = 0;
  for (const auto& [key, numbers] : lists) {
    const NameTable::Name name = table.name(id);
    EXPECT_EQ(rank_of(name.type), std::get<0>(key));
    EXPECT_EQ(name.name, std::get<1>(key));
    EXPECT_EQ(name.articles, numbers.size());
    EXPECT_EQ(table.find(name.type, name.name), id);
    std::vector<std::uint32_t> found;
    table.append_articles(id, found);
    EXPECT_EQ(found, numbers);
    for (const std::string& word : {std::string("name"), std::get<1>(key).substr(5)}) {
      const auto ids = table.perhaps_with_word(word);
      EXPECT_TRUE(std::binary_search(ids.begin(), ids.end(), id)) << word;
    }
    ++id;
  }
  std::vector<std::uint32_t> numbers;
  for (const auto& [number, names] : articles) {
    numbers.push_back(number);
    std::vector<ArticleName> found;
    for (const NameInArticle& one : table.of_article(number)) {
      const NameTable::Name name = table.name(one.id);
      found.push_back({name.type, std::string(name.name), one.count, one.in_lead});
    }
    std::vector<ArticleName> expected = names;
    std::sort(found.begin(), found.end(), is_more_salient);
    std::sort(expected.begin(), expected.end(), is_more_salient);
    ASSERT_EQ(found, expected) << number;
  }
  std::size_t seen = 0;
  table.for_each(numbers, [&](std::uint32_t number, const std::uint32_t* begin,
                              const std::uint32_t* end) {
    EXPECT_EQ(static_cast<std::size_t>(end - begin), articles.at(number).size());
    ++seen;
  });
  EXPECT_EQ(seen, articles.size());
}

TEST(NameTable, NamesAndArticlesComeBack) {
  for (const std::size_t names : {1U, 20U, 5000U}) {
    const Articles articles = random_articles(7, 3000, names);
    for (const std::size_t kept_bytes : {std::size_t{0}, std::size_t{30'000}, kKeepAll}) {
      expect_holds(segment_of(table_of(articles)), articles, kept_bytes);
    }
  }
}

TEST(NameTable, WithoutNamesThereIsNone) {
  EXPECT_TRUE(table_of({{1, {}}, {2, {}}}).empty());
  NameTable table(segment_of({}), kKeepAll);
  EXPECT_EQ(table.size(), 0U);
  EXPECT_FALSE(table.find(EntityType::Person, "A"));
  EXPECT_TRUE(table.of_article(1).empty());
  table.for_each(std::vector<std::uint32_t>{1}, [](std::uint32_t, auto, auto) { FAIL(); });
}

TEST(NameTable, WhatIsNotThereIsNotFound) {
  const Articles articles = random_articles(100, 50, 600);
  NameTable table(segment_of(table_of(articles)), kKeepAll);
  EXPECT_FALSE(table.find(EntityType::Person, ""));
  EXPECT_FALSE(table.find(EntityType::Person, "Name"));
  EXPECT_FALSE(table.find(EntityType::Place, "Z"));
  EXPECT_TRUE(table.of_article(99).empty());
  EXPECT_TRUE(table.of_article(articles.rbegin()->first + 1).empty());
  EXPECT_TRUE(table.of_article(4'000'000'000).empty());
}

TEST(NameTable, JoinedTablesAreAsIfMadeAtOnce) {
  const Articles first = random_articles(5, 1500, 900), second = random_articles(400'000, 700, 3000),
                 third = random_articles(800'000, 1, 2);
  Articles all = first;
  all.insert(second.begin(), second.end());
  all.insert(third.begin(), third.end());
  const std::vector<Xapian::Database> parts = {segment_of(table_of(first)), segment_of({}),
                                               segment_of(table_of(second)),
                                               segment_of(table_of(third))};
  SideTable joined;
  join_name_tables(parts, into(joined));
  // But for numbers without articles, which a join may write out.
  for (const auto& [key, value] : table_of(all)) {
    if (key.rfind(schema::kNameChunksKey, 0) == 0) continue;
    EXPECT_EQ(std::count(joined.begin(), joined.end(), std::pair(key, value)), 1) << key;
  }
  expect_holds(segment_of(joined), all, kKeepAll);
  for (const SideTable& part : {table_of(first), table_of(second), table_of(third)}) {
    for (const auto& [key, value] : part) {
      EXPECT_TRUE(std::any_of(joined.begin(), joined.end(),
                              [&, wanted = key](const auto& entry) { return entry.first == wanted; }))
          << key << " would be left over";
    }
  }
}

TEST(NameTable, DamageIsAnError) {
  const Articles articles = random_articles(3, 2500, 700);
  const SideTable whole = table_of(articles);
  Random random(9);
  for (int round = 0; round < 300; ++round) {
    SideTable damaged = whole;
    std::string& value = damaged[random.below(damaged.size())].second;
    if (round % 3 == 0) {
      value.resize(random.below(value.size()));
    } else {
      value[random.below(value.size())] ^= static_cast<char>(1U << random.below(8));
    }
    try {
      NameTable table(segment_of(damaged), kKeepAll);
      std::vector<std::uint32_t> numbers;
      for (std::uint32_t id = 0; id < table.size(); ++id) {
        table.name(id);
        table.append_articles(id, numbers);
        for (const std::uint32_t one : table.perhaps_with_word(std::to_string(id))) {
          EXPECT_LT(one, table.size());
        }
      }
      for (const std::uint32_t number : numbers) EXPECT_LE(number, table.blocks().last_article());
      for (const auto& [number, names] : articles) {
        for (const NameInArticle& name : table.of_article(number)) EXPECT_LT(name.id, table.size());
      }
    } catch (const Error&) {
    }
  }
}

}  // namespace
}  // namespace dateline
