// What is said where a query finds nothing, for people. Pure functions.
#pragma once

#include <string>

#include "searcher/suggest/why_nothing.h"

namespace dateline {

/// "did you mean kazakhstan oil? 12 articles match", "did you mean kazakhstan for kazahkstan?", or empty.
std::string meant_text(const WhyNothing& why);

/// How much there is of each part, a line, and which never meet, a line each; each indented and ended,
/// printable. Empty where the query has no parts.
///   oil 5,123 · tokaev 0 · "oil prics" 0 (oil 5,123 · prics 0)
///   oil PRE/3 price 0 (oil 5,123 · price 412, both in 80 articles)
///   no article matches both oil and zebra
std::string parts_lines(const WhyNothing& why);

}  // namespace dateline
