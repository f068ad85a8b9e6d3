#include "indexer/build/index_writer.h"

#include <unistd.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <iterator>
#include <set>
#include <utility>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/durable_file.h"
#include "common/index/file_list.h"
#include "common/index/integrity.h"
#include "common/index/snapshot.h"
#include "common/source_name.h"
#include "indexer/build/segment_builder.h"

namespace dateline {

namespace fs = boost::filesystem;

namespace {

/// Articles a rebuilt segment's private databases have, as those of the pipeline.
constexpr std::size_t kRebuildBatch = 2000;

/// 120 bytes each in the manifest, which every search reads.
constexpr std::size_t kMostRuns = 1000;

/// Runs `action`; turns a file system error out of it into an Error.
template <class Action>
auto with_files(const std::string& doing, const Action& action) -> decltype(action()) {
  try {
    return action();
  } catch (const fs::filesystem_error& error) {
    throw Error("cannot " + doing + ": " + error.code().message() + " (" + error.path1().string() +
                ")");
  }
}

/// What a run that was stopped before its first manifest leaves; anything else is not ours.
bool is_unfinished_index(const fs::path& folder) {
  static const std::set<std::string> kOurs = {"lock",   "log",      "report",
                                              "work",   "segments", "tombstones",
                                              "manifest.json.new", "manifest.copy.json",
                                              "manifest.copy.json.new"};
  const fs::path segments = folder / "segments";
  if (fs::exists(segments) && !fs::is_empty(segments)) return false;
  return std::all_of(fs::directory_iterator(folder), fs::directory_iterator(),
                     [](const fs::directory_entry& entry) {
                       return kOurs.count(entry.path().filename().string()) != 0;
                     });
}

/// So that the folder itself is there after a power cut. Its parent may be closed to us: then the
/// system has to see to it.
void sync_parent(const fs::path& folder) {
  const fs::path parent = fs::absolute(folder).remove_trailing_separator().parent_path();
  if (::access(parent.c_str(), R_OK) == 0) sync_file(parent);
}

void remove_unlisted(const fs::path& folder, const std::set<std::string>& listed) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (listed.count(entry.path().filename().string()) == 0) fs::remove_all(entry.path());
  }
}

void remove_folders(const std::vector<Batch>& batches) {
  with_files("remove merged batches", [&] {
    for (const Batch& batch : batches) fs::remove_all(batch.folder);
  });
}

}  // namespace

IndexWriter::IndexWriter(const fs::path& folder, const IndexSettings& settings,
                         const IndexLock::Wait& wait)
    : paths_{folder}, started_(utc_now()) {
  with_files("open the index in " + folder.string(), [&] { open_or_create(settings, wait); });
}

void IndexWriter::open_or_create(const IndexSettings& settings, const IndexLock::Wait& wait) {
  const fs::path& folder = paths_.folder;
  if (fs::exists(folder) && !fs::is_directory(folder)) {
    throw Error(folder.string() + " is a file, not a folder for an index",
                "name another folder with --index");
  }
  if (fs::exists(folder) && !load_manifest(paths_) && !is_unfinished_index(folder)) {
    throw Error(folder.string() + " holds something else than an index; nothing was changed",
                "name a new or empty folder with --index");
  }
  const bool is_new = fs::create_directories(folder);
  if (is_new) sync_parent(folder);
  lock_ = std::make_unique<IndexLock>(paths_.lock(), wait);
  if (auto manifest = load_manifest(paths_)) {
    manifest_ = std::move(*manifest);
  } else {
    manifest_.identity = new_identity();
    manifest_.settings = settings;
    publish_manifest(paths_, manifest_);
  }
  for (const fs::path& part : {paths_.segments(), paths_.tombstones(), paths_.work()}) {
    fs::create_directories(part);
  }
  mend_manifest_copy(paths_);
  remove_unlisted(paths_.work(), {});
  sweep();
}

void IndexWriter::sweep() const {
  std::set<std::string> segments;
  std::set<std::string> tombstones;
  tombstones.insert(manifest_.lost.list);
  for (const SegmentInfo& segment : manifest_.segments) {
    segments.insert(segment.file);
    segments.insert(paths_.files(segment).filename().string());
    tombstones.insert(segment.tombstones);
  }
  with_files("remove left-over files", [&] {
    remove_unlisted(paths_.segments(), segments);
    remove_unlisted(paths_.tombstones(), tombstones);
  });
}

void IndexWriter::commit(Manifest next) {
  publish_manifest(paths_, next);
  manifest_ = std::move(next);
}

void IndexWriter::read_files_as(std::optional<DateOrder> date_order,
                                std::optional<std::uint64_t> largest_article_bytes) {
  IndexSettings& settings = manifest_.settings;
  settings.date_order = date_order.value_or(settings.date_order);
  settings.largest_article_bytes = largest_article_bytes.value_or(settings.largest_article_bytes);
}

