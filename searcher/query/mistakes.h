// What to say of tokens that stand where they cannot: the parser's messages. Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "common/error.h"
#include "searcher/query/lexer.h"
#include "searcher/query/tree.h"

namespace dateline::mistakes {

/// An operand should be at token `at` and is not: there is AND, OR, a distance, ) or the end.
Problem missing_operand(const std::vector<QueryToken>& tokens, std::size_t at);

/// A NOT is at token `at`, where it cannot be: behind a distance or a field.
Problem misplaced_not(const std::vector<QueryToken>& tokens, std::size_t at);

/// `not w/5` with nothing before it.
Problem nothing_before_not(const QueryToken& negation, const QueryToken& sign);

/// None if `node` has occurrences (tree.h), as `asker` needs: a distance, letters, a frequency.
std::optional<Problem> without_occurrences(const Node& node, const QueryToken& asker);

}  // namespace dateline::mistakes
