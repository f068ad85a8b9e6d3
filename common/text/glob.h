// Glob patterns: of paths, for --include and --exclude, matched against the path below the root; and
// of any text, for path: and url: in queries.
//
//   *     any characters but /          ?      one character but /
//   **/   any number of folders         [a-z]  one character of a set; [!a-z] one outside it
//   /**   everything below              \x     the character x itself
//   other double stars are as one
//
// A pattern without / is matched against the name alone, at any depth; one with / against the whole
// path below the root. A leading / ties it to the root, a trailing / lets it match folders only.
// There are no malformed patterns: a [ without ] is itself. Time: O(pattern x path), no recursion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

enum class GlobOf : std::uint8_t {
  Path,  ///< as above
  Text,  ///< only * ? [ ] mean something; / is a character like others; the whole text must match
};

class Glob {
 public:
  explicit Glob(std::string_view pattern, GlobOf of = GlobOf::Path);

  /// Any bytes. A path is relative to the root, without / at either end.
  bool matches(std::string_view path, bool is_folder = false) const;

 private:
  std::string pattern_;  ///< of a path without the / at its ends
  GlobOf of_;
  bool whole_path_ = false;
  bool folders_only_ = false;
};

}  // namespace dateline
