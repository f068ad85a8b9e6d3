// A WrittenDate as text, for the tables of the date tests:
// "2022-01-07" | "2022-01-07 or 2022-07-01" | "--01-07" | "2022-01" | "2022" | its problem | "none"
#pragma once

#include <string>

#include "indexer/readers/date_text.h"

namespace dateline {

inline const DateRules kTestRules{{2022, 6, 15}, DateOrder::Unknown};

inline std::string to_text(const WrittenDate& date) {
  using Kind = WrittenDate::Kind;
  const std::string iso = to_iso(date.date());
  switch (date.kind) {
    case Kind::Full:
      return iso;
    case Kind::NoYear:
      return "--" + iso.substr(5);
    case Kind::MonthYear:
      return iso.substr(0, 7);
    case Kind::Year:
      return iso.substr(0, 4);
    case Kind::Ambiguous:
      return iso + " or " + to_iso(date.date_month_first());
    case Kind::Impossible:
      return date.problem;
    default:
      return "none";
  }
}

}  // namespace dateline
