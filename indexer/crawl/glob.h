// Glob patterns for --include and --exclude, matched against the path below the root.
//
//   *     any characters but /          ?      one character but /
//   **/   any number of folders         [a-z]  one character of a set; [!a-z] one outside it
//   /**   everything below              \x     the character x itself
//
// A pattern without / is matched against the name alone, at any depth; one with / against the whole
// path below the root. A leading / ties it to the root, a trailing / lets it match folders only.
// There are no malformed patterns: a [ without ] is itself. Time: O(pattern x path), no recursion.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

class Glob {
 public:
  explicit Glob(std::string_view pattern);

  /// `path` is relative to the root, without / at either end; any bytes.
  bool matches(std::string_view path, bool is_folder) const;

 private:
  std::string pattern_;  ///< without the / at its ends
  bool whole_path_ = false;
  bool folders_only_ = false;
};

}  // namespace dateline
