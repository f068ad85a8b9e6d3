#include "indexer/commands/check_command.h"

#include <chrono>
#include <iostream>
#include <thread>

#include "common/index/manifest.h"
#include "common/text/columns.h"
#include "common/text/numbers.h"
#include "indexer/check/index_check.h"
#include "indexer/check/index_repair.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/index_command.h"

namespace dateline {

namespace {

void print(const std::string& line) { std::cout << printable(line) << '\n'; }

std::string description_of(const Manifest& manifest) {
  std::uint64_t articles = 0, bytes = 0;
  for (const SegmentInfo& segment : manifest.segments) {
    articles += segment.articles - segment.deleted;
    bytes += segment.file_bytes;
  }
  return counted(manifest.segments.size(), "segment") + ", " + counted(articles, "article") + ", " +
         byte_size(bytes) + ", generation " + std::to_string(manifest.generation);
}

/// For another indexer to end.
IndexLock::Wait waiting(const IndexerOptions& options) {
  if (!options.run.wait) return nullptr;
  return [](const std::string&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return true;
  };
}

}  // namespace

ExitStatus tell_check(const IndexerOptions& options) {
  const boost::filesystem::path& index = options.run.index;
  const IndexCheck check = check_index(index);
  if (!options.quiet) print(index.string() + ": " + description_of(check.manifest));
  for (const IndexCheck::Damage& damage : check.damage) print(damage.what);
  if (check.left_over > 0 && !options.quiet) {
    print(counted(check.left_over, "file") +
          " of no use, left by a run that was cut off or is at work; the next run sweeps");
  }
  if (!check.is_sound()) {
    print(repair_hint(index));
    return ExitStatus::Partial;
  }
  if (!options.quiet) print("no damage");
  return ExitStatus::Done;
}

int repair_index(const IndexerOptions& options) {
  const Repair repair = telling_what_is_kept(
      options.run.index, [&] { return drop_damaged(options.run.index, waiting(options)); });
  for (const std::string& what : repair.done) print(what);
  if (repair.files_gone > 0) print(counted(repair.files_gone, "file") + " of them are gone");
  for (const std::string& what : repair.not_done) complain(what, "");
  if (repair.done.empty() && repair.files_to_read == 0 && repair.not_done.empty()) {
    if (!options.quiet) print("no damage");
    return static_cast<int>(ExitStatus::Done);
  }
  IndexerOptions run = options;
  run.run.repair = true;
  run.run.keep_missing = true;
  if (!options.quiet) print(counted(repair.files_to_read, "file") + " to read again");
  const int status = index_articles(run);
  const auto partial = static_cast<int>(ExitStatus::Partial);
  return status == 0 && !repair.not_done.empty() ? partial : status;
}

}  // namespace dateline
