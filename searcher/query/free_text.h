// Text that was pasted in place of a query: a sentence, a headline. None of it is syntax. Pure
// functions, safe in any thread.
#pragma once

#include <string_view>

#include "common/error.h"
#include "searcher/query/tree.h"

namespace dateline {

/// Any of its words: an Or of Words, each once, with the weight of as many as there are. Words that
/// say nothing alone ("the", "what", "is": English) are left out where others remain. A Problem if there
/// is no word or the text is longer than a query may be. `"What's next", he asked: next?` ->
/// (or (word next)^2 (word asked))
Result<Node> parse_free_text(std::string_view text);

}  // namespace dateline
