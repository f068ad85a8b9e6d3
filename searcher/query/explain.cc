#include "searcher/query/explain.h"

#include <algorithm>
#include <set>
#include <string>

#include "searcher/query/ascii.h"
#include "searcher/query/operators.h"

namespace dateline {

namespace {

using Kind = QueryToken::Kind;

bool is_plain_word(const QueryToken& token) { return token.kind == Kind::Word && !token.is_raw; }

/// What can end an operand, or begin one.
bool ends_operand(const QueryToken& token) {
  return token.kind == Kind::Word || token.kind == Kind::Phrase || token.kind == Kind::Close ||
         token.kind == Kind::Regex || token.kind == Kind::Weight;
}

bool begins_operand(const QueryToken& token) {
  return ends_operand(token) ? token.kind != Kind::Close && token.kind != Kind::Weight
                             : token.kind == Kind::Open || token.kind == Kind::Field ||
                                   token.kind == Kind::Letters || token.kind == Kind::AtLeast ||
                                   token.kind == Kind::Not;
}

/// The operator in capitals that a word is in small letters.
std::string operator_of(std::string_view word) {
  for (const char* name : {"and", "or", "not", "same", "near"}) {
    if (lower_ascii(word) == name) {
      std::string capitals(name);
      for (char& c : capitals) c = static_cast<char>(c - 32);
      return capitals;
    }
  }
  return "";
}

}  // namespace

bool is_negation(const QueryToken& token) {
  if (token.kind == Kind::Not) return token.text == "NOT";
  return is_plain_word(token) && lower_ascii(token.text) == "not";
}

void note_words_like_operators(const std::vector<QueryToken>& tokens, QueryNotes& notes) {
  std::set<std::string> said;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const QueryToken& token = tokens[i];
    if (!is_plain_word(token)) continue;
    const std::string word(token.text);
    const QueryToken& next = tokens[i + 1];
    const bool is_call =
        next.kind == Kind::Open && next.column == token.column + token.text.size();
    if (is_call && said.insert("(").second) {
      notes.push_back({"\"" + word + "\" is searched as a word: it is no function", token.column});
    }
    const std::string capitals = operator_of(token.text);
    const bool is_between = i > 0 && ends_operand(tokens[i - 1]) && begins_operand(next);
    if (!is_between || capitals.empty() || !said.insert(capitals).second) continue;
    notes.push_back({"\"" + word + "\" is searched as a word; " + capitals + " is the operator",
                     token.column});
  }
}

void note_mixed_or(const std::vector<QueryToken>& tokens, std::size_t begin, std::size_t end,
                   QueryNotes& notes) {
  int depth = 0;
  bool has_tighter = false;
  std::size_t column = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const QueryToken& token = tokens[i];
    if (token.kind == Kind::Close) --depth;
    const bool side_by_side = i > begin && begins_operand(token) && ends_operand(tokens[i - 1]);
    const bool is_tighter = token.kind == Kind::And || token.kind == Kind::Near || side_by_side;
    if (depth == 0 && is_tighter) has_tighter = true;
    if (depth == 0 && token.kind == Kind::Or && column == 0) column = token.column;
    if (token.kind == Kind::Open) ++depth;
  }
  if (!has_tighter) return;
  notes.push_back({"OR binds loosest: distances first, then AND, then OR (Nexis has OR first); "
                   "parentheses group otherwise", column});
}

void note_words_beside_near(const std::vector<QueryToken>& tokens, std::size_t begin,
                            std::size_t end, QueryNotes& notes) {
  const auto say = [&](const QueryToken& apart, const QueryToken& left, const QueryToken& right) {
    notes.push_back({"\"" + std::string(apart.text) +
                         "\" is searched apart from the distance: words side by side are no "
                         "phrase; write \"" + std::string(left.text) + ' ' +
                         std::string(right.text) + "\" in quotes",
                     apart.column});
  };
  int depth = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].kind == Kind::Open) ++depth;
    if (tokens[i].kind == Kind::Close) --depth;
    if (depth > 0 || tokens[i].kind != Kind::Near) continue;
    const std::size_t before = i - (i > begin && is_negation(tokens[i - 1]) ? 1 : 0);
    if (before >= begin + 2 && is_plain_word(tokens[before - 1]) &&
        is_plain_word(tokens[before - 2])) {
      say(tokens[before - 2], tokens[before - 2], tokens[before - 1]);
    }
    const bool words_follow =
        i + 2 < end && is_plain_word(tokens[i + 1]) && is_plain_word(tokens[i + 2]);
    const bool is_next_near = i + 3 < end && tokens[i + 3].kind == Kind::Near;
    if (words_follow && !is_next_near && !is_negation(tokens[i + 2])) {
      say(tokens[i + 2], tokens[i + 1], tokens[i + 2]);
    }
  }
}

void note_distance(const QueryToken& sign, QueryNotes& notes) {
  if (sign.text == "NEAR") {
    notes.push_back({"NEAR without a number is NEAR/" + std::to_string(kDefaultDistance),
                     sign.column});
  } else if (sign.text == "SAME") {
    notes.push_back({"SAME is the same sentence, as w/s is; for Factiva's, the same paragraph, "
                     "write w/p", sign.column});
  }
}

}  // namespace dateline
