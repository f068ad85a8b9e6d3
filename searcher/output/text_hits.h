// Articles as text for people: a list, or one whole. Every string of an article or path passes
// printable() on its way. Pure functions; lines are ended with a newline.
#pragma once

#include <string>

#include "searcher/output/answer.h"
#include "searcher/output/terminal.h"

namespace dateline {

/// The count, then each hit: rank and headline; date, source and id; path; the best passage.
std::string text_of(const Answer& answer, const Terminal& terminal);

/// One article whole, its facts before it, hit.occurrences highlighted.
std::string text_of_article(const Hit& hit, const Terminal& terminal);

}  // namespace dateline
