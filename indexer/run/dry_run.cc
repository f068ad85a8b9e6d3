#include "indexer/run/dry_run.h"

#include <memory>
#include <set>

#include "common/index/schema.h"
#include "common/index/snapshot.h"
#include "indexer/build/catalog.h"
#include "indexer/run/root_table.h"

namespace dateline {

namespace {

/// The index as it is; null if there is none.
std::unique_ptr<Snapshot> existing_index(const RunOptions& options) {
  if (!load_manifest(IndexPaths{options.index})) return nullptr;
  return std::make_unique<Snapshot>(options.index);
}

}  // namespace

RunReport dry_run(const RunOptions& options, const TellPlan& tell) {
  const std::unique_ptr<Snapshot> index = existing_index(options);
  Catalog catalog = index ? Catalog(*index) : Catalog();
  Crawler crawler(crawl_options(options));
  const std::vector<std::string> roots =
      with_crawl_roots(index ? index->manifest().roots : std::vector<std::string>(),
                       crawler.roots(), takes_single_files(options));
  RunReport report;
  std::set<std::string> unreadable;
  while (const auto event = crawler.next()) {
    if (options.stop != nullptr && options.stop->is_asked()) break;
    ++report.found;
    const std::string path = crawler.full_path(*event);
    if (event->skip) {
      if (info(event->skip->reason).fate == Fate::Failed) unreadable.insert(path);
      report.add(*event->skip);
      tell(path, describe(*event->skip));
      continue;
    }
    const FileToIndex file = place_below_root(path, roots);
    const auto known = catalog.look_up(
        file.root, file.path, schema::file_fingerprint(event->size_bytes, event->mtime_ns));
    if (known.unchanged) {
      ++report.unchanged;
      continue;
    }
    ++report.indexed;
    report.bytes += event->size_bytes;
    if (known.number != 0) ++report.changed;
    tell(path, known.number != 0 ? "changed" : "new");
  }
  if (!index || options.keep_missing) return report;
  const auto vanished = catalog.unseen(*index, [&](const schema::FileRecord& file) {
    const std::string path = schema::absolute_path(roots, file);
    const bool is_gone = has_vanished(path, crawler.roots(), unreadable);
    if (is_gone) tell(path, "removed");
    return is_gone;
  });
  report.removed = vanished.size();
  return report;
}

}  // namespace dateline
