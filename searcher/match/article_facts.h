// What a query asks of an article beside its words: date, source, path, names ... decided on the
// stored record. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
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

/// Whether a path matches the pattern of a Path node: as a glob if it has one of * ? [ (where *
/// also matches /), against the whole path or any of its ends that begin behind a /; else as a part
/// of it. The same of a url.
bool path_matches(const std::string& path, const std::string& pattern);

/// Whether an author's name has the words of `asked`, folded, next to each other.
bool author_matches(const std::string& author, const std::string& asked);

}  // namespace dateline
