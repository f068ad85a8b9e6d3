// Networks of names as files for other programs. Pure functions.
#pragma once

#include <string>

#include "searcher/about/answers.h"
#include "searcher/output/format.h"

namespace dateline {

/// GraphML 1.0 (http://graphml.graphdrawing.org), undirected, with typed attributes by the names
/// that Gephi, Cytoscape, yEd, igraph and NetworkX know: of nodes `label`, `kind`, `articles`; of
/// edges `weight` (articles with both) and `cosine`. What XML does not allow is U+FFFD.
std::string graphml_of(const EntityNetwork& network);

/// CSV or TSV, an edge a line: source,target,weight,cosine and kind and articles of both. A name
/// that nodes of two kinds have is followed by its kind: "Washington (place)". RFC 4180, safe for
/// spreadsheets.
std::string table_of(Format format, const EntityNetwork& network);

/// "200 names, 4,512 links, of 1,234 articles"
std::string summary_of(const EntityNetwork& network);

}  // namespace dateline
