// Decides an article's date from all that states one. Order: header, file name, folder, dateline. A
// source that the others do not bear out makes a conflict, but the better source keeps its date.
// Plain functions on plain data; no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/readers/date_text.h"

namespace dateline {

/// What each source says; Kind::None where it is silent.
struct DateEvidence {
  WrittenDate header;
  WrittenDate file_name;
  WrittenDate folder;
  WrittenDate dateline;
};

struct ResolvedDate {
  std::optional<Date> date;
  DateSource source = DateSource::None;
  std::uint8_t flags = 0;             ///< those of ArticleFlags that are about dates
  std::vector<std::string> messages;  ///< one for each problem, for people, without the path
};

/// Reports are filed before they are published: a dateline this much older than the date agrees.
inline constexpr int kDatelineAgeDays = 7;

/// Rules beyond the order of sources:
/// - An ambiguous date (07/01/2022) is read as what exactly one of its readings has in common with
///   another source; else it gives no date, kDateAmbiguous and a message.
/// - A date without a year ("Jan 7") takes the year of the best other source, or the year next to it where
///   that is closer and the rules allow it; without one it gives no date.
/// - Half a date (folder "2022/01") gives no date but disagrees with a date outside it.
/// - An impossible date gives no date, kDateImpossible and a message.
/// {header 2022-01-07, folder 2022-01-08} -> 2022-01-07, Header, kDateConflict,
///   "dates disagree: header 2022-01-07, folder 2022-01-08"
/// `rules`: those the evidence was read by.
ResolvedDate resolve_date(DateEvidence evidence, const DateRules& rules);

}  // namespace dateline
