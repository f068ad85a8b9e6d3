// How values are called in options and in what the programs print, one table each.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/output/format.h"
#include "searcher/passages/kwic.h"
#include "searcher/search.h"

namespace dateline {

/// "text", "json", "jsonl", "csv", "tsv", "ris", "bibtex", "paths", "trec"
const char* name_of(Format format);

/// "relevance", "newest", "oldest"
const char* name_of(SortOrder order);

/// "date", "left", "right", "source"
const char* name_of(KwicSort sort);

/// "year", "month", "week", "day"
const char* name_of(TimelineUnit unit);

/// "person", "org", "place", "source", "year", "month"
const char* name_of(FacetField field);

/// "none", "header", "file_name", "folder", "dateline"
const char* name_of(DateSource source);

/// ArticleFlags as words: "date_conflict", "date_impossible", "date_ambiguous", "bytes_repaired"
std::vector<std::string> flag_names(std::uint8_t flags);

/// As ISO 8601 has it: "2022", "2022-01", "2022-W01", "2022-01-07"
std::string period_name(const Date& first_day, TimelineUnit unit);

/// The first day of the unit that has `date`.
Date first_day_of(Date date, TimelineUnit unit);

/// The last day of the unit that starts with `first_day`.
Date last_day_of(const Date& first_day, TimelineUnit unit);

}  // namespace dateline
