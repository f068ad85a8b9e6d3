// Times that count from today: "today", "last week", "2w", "past 3 days".
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace dateline {

/// The days that `text` names, in any case of its letters; none if it is not of these forms, or goes
/// back before the first year. Its words may be apart by spaces, - or _.
std::optional<DateRange> parse_relative_date(std::string_view text, const Date& today);

}  // namespace dateline
