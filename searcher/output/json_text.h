// Values as JSON, for all answers alike: how a document is written, dates and bars in it. For the
// files that make JSON only: others need not read nlohmann's header. Pure functions.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/passages/passage.h"
#include "searcher/search.h"

namespace dateline {

using JsonValue = nlohmann::ordered_json;

/// `json` on one line, ended with a newline. What could command a terminal is escaped, C1 and marks
/// of direction included, which JSON itself does not ask for. Such characters stand in strings
/// only.
std::string dumped(const JsonValue& json);

/// The decimal number nearest to it with `1 / scale` as its last digit.
double rounded(double number, double scale);

/// "2022-01-07" or null.
JsonValue date_json(const std::optional<Date>& date);

/// Each bar with its period, first and last day, and count.
JsonValue bars_json(const std::vector<TimelineBar>& bars, TimelineUnit unit);

/// Adds "path", and "path_bytes" where the path cannot be told in JSON.
void add_path(const std::string& path, JsonValue& json);

/// Ranges in bytes as pairs of code points. `ranges` sorted and not overlapping.
JsonValue code_point_ranges(std::string_view text, const std::vector<TextRange>& ranges);

}  // namespace dateline
