// Finds dates in file names and in the folders above a file. Strict where names are full of
// numbers: digits inside a longer run of digits or a hash are no date. Stateless.
#pragma once

#include <string_view>

#include "indexer/readers/date_text.h"

namespace dateline {

/// The first full date in a file's name; failing that, the first that is ambiguous or impossible
/// (written with separators: "2022-02-31"; 8 digits that are no day are just digits); else None.
///   2022-01-07-x.txt, 20220107_003.txt, report_07Jan2022.txt -> 2022-01-07
///   000_20190317ab.txt, 123456789012.txt -> None
WrittenDate read_file_name_date(std::string_view name, const DateRules& rules);

/// The date that folders say. `folder` is relative to the root, without / at either end. Of several
/// complete dates the deepest counts; without one, the deepest part of one (MonthYear or Year). The
/// parts of a date stand in one folder or in folders directly below each other.
///   2022/01/07, 2022-01/07, 2022/01-07, 20220107, 2022/January/07, sport/2022-01-07/late ->
///   2022-01-07 2022/01 -> MonthYear; 2022/sport -> Year; 2022/02/31 -> Impossible
WrittenDate read_folder_date(std::string_view folder, const DateRules& rules);

}  // namespace dateline
