// A segment's table of words with bytes changed, read as the searcher and a merge read it.
#include <map>
#include <string>

#include "common/error.h"
#include "common/index/word_table.h"
#include "searcher/words/expand.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/table_edits.h"
#include "tests/support/word_segment.h"

namespace dateline::fuzz {

namespace {

/// Two blocks.
std::map<std::string, std::uint64_t> vocabulary() {
  std::map<std::string, std::uint64_t> words = {
      {"better", 5}, {"good", 9}, {"protests", 3}, {"kazakhstan", 4}, {"erdogan", 2}, {"北京", 1}};
  for (unsigned i = 0; i < kWordsInBlock; ++i) {
    std::string word = "w" + std::to_string(i);
    word += i % 3 == 0 ? "ing" : i % 3 == 1 ? "ed" : "s";
    words.emplace(std::move(word), i % 7 + 1);
  }
  return words;
}

const std::vector<TableValue>& whole_table() {
  static const std::vector<TableValue> values =
      taken_apart(test::table_of(vocabulary()), {{"words/", true, 7}, {"words", false, 1}});
  return values;
}

void read_all(WordTable& table) {
  std::size_t bytes = 0;
  for (std::size_t number = 0; number < table.blocks(); ++number) {
    const WordBlock block = table.read_block(number);
    for (std::size_t i = 0; i < block.size(); ++i) {
      const std::string stem = block.stem(i);
      bytes += block.word(i).size() + stem.size() + (block.occurrences(i) != 0 ? 1 : 0);
      require(block.has_stem(i, stem), "a word has its stem");
      require(block.words().at_byte(static_cast<std::size_t>(block.word(i).data() -
                                                             block.word(0).data())) <= i,
              "a byte is of its word");
    }
  }
  require(table.block_of("word") <= table.blocks(), "a block is one of the table's");
  require(bytes == 0 || table.blocks() > 0, "words are in blocks");
}

void ask(const Xapian::Database& segment) {
  Words words({segment});
  for (const char* pattern : {"w1*", "*ing", "w?2s"}) {
    Node node;
    node.kind = Node::Kind::Pattern;
    node.value = pattern;
    const auto found = words.expand(node);
    if (found) words.stems_decide(found.value());
  }
  words.nearest("protest", 3);
  words.beginning_with("w40", 5);
  words.occurrences("good");
}

}  // namespace

void fuzz_word_table(std::string_view input) {
  Pieces edits(input);
  const Xapian::Database segment = test::segment_of(edited(whole_table(), edits));
  try {
    WordTable table(segment);
    read_all(table);
  } catch (const Error& error) {
    require(*error.what() != '\0', "damage is told");
  }
  try {
    ask(segment);
  } catch (const Error& error) {
    require(*error.what() != '\0', "damage is told");
  }
  try {
    SideTable joined;
    join_word_tables({segment, segment}, into(joined));
  } catch (const Error& error) {
    require(*error.what() != '\0', "damage is told");
  }
}

}  // namespace dateline::fuzz
