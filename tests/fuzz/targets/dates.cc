// Dates as people write them: four lines (header, file name, folder, dateline), read and resolved.
#include <string>

#include "indexer/readers/date_resolver.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/dateline.h"
#include "indexer/readers/header_block.h"
#include "indexer/readers/path_date.h"
#include "indexer/readers/time_text.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

namespace {

constexpr Date kToday{2022, 1, 7};
using Kind = WrittenDate::Kind;

bool is_day(const Date& date) {
  return make_date(date.year, date.month, date.day).has_value() && date.year >= kFirstDateYear &&
         date.year <= kToday.year + 1;
}

void check_written(const WrittenDate& date, std::size_t most_length) {
  require(date.length <= most_length, "a date ends within its text");
  require(date.month >= 0 && date.day >= 0 && date.year >= 0, "no part of a date is negative");
  switch (date.kind) {
    case Kind::Full:
      require(is_day(date.date()), "a full date is a day");
      break;
    case Kind::Ambiguous:
      require(is_day(date.date()) && is_day(date.date_month_first()), "both readings are days");
      require(!date.problem.empty(), "an ambiguous date is told");
      break;
    case Kind::Impossible:
      require(!date.problem.empty(), "an impossible date is told");
      break;
    case Kind::NoYear:
      require(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31,
              "a date without a year has a month and a day");
      break;
    case Kind::MonthYear:
      require(date.month >= 1 && date.month <= 12 && date.year > 0, "a month of a year");
      break;
    case Kind::Year:
      require(date.year > 0, "a year");
      break;
    case Kind::None:
      break;
  }
}

/// A date is read out of what it stands in, and no more than that.
void check_alone(std::string_view text, const DateRules& rules) {
  const WrittenDate date = read_date(text, rules);
  check_written(date, text.size());
  if (!date.is(Kind::Full)) return;
  const WrittenDate alone = read_date(text.substr(0, date.length), rules);
  require(alone.is(Kind::Full) && alone.date() == date.date() && alone.length == date.length,
          "a date alone is the same date");
}

void check_resolved(const DateEvidence& evidence, const DateRules& rules) {
  const ResolvedDate resolved = resolve_date(evidence, rules);
  require(resolved.date.has_value() == (resolved.source != DateSource::None),
          "a date has a source, and only a date");
  if (resolved.date) {
    const Date& date = *resolved.date;
    require(make_date(date.year, date.month, date.day).has_value(), "the date is a day");
    require(date.year >= kFirstDateYear && date.year <= kToday.year + 1, "the date is within bounds");
  }
  require(resolved.flags == 0 || !resolved.messages.empty(), "what is flagged is told");
  if (evidence.header.is(Kind::Full)) {
    require(resolved.date == evidence.header.date() && resolved.source == DateSource::Header,
            "the header's date comes first");
  }
}

}  // namespace

void fuzz_dates(std::string_view input) {
  Pieces pieces(input);
  const DateRules rules{kToday, static_cast<DateOrder>(pieces.number(3))};
  const std::string_view header = pieces.line();
  const std::string_view file_name = pieces.line();
  const std::string_view folder = pieces.line();
  const std::string_view body = pieces.rest();
  check_alone(header, rules);
  DateEvidence evidence;
  evidence.header = read_date(header, rules);
  evidence.file_name = read_file_name_date(file_name, rules);
  check_written(evidence.file_name, file_name.size());
  evidence.folder = read_folder_date(folder, rules);
  check_written(evidence.folder, folder.size());
  evidence.dateline = read_dateline(body, rules);
  check_written(evidence.dateline, body.size());
  check_resolved(evidence, rules);
  require(time_length(body) <= body.size(), "a time ends within its text");
  const HeaderBlock block = read_header_block(body, rules);
  require(block.body_begin <= body.size(), "the body begins within the text");
  check_written(block.date, body.size());
}

}  // namespace dateline::fuzz
