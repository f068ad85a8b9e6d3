// Times in options: how long a run may take, and until when. Pure functions.
#pragma once

#include <chrono>
#include <ctime>
#include <string>

#include "common/error.h"

namespace dateline {

/// "90s", "45m", "7h", "1h30m", "2d". A number alone is seconds. More than nothing, at most 366
/// days. `option` is for the message.
Result<std::chrono::seconds> parse_duration(const std::string& option, const std::string& text);

/// The next time after `now` that a clock shows "06:00", in the time zone of the system.
Result<std::time_t> parse_time_of_day(const std::string& option, const std::string& text,
                                      std::time_t now);

}  // namespace dateline
