#include "indexer/readers/date_resolver.h"

#include <array>
#include <string_view>
#include <utility>

namespace dateline {

namespace {

using Kind = WrittenDate::Kind;

/// One source of a date: what it says, and how far before the article's date it may lie.
struct Source {
  DateSource source;
  std::string_view name;
  WrittenDate* said;
  int age_days;
};

using Sources = std::array<Source, 4>;  // best first

/// The days that an article can be of if `source` is right; none if it says nothing usable.
std::optional<DateRange> possible_days(const Source& source) {
  const WrittenDate& said = *source.said;
  switch (said.kind) {
    case Kind::Full:
      return DateRange{said.date(),
                       date_from_day_number(day_number(said.date()) + source.age_days)};
    case Kind::MonthYear:
      return DateRange{{said.year, said.month, 1},
                       {said.year, said.month, days_in_month(said.year, said.month)}};
    case Kind::Year:
      return DateRange{{said.year, 1, 1}, {said.year, 12, 31}};
    default:
      return std::nullopt;
  }
}

bool contains(const DateRange& range, const Date& date) {
  return range.first <= date && date <= range.last;
}

bool overlap(const DateRange& a, const DateRange& b) {
  return a.first <= b.last && b.first <= a.last;
}

/// Days between `date` and the nearest day of `range`, 0 if inside.
int distance(const DateRange& range, const Date& date) {
  if (date < range.first) return day_number(range.first) - day_number(date);
  return date <= range.last ? 0 : day_number(date) - day_number(range.last);
}

/// As possible_days; a date without a year is taken to be of `year`.
std::optional<DateRange> possible_days_in(int year, const Source& source) {
  if (!source.said->is(Kind::NoYear)) return possible_days(source);
  const auto date = make_date(year, source.said->month, source.said->day);
  if (!date) return std::nullopt;
  return DateRange{*date, date_from_day_number(day_number(*date) + source.age_days)};
}

/// Gives an ambiguous date the one of its readings that another source agrees with.
void settle_ambiguous(const Sources& sources, WrittenDate& ambiguous) {
  for (const Source& other : sources) {
    const auto days = possible_days_in(ambiguous.year, other);
    if (!days) continue;
    const bool day_first = contains(*days, ambiguous.date());
    const bool month_first = contains(*days, ambiguous.date_month_first());
    if (day_first == month_first) continue;
    if (month_first) std::swap(ambiguous.day, ambiguous.month);
    ambiguous.kind = Kind::Full;
    return;
  }
}

/// Gives a date without a year the one that the rules allow and that brings it closest to the best other source.
void settle_year(const Sources& sources, const Source& yearless, const DateRules& rules) {
  for (const Source& other : sources) {
    const auto days = possible_days(other);
    if (!days) continue;
    WrittenDate& said = *yearless.said;
    std::optional<Date> best;
    for (int year : {days->first.year, days->first.year - 1, days->first.year + 1}) {
      if (!rules.allows(year)) continue;
      const auto date = make_date(year, said.month, said.day);
      if (date && (!best || distance(*days, *date) < distance(*days, *best))) best = date;
    }
    if (!best) return;  // February 29, and no leap year near
    said.kind = Kind::Full;
    said.year = best->year;
    return;
  }
}

std::string to_text(const WrittenDate& said) {
  std::string text = to_iso({said.year, said.month, said.day});
  if (said.is(Kind::MonthYear)) text.resize(7);
  if (said.is(Kind::Year)) text.resize(4);
  return text;
}

void report(ResolvedDate& resolved, std::uint8_t flag, std::string message) {
  resolved.flags = static_cast<std::uint8_t>(resolved.flags | flag);
  resolved.messages.push_back(std::move(message));
}

void report_unusable(ResolvedDate& resolved, const Source& source) {
  const WrittenDate& said = *source.said;
  if (said.is(Kind::Impossible)) {
    report(resolved, ArticleFlags::kDateImpossible, said.problem);
  } else if (said.is(Kind::Ambiguous)) {
    report(resolved, ArticleFlags::kDateAmbiguous, said.problem);
  } else if (source.source == DateSource::Header && !said.is(Kind::Full) && !said.is(Kind::None)) {
    report(resolved, 0,
           std::string("date in the header has no ") + (said.is(Kind::NoYear) ? "year" : "day"));
  }
}

/// REQUIRES `best` to say a full date.
void report_conflicts(ResolvedDate& resolved, const Sources& sources, const Source& best) {
  const DateRange best_days = *possible_days(best);
  for (const Source& other : sources) {
    const auto days = possible_days(other);
    if (!days || overlap(best_days, *days)) continue;
    std::string message = "dates disagree: ";
    message.append(best.name).append(" ").append(to_text(*best.said)).append(", ");
    message.append(other.name).append(" ").append(to_text(*other.said));
    report(resolved, ArticleFlags::kDateConflict, std::move(message));
  }
}

}  // namespace

ResolvedDate resolve_date(DateEvidence evidence, const DateRules& rules) {
  const Sources sources{{{DateSource::Header, "header", &evidence.header, 0},
                         {DateSource::FileName, "file name", &evidence.file_name, 0},
                         {DateSource::Folder, "folder", &evidence.folder, 0},
                         {DateSource::Dateline, "dateline", &evidence.dateline, kDatelineAgeDays}}};
  for (const Source& source : sources) {
    if (source.said->is(Kind::Ambiguous)) settle_ambiguous(sources, *source.said);
    if (source.said->is(Kind::NoYear)) settle_year(sources, source, rules);
  }
  ResolvedDate resolved;
  for (const Source& source : sources) {
    report_unusable(resolved, source);
    if (resolved.date || !source.said->is(Kind::Full)) continue;
    resolved.date = source.said->date();
    resolved.source = source.source;
  }
  for (const Source& source : sources) {
    if (resolved.date && source.source == resolved.source)
      report_conflicts(resolved, sources, source);
  }
  return resolved;
}

}  // namespace dateline
