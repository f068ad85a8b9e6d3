// The page of one person, organisation or place (--about): for people on one screen, and as JSON.
// Pure functions.
#pragma once

#include <string>

#include "searcher/about/answers.h"
#include "searcher/output/terminal.h"

namespace dateline {

/// REQUIRES a page of an entity that some matches have.
std::string text_of(const EntityPage& page, const Terminal& terminal);

/// One document on one line; also of a name that is not known.
std::string json_of(const EntityPage& page, const EntityPageRequest& request,
                    const std::string& query);

}  // namespace dateline
