// One published state of an index, opened for reading: all its segments as one Xapian database, its
// tombstones, its stored articles. Stays valid and unchanged while an indexer publishes new states.
// Not thread-safe: one snapshot a thread (opening is cheap).
#pragma once

#include <xapian.h>

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/error.h"
#include "common/index/manifest.h"
#include "common/index/name_table.h"
#include "common/index/recent_texts.h"
#include "common/index/schema.h"
#include "common/index/segment_texts.h"
#include "common/index/text_codec.h"

namespace dateline {

class Snapshot {
 public:
  /// Throws Error if there is no index in `folder` or it cannot be opened.
  explicit Snapshot(const boost::filesystem::path& folder);

  /// The same state opened again, for another thread. Throws Error if an indexer has replaced some of
  /// its segments meanwhile.
  Snapshot reopened() const { return Snapshot(paths_, manifest_); }

  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  const Manifest& manifest() const { return manifest_; }
  const IndexPaths& paths() const { return paths_; }

  /// All segments. Documents have Xapian's combined ids, see article_number().
  const Xapian::Database& database() const { return database_; }

  /// The segments one by one, as the manifest lists them; their document ids are article numbers.
  const std::vector<Xapian::Database>& parts() const { return parts_; }
  /// The numbers that the articles of a segment have.
  ArticleRange range(std::size_t segment) const { return manifest_.segments[segment].range(); }

  bool empty() const { return manifest_.segments.empty(); }
  /// Articles before this number are as if deleted from now on: for what is new since then. `articles()`
  /// still counts them.
  void hide_before(std::uint32_t number) { first_shown_ = number; }

  bool has_tombstones() const { return !deleted_.empty() || first_shown_ > 1; }
  /// Articles that are not deleted.
  std::uint64_t articles() const { return articles_; }

  // A combined Xapian database interleaves the documents of its n parts: document d of part p (both
  // from 0) has id d * n + p + 1.
  std::uint32_t article_number(Xapian::docid document) const {
    return (document - 1) / segment_count_ + 1;
  }
  Xapian::docid document_id(std::uint32_t number, std::size_t segment) const {
    return (number - 1) * segment_count_ + static_cast<Xapian::docid>(segment) + 1;
  }

  /// Throws IndexError if the segment has deleted articles and the number is none of its own.
  bool is_deleted(std::uint32_t number, std::size_t segment) const;
  bool is_deleted(Xapian::docid document) const {
    return is_deleted(article_number(document), (document - 1) % segment_count_);
  }

  /// The document of an article that is there and not deleted.
  std::optional<Xapian::docid> find(std::uint32_t number) const;

  schema::FileRecord file(Xapian::docid document) const;
  std::optional<Date> date(Xapian::docid document) const;
  /// The article as it stands in the index, compressed; and as encode_article made it, which is
  /// valid until the next call of encoded_article() or article().
  std::string compressed_article(Xapian::docid document);
  std::string_view encoded_article(Xapian::docid document);
  /// With names: whose table is read when first asked for. And without, which is sooner read.
  Article article(Xapian::docid document);
  Article article_without_names(Xapian::docid document);
  /// Most salient first.
  std::vector<ArticleName> article_names(Xapian::docid document);

  /// The names of a segment. Read when first asked for.
  NameTable& names(std::size_t segment);

 private:
  Snapshot(const IndexPaths& paths, const Manifest& manifest);
  void open_segments();
  std::vector<std::uint32_t> tombstones_of(const SegmentInfo& segment) const;
  void make_decompressor();
  Dictionary load_dictionary(unsigned id) const;

  IndexPaths paths_;
  Manifest manifest_;
  Xapian::docid segment_count_ = 0;
  std::vector<Xapian::Database> parts_;  ///< one a segment
  std::vector<SegmentTexts> texts_;      ///< likewise
  Xapian::Database database_;            ///< all of them
  std::uint64_t articles_ = 0;
  std::uint32_t first_shown_ = 1;
  /// By segment, by number - first; empty if nothing at all is deleted.
  std::vector<std::vector<bool>> deleted_;
  std::unique_ptr<TextDecompressor> decompressor_;
  RecentTexts recent_texts_;
  std::vector<std::unique_ptr<NameTable>> names_;  ///< by segment, once read
};

/// Runs `action`; turns a Xapian::Error out of it into an IndexError that says what we were doing.
/// `Kind`: Error where an index is written.
template <class Kind = IndexError, class Action>
auto with_xapian(const std::string& doing, const Action& action) -> decltype(action()) {
  try {
    return action();
  } catch (const Xapian::Error& error) {
    throw Kind("cannot " + doing + ": " + error.get_description());
  }
}

}  // namespace dateline
