#include "searcher/output/name_text.h"

#include <algorithm>

#include "common/text/nearest.h"
#include "common/text/columns.h"
#include "common/text/numbers.h"

namespace dateline {

namespace {

constexpr std::size_t kShown = 5;
constexpr std::size_t kWidestText = 100;  // columns

/// "A (12), B (3) and 7 more"
std::string list(const std::vector<NamesTaken::Name>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < kShown; ++i) {
    out += (i == 0 ? "" : ", ") + names[i].name + " (" + with_commas(names[i].articles) + ')';
  }
  if (names.size() > kShown) out += " and " + with_commas(names.size() - kShown) + " more";
  return out;
}

}  // namespace

std::string field_of(const NamesTaken& names) {
  return names.type ? std::string(name_of(*names.type)) : "entity";
}

std::string taken_text(const NamesTaken& names) {
  const bool is_just_it = names.names.size() == 1 && names.names[0].name == names.asked;
  if (names.names.empty() || is_just_it) return "";
  return field_of(names) + ':' + names.asked + " is " + list(names.names);
}

std::string taken_lines(const std::vector<NamesTaken>& names, const Terminal& terminal) {
  std::string out;
  for (const NamesTaken& one : names) {
    const std::string taken = taken_text(one);
    for (const std::string_view line : wrap(taken, std::min(terminal.columns, kWidestText))) {
      out += painted(printable(line), Paint::Quiet, terminal) + '\n';
    }
  }
  return out;
}

std::string unknown_name(const NamesTaken& names) {
  const std::string what = names.type == EntityType::Person         ? "person"
                           : names.type == EntityType::Organisation ? "organisation"
                           : names.type == EntityType::Place        ? "place"
                                                             : "person, organisation or place";
  return "there is no " + what + " called " + names.asked + " in the index";
}

std::string suggestion(const NamesTaken& names) { return did_you_mean(list(names.suggestions)); }

}  // namespace dateline
