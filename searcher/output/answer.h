// A search that was made, with all that any format prints about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/passages/passage.h"
#include "searcher/search.h"
#include "searcher/suggest/why_nothing.h"

namespace dateline {

/// What "more like this" was made of.
struct LikeWords {
  std::string asked;               ///< as given; empty: it was not asked for
  std::vector<std::string> words;  ///< the most telling first
};

struct Answer {
  std::string query;  ///< as typed
  LikeWords like;
  SearchRequest request;
  SearchResults results;
  std::optional<WhyNothing> why;  ///< where no article matches
  PassageSettings passages;
  double milliseconds = 0;  ///< to search; in a batch, to parse too
};

/// What every format shows of a hit's text: its best passages, or what follows its headline.
Passages passages_of(const Hit& hit, const PassageSettings& settings);

/// Them as one line: "…" where text is left out.
std::string passage_line(const Passages& passages);

/// `path` with every byte but letters, digits and -._~/ as %XX where it cannot be printed as it is:
/// not UTF-8, or with control characters. Empty where it can.
std::string percent_encoded_path(const std::string& path);

}  // namespace dateline
