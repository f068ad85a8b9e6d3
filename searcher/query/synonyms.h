// Words that a user wants searched together, from a file of groups. Plain data, safe in any thread.
//
//   # cars
//   car, automobile, motor car     each also finds the others
//   nato => north atlantic treaty organization, alliance     nato also finds these, not they nato
//
// A synonym has at most 32 words. Words are compared folded and as they stand: list "cars" too if it
// is to be expanded.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/note.h"
#include "searcher/query/tree.h"

namespace dateline {

class Synonyms {
 public:
  Synonyms() = default;

  /// The groups of a text in the form above; a # begins a comment. `name` is of the file, for
  /// messages, which name the line; a Problem's column is in that line.
  static Result<Synonyms> parse(std::string_view text, const std::string& name);

  /// What `words` also finds, each a word or several; null: nothing. In the order of the file.
  const std::vector<std::vector<std::string>>* find(const std::vector<std::string>& words) const;

  bool empty() const { return others_.empty(); }

 private:
  using Words = std::vector<std::string>;

  void add(const Words& from, const Words& to);

  std::map<Words, std::vector<Words>> others_;
};

/// `query` with every Word an Or of itself and its synonyms, of which one of several words is those
/// in a row, in any form. Phrases stay, =word too. What was added is noted. A Problem if that makes
/// more than kMaxQueryNodes.
Result<Node> with_synonyms(Node query, const Synonyms& synonyms, QueryNotes& notes);

}  // namespace dateline
