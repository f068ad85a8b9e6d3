// The query language: a byte that chooses synonyms or plain words, and a query.
#include <algorithm>
#include <string>

#include "common/text/tokenizer.h"
#include "searcher/output/problem_text.h"
#include "searcher/query/compose.h"
#include "searcher/query/free_text.h"
#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"
#include "searcher/query/to_query.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

namespace {

const Synonyms& synonyms() {
  static const Synonyms known =
      Synonyms::parse("car, automobile, motor car\na => b c, d\noil, petroleum\n", "cars").value();
  return known;
}

void check_problem(const Problem& problem, std::string_view query) {
  require(!problem.message.empty(), "a mistake is told");
  if (problem.column) {
    require(*problem.column >= 1 && *problem.column <= query.size() + 1, "a mistake is in the query");
  }
  problem_text(problem, std::string(query));
}

/// Whether a folded word is read as itself. "n's's" is n's, and n's is n.
bool reads_back(const std::string& word) {
  Tokenizer tokenizer(word);
  Token token;
  return tokenizer.next(token) && token.folded == word && !tokenizer.next(token);
}

/// The same of a pattern's: with letters for its wildcards.
bool pattern_reads_back(const Node& node) {
  if (node.kind != Node::Kind::Pattern || node.pattern == PatternKind::Regex) return true;
  std::string word = node.value;
  std::replace_if(word.begin(), word.end(), [](char c) { return c == '*' || c == '?' || c == '!'; }, 'x');
  return reads_back(word);
}

/// Plain words have the weight of as many as there are.
bool reads_back(const Node& node) {
  return node.weight <= kLargestWeight && pattern_reads_back(node) &&
         std::all_of(node.words.begin(), node.words.end(),
                     [](const std::string& word) { return reads_back(word); }) &&
         std::all_of(node.children.begin(), node.children.end(),
                     [](const Node& child) { return reads_back(child); });
}

void check_tree(const Node& tree, const QueryContext& plain) {
  require(count_nodes(tree) <= kMaxQueryNodes, "a tree is bounded");
  const std::string text = to_text(tree);
  require_utf8(text, "a tree's text is UTF-8");
  require_utf8(to_indented_text(tree), "an explanation is UTF-8");
  const std::string written = to_query(tree);
  // Synonyms and the parts of groups take space.
  if (written.size() > kMaxQueryBytes || !reads_back(tree)) return;
  const Result<Node> again = parse_query(written, plain);
  if (!again) require_equal(again.problem().message, text, "what was understood can be read");
  require_equal(to_text(again.value()), text, "what was understood reads back to the same");
}

}  // namespace

void fuzz_query(std::string_view input) {
  Pieces pieces(input);
  const std::size_t choice = pieces.number(4);
  const std::string_view query = pieces.rest();
  const QueryContext plain{{2022, 1, 7}};
  if (choice == 1) {
    const Result<Node> words = parse_free_text(query);
    if (words) check_tree(words.value(), plain);
    if (!words) check_problem(words.problem(), query);
    return;
  }
  QueryContext context = plain;
  if (choice == 2) context.synonyms = &synonyms();
  const Result<ParsedQuery> parsed = parse_query_with_notes(query, context);
  if (!parsed) return check_problem(parsed.problem(), query);
  for (const QueryNote& note : parsed.value().notes) {
    require(note.column >= 1 && note.column <= query.size() + 1, "a note is about the query");
  }
  check_tree(parsed.value().tree, plain);
}

}  // namespace dateline::fuzz