std::uint32_t IndexWriter::root_number(const std::string& root) {
  auto& roots = manifest_.roots;
  const auto known = std::find(roots.begin(), roots.end(), root);
  const auto number = static_cast<std::uint32_t>(known - roots.begin());
  if (known == roots.end()) roots.push_back(root);
  return number;
}

fs::path IndexWriter::batch_folder(std::uint64_t batch) const {
  return paths_.work() / ("batch-" + std::to_string(batch));
}

void IndexWriter::publish(const std::vector<Batch>& batches, const Dictionary& dictionary,
                          const std::vector<std::uint32_t>& replaced) {
  Manifest next = manifest_;
  std::vector<fs::path> parts;
  SegmentInfo segment;
  for (const Batch& batch : batches) {
    if (batch.articles == 0) continue;
    if (parts.empty()) segment.first = batch.first;
    parts.push_back(batch.folder);
    segment.last = batch.last;
    segment.articles += batch.articles;
    segment.text_bytes += batch.text_bytes;
  }
  if (!parts.empty()) {
    if (!dictionary.content.empty()) {
      if (packed_dictionary_id_ != dictionary.id) {
        packed_dictionary_ = pack_dictionary(dictionary);
        packed_dictionary_id_ = dictionary.id;
      }
      add_metadata(parts.front(), schema::dictionary_key(dictionary.id), packed_dictionary_);
    }
    segment.file = new_file_name(next, ".glass");
    finish_segment(parts, segment);
    note_run(next);
    next.segments.push_back(segment);
    next.next_article = segment.last + 1;
  }
  if (!parts.empty() || !replaced.empty()) {
    add_tombstones(next, replaced);
    commit(std::move(next));
  }
  remove_folders(batches);
}

// Before its first articles are counted into `next`. Runs that index nothing leave one entry, which
// the next that does takes over: so a run without news writes nothing.
void IndexWriter::note_run(Manifest& next) {
  if (!run_noted_) {
    if (!next.runs.empty() && next.runs.back().first_article == next.next_article) {
      next.runs.pop_back();
    }
    next.runs.push_back({started_, "", next.next_article});
    limit_runs(next.runs, kMostRuns);
    run_noted_ = true;
  }
  next.runs.back().updated = utc_now();
}

void IndexWriter::end_run() {
  const auto& runs = manifest_.runs;
  if (run_noted_ || runs.empty() || runs.back().first_article == manifest_.next_article) return;
  Manifest next = manifest_;
  note_run(next);
  commit(std::move(next));
}

void IndexWriter::end_repair() {
  if (manifest_.lost.list.empty()) return;
  Manifest next = manifest_;
  next.lost = {};
  commit(std::move(next));
  sweep();
}

void IndexWriter::finish_segment(const std::vector<fs::path>& parts, SegmentInfo& segment) const {
  const fs::path unfinished = paths_.work() / segment.file;
  join_databases(parts, unfinished);
  segment.file_bytes = with_files("measure the segment", [&] { return fs::file_size(unfinished); });
  segment.checksum = file_checksum(unfinished);
  const std::string files = with_xapian("list the files of " + unfinished.string(), [&] {
    return make_file_list(Xapian::Database(unfinished.string()));
  });
  segment.files_checksum = checksum_of(files);
  write_file_durably(paths_.files(segment), files);
  publish_file(unfinished, paths_.segment(segment));
}

void IndexWriter::remove(const std::vector<std::uint32_t>& numbers) {
  if (numbers.empty()) return;
  Manifest next = manifest_;
  add_tombstones(next, numbers);
  commit(std::move(next));
}

void IndexWriter::add_tombstones(Manifest& next, const std::vector<std::uint32_t>& numbers) const {
  for (SegmentInfo& segment : next.segments) {
    std::vector<std::uint32_t> deleted;
    for (std::uint32_t number : numbers) {
      if (number >= segment.first && number <= segment.last) deleted.push_back(number);
    }
    if (deleted.empty()) continue;
    if (!segment.tombstones.empty()) {
      const auto before =
          load_tombstones(paths_.tombstones(segment), segment.tombstones_checksum);
      deleted.insert(deleted.end(), before.begin(), before.end());
    }
    set_tombstones(next, segment, deleted);
  }
}

void IndexWriter::set_tombstones(Manifest& next, SegmentInfo& segment,
                                 const std::vector<std::uint32_t>& numbers) const {
  std::vector<std::uint32_t> sorted = numbers;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  segment.deleted = sorted.size();
  segment.tombstones.clear();
  segment.tombstones_checksum.clear();
  if (sorted.empty()) return;
  segment.tombstones = new_file_name(next, ".deleted");
  segment.tombstones_checksum = save_tombstones(paths_.tombstones(segment), sorted);
}

void IndexWriter::maintain() {
  bool changed = false;
  for (std::size_t i = manifest_.segments.size(); i-- > 0;) {
    if (!needs_rebuild(manifest_.segments[i])) continue;
    rebuild(i);
    changed = true;
  }
  while (const auto run = plan_merge(manifest_.segments)) {
    merge(*run);
    changed = true;
  }
  if (changed) sweep();
}

