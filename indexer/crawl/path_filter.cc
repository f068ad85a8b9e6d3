#include "indexer/crawl/path_filter.h"

#include <algorithm>
#include <cstddef>

namespace dateline {

namespace {

bool any_matches(const std::vector<Glob>& globs, std::string_view path, bool is_folder) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const Glob& glob) { return glob.matches(path, is_folder); });
}

/// The first reason that `refuses` has against a folder on the way to `path`, or `path` itself.
template <class Refuses>
std::optional<SkipReason> first_refusal(std::string_view path, bool is_folder,
                                        const Refuses& refuses) {
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    if (auto reason = refuses(path.substr(0, slash), true)) return reason;
  }
  return refuses(path, is_folder);
}

}  // namespace

PathFilter::PathFilter(const std::vector<std::string>& include,
                       const std::vector<std::string>& exclude, bool hidden)
    : include_(include.begin(), include.end()),
      exclude_(exclude.begin(), exclude.end()),
      hidden_(hidden) {}

std::optional<SkipReason> PathFilter::excludes(std::string_view path, bool is_folder) const {
  if (any_matches(exclude_, path, is_folder)) return SkipReason::Excluded;
  if (!is_folder && !include_.empty() && !any_matches(include_, path, false)) {
    return SkipReason::Excluded;
  }
  return std::nullopt;
}

std::optional<SkipReason> PathFilter::refuses(std::string_view path, bool is_folder) const {
  const std::size_t name = path.rfind('/') + 1;
  if (!hidden_ && path.substr(name, 1) == ".") return SkipReason::Hidden;
  return excludes(path, is_folder);
}

std::optional<SkipReason> PathFilter::refuses_on_the_way(std::string_view path,
                                                         bool is_folder) const {
  return first_refusal(path, is_folder, [this](std::string_view part, bool folder) {
    return refuses(part, folder);
  });
}

std::optional<SkipReason> PathFilter::refuses_named(std::string_view path) const {
  return first_refusal(
      path, false, [this](std::string_view part, bool folder) { return excludes(part, folder); });
}

}  // namespace dateline
