#include "searcher/output/names.h"

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
    case Format::Paths:
      return "paths";
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

const char* name_of(TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::Year:
      return "year";
    case TimelineUnit::Month:
      return "month";
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
  return names;
}

std::string period_name(const Date& first_day, TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::Year:
      return to_iso(first_day).substr(0, 4);
    case TimelineUnit::Month:
      return to_iso(first_day).substr(0, 7);
    case TimelineUnit::Day:
      return to_iso(first_day);
  }
  return "";
}

Date last_day_of(const Date& first_day, TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::Year:
      return Date{first_day.year, 12, 31};
    case TimelineUnit::Month:
      return Date{first_day.year, first_day.month, days_in_month(first_day.year, first_day.month)};
    case TimelineUnit::Day:
      return first_day;
  }
  return first_day;
}

}  // namespace dateline
