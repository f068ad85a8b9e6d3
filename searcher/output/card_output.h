// A record of a search, so that it can be cited and repeated: what was asked and understood, of
// which state of which index, by which program, when, and what there was. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "searcher/query/tree.h"

namespace dateline {

struct SearchCard {
  std::string query;                 ///< as typed
  Node tree;                         ///< as understood, with the options that narrow
  std::vector<std::string> options;  ///< as given: --from=2022
  std::vector<std::string> command;  ///< that searches the same again
  std::string program;               ///< "dateline-search 0.1.0"
  std::string searched;              ///< when, ISO 8601, UTC
  Date today;                        ///< what date:today meant

  std::string index;  ///< absolute folder, and so the next of it
  std::uint64_t generation = 0;
  std::string updated;
  int format = 0;
  std::string language;
  std::vector<std::string> roots;
  std::uint64_t articles = 0;

  std::uint64_t matches = 0;  ///< exact
  std::uint64_t undated = 0;  ///< of them
  std::optional<Date> first_date;
  std::optional<Date> last_date;
};

std::string text_of(const SearchCard& card);
std::string json_of(const SearchCard& card);

}  // namespace dateline
