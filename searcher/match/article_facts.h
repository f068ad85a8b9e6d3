// What a query asks of an article beside its words: date, source, path, names ... decided on the
// stored record. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/glob.h"
#include "searcher/query/tree.h"

namespace dateline {

/// An article and what a query can ask of it beside its text.
struct StoredArticle {
  std::uint32_t id = 0;  ///< the article's number: stable until the article changes
  std::string path;      ///< absolute, bytes as in the file system
  std::string source;    ///< from the header, or the folder; may be empty
  Article article;
};

/// Whether the record is as the node asks. REQUIRES is_fact(node.kind).
bool match_fact(const Node& node, const StoredArticle& stored);

/// The pattern of a Path or Url node: a glob if it has one of * ? [ (where * also matches /), of the
/// whole path or any of its ends that begin behind a /; else a part of the path.
class PathPattern {
 public:
  explicit PathPattern(const std::string& pattern);

  bool matches(std::string_view path) const;

 private:
  std::string part_;         ///< if it is no glob
  std::vector<Glob> globs_;  ///< any of them
};

/// Whether an author's name has the words of `asked`, folded, next to each other.
bool author_matches(const std::string& author, const std::string& asked);

}  // namespace dateline
