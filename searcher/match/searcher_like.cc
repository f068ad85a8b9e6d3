// More like this: a query made of the words that tell an article or a text best from the others.
#include <algorithm>
#include <boost/filesystem/operations.hpp>

#include "common/index/durable_file.h"
#include "searcher/match/searcher.h"
#include "searcher/query/compose.h"
#include "searcher/query/parser.h"
#include "searcher/rank/telling_words.h"

namespace dateline {

namespace {

namespace fs = boost::filesystem;

/// More make no better lists (searcher/rank/README.md).
constexpr std::size_t kTellingWords = 25;

/// Weights as a query can have them.
double rounded(double weight) { return std::max(0.001, static_cast<int>(weight * 1000 + 0.5) / 1000.0); }

Result<Node> any_of(const std::vector<TellingWord>& words, const std::string& what) {
  if (words.empty()) {
    return Problem{what + " has no word that tells it from others and that other articles have", "", {}};
  }
  std::vector<Node> nodes;
  for (const TellingWord& word : words) {
    nodes.push_back(make_node(Node::Kind::Word, 0));
    nodes.back().words = {word.word};
    nodes.back().weight = rounded(word.weight);
  }
  return join(Node::Kind::Or, std::move(nodes));
}

std::string name_of_article(std::uint32_t number) {
  return "article number " + std::to_string(number);
}

Node id_node(std::uint32_t number) {
  Node node = make_node(Node::Kind::Id, 0);
  node.number = number;
  return node;
}

/// What is like an article, but itself and its near copies.
Result<Node> like_document(Snapshot& snapshot, CopyFinder& copies, Xapian::docid document,
                           Stemmer& stemmer) {
  const std::uint32_t number = snapshot.article_number(document);
  std::vector<Node> left_out = {id_node(number)};
  for (const CopyFinder::Copy& copy : copies.find(document, false)) {
    left_out.push_back(id_node(snapshot.article_number(copy.document)));
  }
  const std::string article(snapshot.encoded_article(document));
  Result<Node> words = any_of(telling_words(decode_words(article), snapshot, stemmer, {},
                                            left_out.size(), kTellingWords),
                              name_of_article(number));
  if (!words) return words;
  Node others = make_node(Node::Kind::Not, 0);
  others.children.push_back(join(Node::Kind::Or, std::move(left_out)));
  return narrowed(std::move(words.value()), std::move(others));
}

bool is_number(const std::string& text) {
  return !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == text.npos;
}

}  // namespace

Result<Node> Searcher::like(const std::string& what) {
  if (is_number(what)) return like_article(static_cast<std::uint32_t>(std::stoul(what)));
  boost::system::error_code failure;
  const fs::path file = fs::weakly_canonical(what, failure);
  if (const auto number = number_of(file.string())) return like_article(*number);
  if (!fs::is_regular_file(file, failure)) {
    return Problem{"there is no article or file " + what, "give the number of an article or a path", {}};
  }
  const std::string text = read_file(file);
  return with_xapian("look for words", [&] {
    return any_of(telling_words({"", text}, snapshot_, stemmer_, {}, 0, kTellingWords), what);
  });
}

Result<Node> Searcher::like_article(std::uint32_t number) {
  return with_xapian("look for words", [&]() -> Result<Node> {
    if (const auto document = snapshot_.find(number)) {
      return like_document(snapshot_, copy_finder(), *document, stemmer_);
    }
    Snapshot whole = snapshot_.reopened();  // with what only_from has hidden
    if (const auto document = whole.find(number)) {
      CopyFinder copies(whole);
      return like_document(whole, copies, *document, stemmer_);
    }
    return Problem{"there is no " + name_of_article(number) + " in the index", "", {}};
  });
}

std::optional<std::uint32_t> Searcher::number_of(const std::string& path) const {
  const std::vector<std::string>& roots = snapshot_.manifest().roots;
  return with_xapian("look for a file", [&]() -> std::optional<std::uint32_t> {
    for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
      const Xapian::Database& database = snapshot_.parts()[part];
      const auto end = database.valuestream_end(schema::kFileSlot);
      for (auto value = database.valuestream_begin(schema::kFileSlot); value != end; ++value) {
        const std::uint32_t number = value.get_docid();
        if (snapshot_.is_deleted(number, part)) continue;
        if (schema::absolute_path(roots, schema::decode_file(*value)) == path) return number;
      }
    }
    return std::nullopt;
  });
}

}  // namespace dateline
