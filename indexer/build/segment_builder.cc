#include "indexer/build/segment_builder.h"

#include <xapian.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <iterator>
#include <map>

#include "common/index/durable_file.h"
#include "common/index/name_table_writer.h"
#include "common/index/schema.h"
#include "common/index/segment_file.h"
#include "common/index/snapshot.h"

namespace dateline {

namespace {

/// Xapian's in-memory maps are written out after so much text. They outgrow the processor's caches: on
/// 22,393 articles of 3.5 KB, in databases of 8,000, every 1,000 / 500 / 250 / 125 articles took 1.17 /
/// 1.00 / 0.98 / 0.98 of the CPU time.
constexpr std::uint64_t kFlushBytes = 1'200'000;

/// The names of all articles as a side table.
SideTable name_table_of(const std::vector<AnalyzedArticle>& articles) {
  std::map<std::pair<std::size_t, std::string_view>, std::vector<std::uint32_t>> lists;
  const auto key_of = [](const ArticleName& name) {
    const auto* type = std::find(std::begin(kEntityTypes), std::end(kEntityTypes), name.type);
    return std::pair(static_cast<std::size_t>(type - std::begin(kEntityTypes)),
                     std::string_view(name.name));
  };
  for (const AnalyzedArticle& article : articles) {
    for (const ArticleName& name : article.names) lists[key_of(name)].push_back(article.number);
  }
  if (lists.empty()) return {};
  SideTable table;
  NameTableWriter writer(articles.front().number, into(table));
  std::map<std::pair<std::size_t, std::string_view>, std::uint32_t> ids;
  for (const auto& [key, numbers] : lists) {
    ids.emplace_hint(ids.end(), key, static_cast<std::uint32_t>(ids.size()));
    writer.add(kEntityTypes[key.first], key.second, numbers);
  }
  std::vector<NameInArticle> names;
  for (const AnalyzedArticle& article : articles) {
    names.clear();
    for (const ArticleName& name : article.names) {
      names.push_back({ids[key_of(name)], name.count, name.in_lead});
    }
    std::sort(names.begin(), names.end(),
              [](const NameInArticle& a, const NameInArticle& b) { return a.id < b.id; });
    writer.add_article(article.number, names);
  }
  writer.finish();
  return table;
}

/// Not synced: a crash throws the whole folder away. No term lists: articles are never updated.
constexpr int kPrivate = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                         Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

void add_date_terms(const AnalyzedArticle& article, Xapian::Document& document) {
  if (article.date) {
    document.add_boolean_term(schema::day_term(*article.date));
    document.add_boolean_term(schema::month_term(article.date->year, article.date->month));
    document.add_boolean_term(schema::year_term(article.date->year));
    document.add_value(schema::kDateSlot, schema::encode_date(*article.date));
  } else {
    document.add_boolean_term(schema::undated_term());
  }
  if ((article.file.flags & ArticleFlags::kDateConflict) != 0) {
    document.add_boolean_term(schema::date_conflict_term());
  }
}

Xapian::Document make_document(const AnalyzedArticle& article, const ArticleAnalyzer& analyzer) {
  Xapian::Document document;
  for (const std::string& term : article.boolean_terms) document.add_boolean_term(term);
  add_date_terms(article, document);
  // In ascending order: the document keeps its terms in a tree.
  std::vector<std::pair<std::string_view, std::uint32_t>> stems;
  stems.reserve(article.stems.size());
  for (const auto& stem : article.stems) {
    stems.emplace_back(analyzer.stem_text(stem.number), stem.count);
  }
  std::sort(stems.begin(), stems.end());
  for (const auto& [text, count] : stems) document.add_term(std::string(text), count);
  document.add_value(schema::kFileSlot, schema::encode_file(article.file));
  document.add_value(schema::kTextSlot, article.compressed);
  if (article.signature) {
    document.add_value(schema::kSignatureSlot, encode_signature(*article.signature));
  }
  return document;
}

void write_tables(const std::vector<Xapian::Database>& parts,
                  const boost::filesystem::path& folder) {
  Xapian::WritableDatabase database(folder.string(), kPrivate);
  const TableSink keep = [&](const std::string& key, const std::string& value) {
    database.set_metadata(key, value);
  };
  join_word_tables(parts, keep);
  join_name_tables(parts, keep);
  database.commit();
}

/// Of a key that several databases have takes the value of `tables`. Without it Xapian takes the value
/// of any.
class TableResolver : public Xapian::Compactor {
 public:
  explicit TableResolver(Xapian::Database tables) : tables_(std::move(tables)) {}

  std::string resolve_duplicate_metadata(const std::string& key, size_t,
                                         const std::string values[]) override {
    // Xapian 1.4 gives the key as it stands in its file, with these two bytes in front.
    constexpr std::string_view kStored("\0\xC0", 2);
    const bool is_stored = std::string_view(key).substr(0, kStored.size()) == kStored;
    std::string value = tables_.get_metadata(is_stored ? key.substr(kStored.size()) : key);
    return value.empty() ? values[0] : value;  // of a dictionary all are alike
  }

 private:
  Xapian::Database tables_;
};

}  // namespace

void build_batch(const std::vector<AnalyzedArticle>& articles, ArticleAnalyzer& analyzer,
                 const boost::filesystem::path& folder) {
  with_xapian<Error>("write " + folder.string(), [&] {
    Xapian::WritableDatabase database(folder.string(), kPrivate);
    std::uint64_t pending_bytes = 0;
    for (const AnalyzedArticle& article : articles) {
      database.replace_document(article.number, make_document(article, analyzer));
      pending_bytes += article.text_bytes;
      if (pending_bytes < kFlushBytes) continue;
      database.commit();
      pending_bytes = 0;
    }
    for (const auto& [key, value] : analyzer.take_words()) database.set_metadata(key, value);
    for (const auto& [key, value] : name_table_of(articles)) database.set_metadata(key, value);
    database.commit();
    database.close();
  });
}

void add_metadata(const boost::filesystem::path& batch, const std::string& key,
                  const std::string& value) {
  with_xapian<Error>("write " + batch.string(), [&] {
    Xapian::WritableDatabase database(
        batch.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
    database.set_metadata(key, value);
    database.commit();
  });
}

void join_databases(const std::vector<boost::filesystem::path>& from,
                    const boost::filesystem::path& to) {
  with_xapian<Error>("write segment " + to.string(), [&] {
    std::vector<Xapian::Database> parts;
    for (const auto& path : from) {
      // A batch is a folder of our own. What is a segment indeed may be opened by its path, which
      // joining needs.
      if (!boost::filesystem::is_directory(path)) open_segment(path);
      parts.emplace_back(path.string());
    }
    // It has all the keys that the parts have: more words, names and articles never make fewer blocks.
    const boost::filesystem::path tables = to.string() + ".tables";
    write_tables(parts, tables);
    Xapian::Database all(tables.string());
    for (const Xapian::Database& part : parts) all.add_database(part);
    constexpr int kDefaultBlockSize = 0;
    TableResolver resolver(Xapian::Database(tables.string()));
    all.compact(to.string(),
                Xapian::DBCOMPACT_SINGLE_FILE | Xapian::DBCOMPACT_NO_RENUMBER |
                    Xapian::Compactor::FULL,
                kDefaultBlockSize, resolver);
    boost::filesystem::remove_all(tables);
  });
  sync_file(to);
}

}  // namespace dateline
