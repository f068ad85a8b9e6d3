// Searches kept by name, with what each has seen of its index: a JSON file of the user's. Every
// change reads the file, changes one search and replaces the file whole, under a lock, so that cron
// and a terminal do not undo each other's. Throws Error where the file cannot be read or written.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/manifest.h"

namespace dateline {

struct SavedSearch {
  std::string name;
  std::string index;                   ///< absolute folder
  std::vector<std::string> arguments;  ///< as on a command line: --limit=5, --, query
  std::string saved;                   ///< ISO 8601, UTC
  std::string last_run;                ///< of --alerts or --new-since last-run; empty: not yet
  std::uint32_t next_article = 1;      ///< the first article that is new to it, if the index is still
  std::string identity{};              ///< the one with this Manifest::identity; empty: not known
};

/// Whether the index has been made anew since the search saw it: then its articles are numbered from 1
/// again, and all of them are new.
inline bool is_made_anew(const Manifest& index, const SavedSearch& search) {
  return !search.identity.empty() && search.identity != index.identity;
}

class SavedSearches {
 public:
  explicit SavedSearches(boost::filesystem::path file) : file_(std::move(file)) {}

  /// By name, then index. None where there is no file.
  std::vector<SavedSearch> all() const;

  /// The one of that name and index; where no index is given, the only one of that name.
  std::optional<SavedSearch> find(const std::string& name, const std::string& index) const;

  /// In place of one of the same name and index.
  void save(const SavedSearch& search);

  /// Notes that the search has seen the index as `manifest` has it. Nothing if it has been forgotten
  /// meanwhile.
  void advance(const SavedSearch& search, const Manifest& manifest, const std::string& time);

  /// False if there is none.
  bool forget(const SavedSearch& search);

  const boost::filesystem::path& file() const { return file_; }

 private:
  void write(const std::vector<SavedSearch>& searches) const;

  boost::filesystem::path file_;
};

/// Below XDG_CONFIG_HOME, or else ~/.config: dateline/searches.json. Throws Error if neither is
/// known.
boost::filesystem::path default_searches_file();

}  // namespace dateline
