// The articles of a folder, read as the indexer reads them.
#pragma once

#include <functional>
#include <string>

#include "common/article.h"

namespace dateline {

/// Calls see(path below the folder, article) for each article, in the order of the crawl. Throws Error
/// if there is no such folder.
void each_article(const std::string& folder,
                  const std::function<void(const std::string& path, const Article&)>& see);

}  // namespace dateline
