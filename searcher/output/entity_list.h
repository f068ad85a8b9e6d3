// The names of an archive with their counts (--entities) in each form. Pure functions.
#pragma once

#include <string>

#include "searcher/about/answers.h"
#include "searcher/output/format.h"
#include "searcher/output/terminal.h"

namespace dateline {

/// How many match, then a line with a bar each; with the kind where more than one is asked for.
std::string text_of(const EntityList& list, const EntityListRequest& request,
                    const Terminal& terminal);

/// One document on one line.
std::string json_of(const EntityList& list, const EntityListRequest& request,
                    const std::string& query);

/// One line an entity.
std::string jsonl_of(const EntityList& list);

/// CSV or TSV.
std::string table_of(Format format, const EntityList& list);

/// The names alone, a line each: for shells and scripts. Control characters as U+FFFD.
std::string names_of(const EntityList& list);

}  // namespace dateline
