// What is said of the names in a query, for people. Not printable where not said so: that is the
// caller's part.
#pragma once

#include <string>
#include <vector>

#include "searcher/output/terminal.h"
#include "searcher/search.h"

namespace dateline {

/// "person", "org", "place" or "entity", as in a query.
std::string field_of(const NamesTaken& names);

/// "person:tokayev is Kassym-Jomart Tokayev (1,204), Tokayev (31) and 3 more"; empty where it is
/// just the name that was asked for, or none.
std::string taken_text(const NamesTaken& names);

/// taken_text of each, in lines that fit the terminal, printable.
std::string taken_lines(const std::vector<NamesTaken>& names, const Terminal& terminal);

/// Of a name that is not known: "there is no person called tokaev in the index"
std::string unknown_name(const NamesTaken& names);

/// "did you mean Kassym-Jomart Tokayev (1,204)?", or empty.
std::string suggestion(const NamesTaken& names);

}  // namespace dateline
