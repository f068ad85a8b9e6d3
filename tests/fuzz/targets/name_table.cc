// A segment's table of names with bytes changed, read as the searcher and a merge read it.
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/name_table.h"
#include "common/index/name_table_writer.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/table_edits.h"
#include "tests/support/word_segment.h"

namespace dateline::fuzz {

namespace {

constexpr std::uint32_t kFirst = 100;
constexpr std::uint32_t kArticles = 300;  // two chunks
constexpr std::uint32_t kNames = 600;     // two blocks
constexpr std::size_t kKeptBytes = 1 << 20;

/// Name `id` is in every article whose number leaves that remainder, and in the first.
bool has_name(std::uint32_t article, std::uint32_t id) {
  return article == kFirst || article % kNames == id;
}

SideTable made_table() {
  SideTable table;
  NameTableWriter writer(kFirst, into(table));
  for (std::uint32_t id = 0; id < kNames; ++id) {
    std::vector<std::uint32_t> articles;
    for (std::uint32_t i = kFirst; i < kFirst + kArticles; ++i) {
      if (has_name(i, id)) articles.push_back(i);
    }
    const auto type = kEntityTypes[id * std::size(kEntityTypes) / kNames];
    writer.add(type, "Name " + std::to_string(id + 1000) + " of Astana", articles);
  }
  for (std::uint32_t i = kFirst; i < kFirst + kArticles; ++i) {
    std::vector<NameInArticle> names;
    for (std::uint32_t id = 0; id < kNames; ++id) {
      if (has_name(i, id)) names.push_back({id, id % 3 + 1, id % 2 == 0});
    }
    writer.add_article(i, names);
  }
  writer.finish();
  return table;
}

const std::vector<TableValue>& whole_table() {
  static const std::vector<TableValue> values =
      taken_apart(made_table(), {{"names/", true, 4},
                                 {"names", false, 1},
                                 {"lists", false, 1},
                                 {"columns", true, 3},
                                 {"name-words", false, 2}});
  return values;
}

/// An Error of it is all that may happen.
template <class Read>
void attempt(const Read& read) {
  try {
    read();
  } catch (const Error& error) {
    require(*error.what() != '\0', "damage is told");
  }
}

void read_names(NameTable& table) {
  for (std::uint32_t id = 0; id < std::min(table.size(), 2 * kNames); ++id) {
    attempt([&] {
      const NameTable::Name name = table.name(id);
      table.find(name.type, name.name);
      std::vector<std::uint32_t> numbers;
      table.append_articles(id, numbers);
      for (const std::uint32_t number : numbers) {
        require(number >= table.blocks().first_article() && number <= table.blocks().last_article(),
                "an article of a name is of the table");
      }
    });
  }
}

void read_articles(NameTable& table) {
  const std::uint32_t last = std::min(table.blocks().last_article(), kFirst + 2 * kArticles);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = table.blocks().first_article(); i <= last && i >= table.blocks().first_article(); ++i) {
    numbers.push_back(i);
    attempt([&] {
      for (const NameInArticle& name : table.of_article(i)) {
        require(name.id < table.size(), "a name of an article is of the table");
      }
    });
  }
  attempt([&] {
    table.for_each(numbers, [&](std::uint32_t, const std::uint32_t* begin, const std::uint32_t* end) {
      for (; begin != end; ++begin) require(*begin < table.size(), "a counted name is of the table");
    });
  });
}

}  // namespace

void fuzz_name_table(std::string_view input) {
  Pieces edits(input);
  const Xapian::Database segment = test::segment_of(edited(whole_table(), edits));
  attempt([&] {
    NameTable table(segment, kKeptBytes);
    read_names(table);
    read_articles(table);
    attempt([&] {
      for (const std::uint32_t id : table.perhaps_with_word("astana")) {
        require(id < table.size(), "a name with a word is of the table");
      }
    });
  });
  attempt([&] {
    SideTable joined;
    join_name_tables({segment}, into(joined));
  });
}

}  // namespace dateline::fuzz
