#include "searcher/output/names.h"

#include <algorithm>

namespace dateline {

const char* name_of(Format format) {
  switch (format) {
    case Format::Text:
      return "text";
    case Format::Json:
      return "json";
    case Format::Jsonl:
      return "jsonl";
    case Format::Csv:
      return "csv";
    case Format::Tsv:
      return "tsv";
    case Format::Ris:
      return "ris";
    case Format::Bibtex:
      return "bibtex";
    case Format::Paths:
      return "paths";
    case Format::Trec:
      return "trec";
    case Format::Names:
      return "names";
    case Format::GraphMl:
      return "graphml";
  }
  return "";
}

const char* name_of(SortOrder order) {
  switch (order) {
    case SortOrder::Relevance:
      return "relevance";
    case SortOrder::Newest:
      return "newest";
    case SortOrder::Oldest:
      return "oldest";
  }
  return "";
}

const char* name_of(KwicSort sort) {
  switch (sort) {
    case KwicSort::Date:
      return "date";
    case KwicSort::Left:
      return "left";
    case KwicSort::Right:
      return "right";
    case KwicSort::Source:
      return "source";
  }
  return "";
}

const char* name_of(TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::Year:
      return "year";
    case TimelineUnit::Month:
      return "month";
    case TimelineUnit::Week:
      return "week";
    case TimelineUnit::Day:
      return "day";
  }
  return "";
}

const char* name_of(FacetField field) {
  switch (field) {
    case FacetField::Person:
      return "person";
    case FacetField::Organisation:
      return "org";
    case FacetField::Place:
      return "place";
    case FacetField::Source:
      return "source";
    case FacetField::Year:
      return "year";
    case FacetField::Month:
      return "month";
  }
  return "";
}

const char* name_of(DateSource source) {
  switch (source) {
    case DateSource::None:
      return "none";
    case DateSource::Header:
      return "header";
    case DateSource::FileName:
      return "file_name";
    case DateSource::Folder:
      return "folder";
    case DateSource::Dateline:
      return "dateline";
  }
  return "";
}

std::vector<std::string> flag_names(std::uint8_t flags) {
  std::vector<std::string> names;
  if ((flags & ArticleFlags::kDateConflict) != 0) names.emplace_back("date_conflict");
  if ((flags & ArticleFlags::kDateImpossible) != 0) names.emplace_back("date_impossible");
  if ((flags & ArticleFlags::kDateAmbiguous) != 0) names.emplace_back("date_ambiguous");
  if ((flags & ArticleFlags::kBytesRepaired) != 0) names.emplace_back("bytes_repaired");
  if ((flags & ArticleFlags::kNamesCut) != 0) names.emplace_back("names_cut");
  return names;
}

Date first_day_of(Date date, TimelineUnit unit) {
  if (unit == TimelineUnit::Week) return monday_of(date);
  if (unit != TimelineUnit::Day) date.day = 1;
  if (unit == TimelineUnit::Year) date.month = 1;
  return date;
}

namespace {

/// "2022-W01": the year of a week is that of its Thursday.
std::string week_name(const Date& monday) {
  const std::int32_t thursday = day_number(monday) + 3;
  const int year = monday.year == kLastYear && monday.month == 12 && monday.day > 28
                       ? kLastYear
                       : date_from_day_number(thursday).year;
  const std::int32_t week = (thursday - day_number(Date{year, 1, 1})) / 7 + 1;
  return to_iso(Date{year, 1, 1}).substr(0, 5) + (week < 10 ? "W0" : "W") + std::to_string(week);
}

}  // namespace

std::string period_name(const Date& first_day, TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::Year:
      return to_iso(first_day).substr(0, 4);
    case TimelineUnit::Month:
      return to_iso(first_day).substr(0, 7);
    case TimelineUnit::Week:
      return week_name(first_day);
    case TimelineUnit::Day:
      return to_iso(first_day);
  }
  return "";
}

Date last_day_of(const Date& first_day, TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::Year:
      return Date{first_day.year, 12, 31};
    case TimelineUnit::Week:
      return date_from_day_number(
          std::min(day_number(first_day) + 6, day_number(Date{kLastYear, 12, 31})));
    case TimelineUnit::Month:
      return Date{first_day.year, first_day.month, days_in_month(first_day.year, first_day.month)};
    case TimelineUnit::Day:
      return first_day;
  }
  return first_day;
}

}  // namespace dateline
