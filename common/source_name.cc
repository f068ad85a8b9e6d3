#include "common/source_name.h"

#include <algorithm>

namespace dateline {

namespace {

/// "2022", "01", "2022-01-07", "2022_01": digits and what separates them.
bool is_part_of_date(std::string_view folder) {
  return std::all_of(folder.begin(), folder.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

std::string_view last_component(std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);  // npos + 1 == 0
}

}  // namespace

std::string source_name(std::string_view from_header, std::string_view root,
                        std::string_view path) {
  if (!from_header.empty()) return std::string(from_header);
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/')) {
    const std::string_view folder = path.substr(0, slash);
    if (!is_part_of_date(folder)) return std::string(folder);
    path.remove_prefix(slash + 1);
  }
  return std::string(last_component(root));
}

}  // namespace dateline
