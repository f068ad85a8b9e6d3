#include "scripts/ranking/corpus.h"

#include <variant>

#include "indexer/crawl/crawler.h"
#include "indexer/run/file_reader.h"

namespace dateline {

void each_article(const std::string& folder,
                  const std::function<void(const std::string& path, const Article&)>& see) {
  constexpr std::uint64_t kLargestFile = 32ULL << 20;
  CrawlOptions options;
  options.roots = {folder};
  Crawler crawler(options);
  const LoadArticle load =
      make_file_reader({folder}, DateRules{today(), DateOrder::Unknown}, kLargestFile);
  while (const auto event = crawler.next()) {
    if (event->skip || event->is_folder) continue;
    FileToIndex file;
    file.path = event->path;
    OrSkip<LoadedArticle> loaded = load(file);
    if (const auto* article = std::get_if<LoadedArticle>(&loaded)) {
      see(event->path, article->article);
    }
  }
}

}  // namespace dateline