// What is damaged must not go on in another segment, under a checksum that fits.
void IndexWriter::require_whole(const SegmentInfo& segment) const {
  const std::string damage = segment_damage(paths_, segment);
  if (!damage.empty()) throw IndexError(damage, repair_hint(paths_.folder));
}

void IndexWriter::merge(const SegmentRun& run) {
  Manifest next = manifest_;
  const auto begin = next.segments.begin() + static_cast<std::ptrdiff_t>(run.begin);
  const auto end = next.segments.begin() + static_cast<std::ptrdiff_t>(run.end);
  SegmentInfo joined;
  joined.first = begin->first;
  joined.last = std::prev(end)->last;
  std::vector<fs::path> parts;
  std::vector<std::uint32_t> deleted;
  for (auto segment = begin; segment != end; ++segment) {
    require_whole(*segment);
    parts.push_back(paths_.segment(*segment));
    joined.articles += segment->articles;
    joined.text_bytes += segment->text_bytes;
    if (segment->tombstones.empty()) continue;
    const auto more =
        load_tombstones(paths_.tombstones(*segment), segment->tombstones_checksum);
    deleted.insert(deleted.end(), more.begin(), more.end());
  }
  joined.file = new_file_name(next, ".glass");
  finish_segment(parts, joined);
  set_tombstones(next, joined, deleted);
  next.segments.insert(next.segments.erase(begin, end), joined);
  commit(std::move(next));
}

void IndexWriter::rebuild(std::size_t place) {
  Manifest next = manifest_;
  SegmentInfo& segment = next.segments[place];
  require_whole(segment);
  const std::vector<Batch> batches = rebuild_batches(segment);
  if (batches.empty()) {
    next.segments.erase(next.segments.begin() + static_cast<std::ptrdiff_t>(place));
  } else {
    std::vector<fs::path> parts;
    segment.articles = segment.text_bytes = segment.deleted = 0;
    segment.tombstones.clear();
    segment.tombstones_checksum.clear();
    for (const Batch& batch : batches) {
      parts.push_back(batch.folder);
      segment.articles += batch.articles;
      segment.text_bytes += batch.text_bytes;
    }
    segment.file = new_file_name(next, ".glass");
    finish_segment(parts, segment);
  }
  commit(std::move(next));
  remove_folders(batches);
}

std::vector<Batch> IndexWriter::rebuild_batches(const SegmentInfo& segment) const {
  Snapshot snapshot(paths_.folder);
  const auto segments = snapshot.manifest().segments;
  const auto place = static_cast<std::size_t>(
      std::find_if(segments.begin(), segments.end(),
                   [&](const SegmentInfo& candidate) { return candidate.file == segment.file; }) -
      segments.begin());
  const Xapian::Database& part = snapshot.parts()[place];
  const Dictionary none;
  ArticleAnalyzer analyzer(manifest_.settings, none);
  std::vector<Batch> batches;
  std::vector<AnalyzedArticle> articles;
  const auto finish_batch = [&] {
    if (articles.empty()) return;
    Batch batch{paths_.work() / ("rebuild-" + std::to_string(batches.size())),
                articles.front().number, articles.back().number, articles.size(), 0};
    for (const AnalyzedArticle& article : articles) batch.text_bytes += article.text_bytes;
    build_batch(articles, analyzer, batch.folder);
    batches.push_back(batch);
    articles.clear();
    analyzer.forget_if_large();
  };
  with_xapian("rebuild segment " + segment.file, [&] {
    for (auto at = part.postlist_begin(""); at != part.postlist_end(""); ++at) {
      const Xapian::docid document = snapshot.document_id(*at, place);
      if (snapshot.is_deleted(document)) continue;
      const schema::FileRecord file = snapshot.file(document);
      const Article article = snapshot.article(document);
      const std::string source =
          source_name(article.source, snapshot.manifest().roots.at(file.root), file.path);
      articles.push_back(
          analyzer.reanalyze(article, file, source, snapshot.compressed_article(document)));
      articles.back().number = *at;
      if (articles.size() == kRebuildBatch) finish_batch();
    }
    finish_batch();
    if (batches.empty()) return;
    for (auto key = part.metadata_keys_begin(schema::kDictionaryKeyPrefix);
         key != part.metadata_keys_end(schema::kDictionaryKeyPrefix); ++key) {
      add_metadata(batches.front().folder, *key, part.get_metadata(*key));
    }
  });
  return batches;
}

std::uint64_t IndexWriter::index_bytes() const {
  std::uint64_t bytes = 0;
  with_files("measure the index", [&] {
    bytes += fs::file_size(paths_.manifest());
    for (const SegmentInfo& segment : manifest_.segments) {
      bytes += segment.file_bytes;
      boost::system::error_code missing;  // of use to a repair only
      const std::uint64_t list = fs::file_size(paths_.files(segment), missing);
      if (!missing) bytes += list;
      if (!segment.tombstones.empty()) bytes += fs::file_size(paths_.tombstones(segment));
    }
  });
  return bytes;
}

}  // namespace dateline
