#include "searcher/query/mistakes.h"

#include <string>

#include "searcher/query/compose.h"

namespace dateline::mistakes {

namespace {

using Kind = QueryToken::Kind;

constexpr const char* kOperatorHint =
    "AND, OR and NOT in capitals are operators; write them small to search for the words";
constexpr const char* kNearHint = "a distance stands between two words: oil w/5 price";

}  // namespace

Problem missing_operand(const std::vector<QueryToken>& tokens, std::size_t at) {
  const QueryToken& current = tokens[at];
  const std::string here(current.text);
  const bool is_near = current.kind == Kind::Near || current.kind == Kind::First;
  const char* hint = is_near ? kNearHint : kOperatorHint;
  if (at == 0 && current.kind == Kind::Close) {
    return Problem{"this parenthesis was never opened", "remove it", current.column};
  }
  if (at == 0) return Problem{"nothing stands before " + here, hint, current.column};

  const QueryToken& before = tokens[at - 1];
  if (before.kind != Kind::Open) {
    return Problem{"nothing to search for follows " + std::string(before.text),
                   before.kind == Kind::Near ? kNearHint : kOperatorHint, before.column};
  }
  if (current.kind == Kind::Close) {
    return Problem{"there is nothing between these parentheses", "leave them out", before.column};
  }
  if (current.kind == Kind::End) {
    return Problem{"this parenthesis is not closed", "add words and a )", before.column};
  }
  return Problem{"nothing stands before " + here, hint, current.column};
}

Problem misplaced_not(const std::vector<QueryToken>& tokens, std::size_t at) {
  const QueryToken& negation = tokens[at];
  const std::string before(tokens[at - 1].text);
  const bool is_near = tokens[at - 1].kind == Kind::Near;
  return Problem{std::string(negation.text) + " cannot stand behind " + before,
                 is_near ? "write a NOT " + before + " b, or (a " + before + " b) AND NOT c"
                         : "write it in front: -" + before + "word",
                 negation.column};
}

Problem nothing_before_not(const QueryToken& negation, const QueryToken& sign) {
  return Problem{"nothing stands before not " + std::string(sign.text), kNearHint, negation.column};
}

std::optional<Problem> without_occurrences(const Node& node, const QueryToken& asker) {
  const Node* missing = dateline::without_occurrences(node);
  if (missing == nullptr) return std::nullopt;
  const bool is_near = asker.kind == Kind::Near;
  return Problem{std::string(asker.text) + " goes with what stands in texts, not with " +
                     what_it_is(*missing),
                 is_near ? "join it with AND; a without a b near it is: a NOT w/5 b"
                         : "join it with AND",
                 missing->column};
}

}  // namespace dateline::mistakes
