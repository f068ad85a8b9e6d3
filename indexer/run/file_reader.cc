#include "indexer/run/file_reader.h"

#include <chrono>
#include <memory>
#include <utility>

#include "common/index/schema.h"
#include "indexer/crawl/file_loader.h"
#include "indexer/readers/article_reader.h"
#include "indexer/readers/encoding.h"

namespace dateline {

namespace {

/// Whether the file may be changed again without its time of change showing it: the clock of file
/// systems ticks every few milliseconds, some only every one or two seconds.
bool may_change_unseen(std::int64_t mtime_ns) {
  constexpr std::int64_t kTick = 20'000'000;
  constexpr std::int64_t kCoarseTick = 2'000'000'000;
  const std::int64_t now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                               std::chrono::system_clock::now().time_since_epoch())
                               .count();
  const bool is_coarse = mtime_ns % 1'000'000'000 == 0;
  return now - mtime_ns < (is_coarse ? kCoarseTick : kTick);
}

OrSkip<LoadedArticle> read_article(const std::string& full_path, const std::string& path,
                                   std::uint64_t largest_bytes, ArticleReader& reader) {
  OrSkip<LoadedFile> loading = load_file(full_path, largest_bytes);
  if (auto* skip = std::get_if<Skip>(&loading)) return std::move(*skip);
  auto& file = std::get<LoadedFile>(loading);
  LoadedArticle loaded;
  loaded.bytes = file.bytes.size();
  loaded.fingerprint = file.changed_while_reading || may_change_unseen(file.mtime_ns)
                           ? schema::kNoFingerprint
                           : schema::file_fingerprint(file.size_bytes, file.mtime_ns);
  OrSkip<DecodedText> decoding = decode_text(std::move(file.bytes));
  if (auto* skip = std::get_if<Skip>(&decoding)) return std::move(*skip);
  auto& decoded = std::get<DecodedText>(decoding);
  const std::size_t repaired = decoded.repaired_bytes;
  ReadArticle read = reader.read(std::move(decoded), path);
  loaded.article = std::move(read.article);
  loaded.notes = std::move(read.problems);
  if (repaired != 0) {
    loaded.notes.push_back(std::to_string(repaired) + " bytes were not UTF-8 and were repaired");
  }
  if (file.changed_while_reading) {
    loaded.notes.emplace_back("changed while it was read; it is read again next time");
  }
  return loaded;
}

}  // namespace

LoadArticle make_file_reader(const std::vector<std::string>& roots, const DateRules& rules,
                             std::uint64_t largest_bytes) {
  return [roots, largest_bytes,
          reader = std::make_shared<ArticleReader>(rules)](const FileToIndex& file) {
    const schema::FileRecord record{file.root, 0, 0, 0, file.path, {}};
    return read_article(schema::absolute_path(roots, record), file.path, largest_bytes, *reader);
  };
}

}  // namespace dateline
