// Finds the dateline of an article: the place and date that wire copy opens with. Stateless.
#pragma once

#include <string_view>

#include "indexer/readers/date_text.h"

namespace dateline {

/// The date in the dateline at the start of `body`, looked for in its first 300 bytes; often
/// NoYear, None if there is no dateline. Only a date in a dateline's place counts, one in a
/// sentence does not:
///   ALMATY, Jan 7 (Reuters) - Thousands ...        place, date and then ( or a dash or /
///   WASHINGTON (AP) — Jan. 7, 2022 ...             place, agency, dash, date
///   Saturday, September 14, 2019                   a first paragraph that is just a date
///   By Jane Doe                                    (a byline above it is skipped)
/// The place starts with a word in capitals, unless an agency in brackets follows the date.
WrittenDate read_dateline(std::string_view body, const DateRules& rules);

}  // namespace dateline
