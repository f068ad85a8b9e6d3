#include "searcher/suggest/near_values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/index/schema.h"

namespace dateline {
namespace {

Node asked(Node::Kind kind, const std::string& value) {
  Node node;
  node.kind = kind;
  node.value = value;
  return node;
}

/// What is offered, and in how many articles it stands: source:"reuters" 3
std::vector<std::string> offered(const Node& node, std::size_t most = 9) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&](const std::string& term, int articles) {
    for (int i = 0; i < articles; ++i) {
      Xapian::Document document;
      document.add_boolean_term(term);
      database.add_document(document);
    }
  };
  add(schema::source_term("Reuters"), 3);
  add(schema::source_term("Router"), 5);
  add(schema::source_term("Reuters UK"), 4);
  add(schema::source_term("The Guardian"), 9);
  add(schema::source_term("BBC"), 2);
  add(schema::source_term("ABC"), 8);
  add(schema::section_term("Router"), 7);
  add(schema::section_term("World News"), 6);
  std::vector<std::string> out;
  for (const FoundWord& one : near_values(database, node, most)) {
    out.push_back(one.word + ' ' + std::to_string(one.occurrences));
  }
  return out;
}

using Offered = std::vector<std::string>;

TEST(NearValues, SpellingsComeBeforeParts) {
  EXPECT_EQ(offered(asked(Node::Kind::Source, "reutrs")), (Offered{"source:\"reuters\" 3"}));
  EXPECT_EQ(offered(asked(Node::Kind::Source, "REUTERS")),
            (Offered{"source:\"reuters\" 3", "source:\"router\" 5", "source:\"reuters uk\" 4"}));
  EXPECT_EQ(offered(asked(Node::Kind::Source, "REUTERS"), 1), (Offered{"source:\"reuters\" 3"}));
}

TEST(NearValues, PartsAreWholeWordsEitherWay) {
  EXPECT_EQ(offered(asked(Node::Kind::Source, "guardian")), (Offered{"source:\"the guardian\" 9"}));
  EXPECT_EQ(offered(asked(Node::Kind::Source, "guard")), Offered{});
  EXPECT_EQ(offered(asked(Node::Kind::Source, "BBC News")), (Offered{"source:\"bbc\" 2"}));
  EXPECT_EQ(offered(asked(Node::Kind::Section, "news")), (Offered{"section:\"world news\" 6"}));
}

TEST(NearValues, ShortNamesMayHaveOneOtherLetter) {
  EXPECT_EQ(offered(asked(Node::Kind::Source, "nbc")), (Offered{"source:\"abc\" 8", "source:\"bbc\" 2"}));
  EXPECT_EQ(offered(asked(Node::Kind::Source, "cnn")), Offered{});
}

TEST(NearValues, NothingForOtherKindsAndHugeValues) {
  EXPECT_EQ(offered(asked(Node::Kind::Author, "reuters")), Offered{});
  EXPECT_EQ(offered(asked(Node::Kind::Source, std::string(1000, 'x'))), Offered{});
  EXPECT_EQ(offered(asked(Node::Kind::Source, "")), Offered{});
}

}  // namespace
}  // namespace dateline
