// The list of saved searches. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "searcher/saved/saved_searches.h"

namespace dateline {

/// Of each: its name and when it last ran, its index, its options and query.
std::string text_of(const std::vector<SavedSearch>& searches);

std::string json_of(const std::vector<SavedSearch>& searches);

/// Arguments as a shell wants them, quoted where needed.
std::string shell_line(const std::vector<std::string>& arguments);

}  // namespace dateline
