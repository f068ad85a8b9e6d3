// What a field asks for, from its value: `date:2022`, `source:Reuters`, `id:5,7`, `wc>500`.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/date.h"
#include "common/error.h"
#include "searcher/query/lexer.h"
#include "searcher/query/tree.h"

namespace dateline {

/// The node of `field` with the text `value`, which begins at `column`. `value` is as typed; quoted:
/// it stood in quotes. REQUIRES a field that is no zone.
Result<Node> field_node(const QueryToken& field, std::string_view value, std::size_t column,
                        bool is_quoted, const Date& today);

}  // namespace dateline
