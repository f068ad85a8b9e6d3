// Which articles of a segment fit a condition that no single posting list stands for: a walk over the
// file records, the names of authors, the lengths or the counts of a word; or what the names of the
// index gave. Deleted articles may be among them.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/article_range.h"
#include "searcher/query/tree.h"

namespace dateline {

/// Whether there is such a list: of Name, Author, Path, Url, WordCount and Id.
bool has_record_list(Node::Kind kind);

/// The numbers, ascending, of the articles of `segment` that `node` is true of. `range` is the
/// segment's, `roots` are the manifest's. REQUIRES has_record_list(node.kind). Throws Xapian::Error.
std::vector<Xapian::docid> record_list(const Node& node, const Xapian::Database& segment,
                                       const ArticleRange& range,
                                       const std::vector<std::string>& roots);

/// Of those with `term` the ones that have it at least `times` times.
std::vector<Xapian::docid> frequent_list(const std::string& term, std::uint32_t times,
                                         const Xapian::Database& segment);

}  // namespace dateline
