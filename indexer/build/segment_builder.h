// Analyzed articles to Xapian databases, and those to one published segment file.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/build/article_analyzer.h"

namespace dateline {

/// Writes articles with ascending numbers to a new private database in `folder`, which must not exist.
/// `analyzer` is the one that analyzed them, and nothing else since the last batch. The more articles at once, the smaller: a term has a list
/// of its own in each batch, which joining puts side by side but does not re-encode. Throws Error.
void build_batch(const std::vector<AnalyzedArticle>& articles, ArticleAnalyzer& analyzer,
                 const boost::filesystem::path& folder);

/// Adds metadata to a batch database. Throws Error.
void add_metadata(const boost::filesystem::path& batch, const std::string& key,
                  const std::string& value);

/// Joins databases (folders of batches or segment files, with disjoint ascending article numbers)
/// into one single-file segment `to`, with all its content on disk; their side tables are joined to
/// one of each kind. Throws Error.
void join_databases(const std::vector<boost::filesystem::path>& from,
                    const boost::filesystem::path& to);

}  // namespace dateline
