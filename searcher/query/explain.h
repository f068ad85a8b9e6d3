// The notes of a query: where it can be read in two ways, or other tools read it otherwise.
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/query/lexer.h"
#include "searcher/query/note.h"

namespace dateline {

/// NOT, and before a distance `not` too.
bool is_negation(const QueryToken& token);

/// `and` between words is a word; so is `foo` in `foo(bar)`.
void note_words_like_operators(const std::vector<QueryToken>& tokens, QueryNotes& notes);

/// `a b OR c`: of tokens begin..end, which are alternatives of one group.
void note_mixed_or(const std::vector<QueryToken>& tokens, std::size_t begin, std::size_t end,
                   QueryNotes& notes);

/// `oil prices w/5 gas`: of tokens begin..end, which AND joins.
void note_words_beside_near(const std::vector<QueryToken>& tokens, std::size_t begin,
                            std::size_t end, QueryNotes& notes);

/// NEAR alone, and SAME.
void note_distance(const QueryToken& sign, QueryNotes& notes);

}  // namespace dateline
