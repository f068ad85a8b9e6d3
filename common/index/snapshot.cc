#include "common/index/snapshot.h"

#include <algorithm>
#include <boost/filesystem/operations.hpp>

#include "common/error.h"
#include "common/index/segment_file.h"

namespace dateline {

namespace {

/// Of the tables of names so much of unpacked names, words, lists and chunks each is kept in memory, in
/// equal shares of the segments: all of it up to some 100,000 articles of 3 KB.
constexpr std::size_t kKeptNameBytes = 16'000'000;

}  // namespace

Snapshot::Snapshot(const boost::filesystem::path& folder) : paths_{folder} {
  for (int attempt = 1;; ++attempt) {
    auto manifest = load_manifest(paths_);
    if (!manifest) {
      throw Error("there is no index in " + folder.string(),
                  "make one with: dateline-index FOLDER --index " + folder.string());
    }
    manifest_ = std::move(*manifest);
    try {
      open_segments();
      break;
    } catch (const Error&) {  // an indexer may have merged segments away meanwhile
      if (attempt == kManifestAttempts || !was_replaced(paths_, manifest_)) throw;
    }
  }
  make_decompressor();
}

Snapshot::Snapshot(const IndexPaths& paths, const Manifest& manifest)
    : paths_(paths), manifest_(manifest) {
  open_segments();
  make_decompressor();
}

std::vector<std::uint32_t> Snapshot::tombstones_of(const SegmentInfo& segment) const {
  try {
    return load_tombstones(paths_.tombstones(segment), segment.tombstones_checksum);
  } catch (const Error& error) {
    throw IndexError(error.what());
  }
}

void Snapshot::make_decompressor() {
  decompressor_ =
      std::make_unique<TextDecompressor>([this](unsigned id) { return load_dictionary(id); });
}

void Snapshot::open_segments() {
  database_ = Xapian::Database();
  parts_.clear();
  texts_.clear();
  deleted_.clear();
  articles_ = 0;
  segment_count_ = static_cast<Xapian::docid>(manifest_.segments.size());
  for (std::size_t i = 0; i < manifest_.segments.size(); ++i) {
    const SegmentInfo& segment = manifest_.segments[i];
    const std::string file = paths_.segment(segment).string();
    // Xapian takes an empty file for a database without articles.
    boost::system::error_code ignored;
    const std::uint64_t bytes = boost::filesystem::file_size(file, ignored);
    if (!ignored && bytes != segment.file_bytes) {
      throw IndexError("segment " + file + " is damaged: it has " + std::to_string(bytes) +
                  " bytes instead of " + std::to_string(segment.file_bytes));
    }
    with_xapian("open segment " + file, [&] {
      parts_.push_back(open_segment(file));
      database_.add_database(parts_.back());
    });
    texts_.emplace_back(parts_.back());
    articles_ += segment.articles - segment.deleted;
    if (segment.tombstones.empty()) continue;
    deleted_.resize(manifest_.segments.size());
    deleted_[i].resize(range(i).size());
    for (std::uint32_t number : tombstones_of(segment)) {
      if (!range(i).has(number)) {
        throw IndexError(paths_.tombstones(segment).string() + " does not fit its segment");
      }
      deleted_[i][range(i).place(number)] = true;
    }
  }
}

bool Snapshot::is_deleted(std::uint32_t number, std::size_t segment) const {
  if (number < first_shown_) return true;
  if (deleted_.empty()) return false;
  const auto& deleted = deleted_[segment];
  return !deleted.empty() && deleted[range(segment).place(number)];
}

std::optional<Xapian::docid> Snapshot::find(std::uint32_t number) const {
  const auto& segments = manifest_.segments;
  const auto segment =
      std::find_if(segments.begin(), segments.end(),
                   [&](const SegmentInfo& candidate) { return candidate.range().has(number); });
  if (segment == segments.end()) return std::nullopt;
  const Xapian::docid document =
      document_id(number, static_cast<std::size_t>(segment - segments.begin()));
  if (is_deleted(document)) return std::nullopt;
  // Every article has a file record; a number that was never given out has none.
  const bool there = with_xapian("look up an article", [&] {
    try {
      return !database_.get_document(document).get_value(schema::kFileSlot).empty();
    } catch (const Xapian::DocNotFoundError&) {
      return false;
    }
  });
  return there ? std::make_optional(document) : std::nullopt;
}

schema::FileRecord Snapshot::file(Xapian::docid document) const {
  return with_xapian("read an article's file record", [&] {
    return schema::decode_file(
        database_.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(schema::kFileSlot));
  });
}

std::optional<Date> Snapshot::date(Xapian::docid document) const {
  const std::string value = with_xapian("read an article's date", [&] {
    return database_.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(schema::kDateSlot);
  });
  if (value.empty()) return std::nullopt;
  return schema::decode_date(value);
}

std::string Snapshot::compressed_article(Xapian::docid document) {
  return with_xapian("read an article's text", [&] {
    return texts_[(document - 1) % segment_count_].read(article_number(document));
  });
}

std::string_view Snapshot::encoded_article(Xapian::docid document) {
  if (const auto text = recent_texts_.find(document)) return *text;
  const std::string_view text = decompressor_->decompress(compressed_article(document));
  recent_texts_.keep(document, text);
  return text;
}

Article Snapshot::article(Xapian::docid document) {
  Article article = article_without_names(document);
  article.names = article_names(document);
  return article;
}

Article Snapshot::article_without_names(Xapian::docid document) {
  Article article = decode_article(encoded_article(document));
  schema::FileRecord record = file(document);
  article.date = date(document);
  article.date_source = static_cast<DateSource>(record.date_source);
  article.flags = record.flags;
  article.url = std::move(record.url);
  return article;
}

NameTable& Snapshot::names(std::size_t segment) {
  names_.resize(parts_.size());
  auto& table = names_[segment];
  if (table) return *table;
  const SegmentInfo& info = manifest_.segments[segment];
  table = with_xapian("read the names of " + info.file,
                      [&] {
    return std::make_unique<NameTable>(parts_[segment], kKeptNameBytes / parts_.size());
  });
  const NameBlocks& blocks = table->blocks();
  const bool fits = blocks.size() == 0 || (blocks.first_article() >= info.first &&
                                           blocks.last_article() <= info.last);
  if (!fits) throw IndexError("the table of names in " + info.file + " does not fit its segment");
  return *table;
}

std::vector<ArticleName> Snapshot::article_names(Xapian::docid document) {
  std::vector<ArticleName> names;
  if (!manifest_.settings.finds_entities()) return names;
  with_xapian("read an article's names", [&] {
    NameTable& table = this->names((document - 1) % segment_count_);
    for (const NameInArticle& one : table.of_article(article_number(document))) {
      const NameTable::Name name = table.name(one.id);
      names.push_back({name.type, std::string(name.name), one.count, one.in_lead});
    }
  });
  std::sort(names.begin(), names.end(), is_more_salient);
  return names;
}

Dictionary Snapshot::load_dictionary(unsigned id) const {
  // get_metadata on a combined database reads its first part only.
  for (const Xapian::Database& part : parts_) {
    const std::string packed = with_xapian(
        "read the dictionary", [&] { return part.get_metadata(schema::dictionary_key(id)); });
    if (!packed.empty()) return unpack_dictionary(packed);
  }
  throw IndexError("the index lacks compression dictionary " + std::to_string(id));
}

}  // namespace dateline
