#include "indexer/check/segment_check.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "common/error.h"
#include "common/index/durable_file.h"
#include "common/index/file_list.h"
#include "common/index/name_table.h"
#include "common/index/schema.h"
#include "common/index/segment_file.h"
#include "common/index/snapshot.h"
#include "common/index/word_table.h"
#include "common/text/copy_signature.h"

namespace dateline {

namespace {

constexpr std::size_t kMostDamage = 20;  ///< told of one segment: one flaw shows in many places

class SegmentCheck {
 public:
  SegmentCheck(const IndexPaths& paths, const Manifest& manifest, const SegmentInfo& segment,
               const SeeArticle& see)
      : paths_(paths),
        manifest_(manifest),
        segment_(segment),
        see_(see),
        decompressor_([this](unsigned id) { return load_dictionary(id); }) {}

  std::vector<std::string> run(bool has_file_list) {
    attempt("the list of deleted articles", [&] { load_deleted(); });
    attempt("the database", [&] { part_ = open_segment(paths_.segment(segment_)); });
    if (damage_.empty()) attempt("Xapian's check", [&] { check_structure(); });
    if (!damage_.empty()) return damage_;
    if (has_file_list) attempt("the list of files", [&] { load_files(); });
    attempt("the articles", [&] { check_articles(); });
    attempt("the terms of dates", [&] { check_date_terms(); });
    attempt("the words", [&] { check_words(); });
    if (manifest_.settings.finds_entities()) attempt("the names", [&] { check_names(); });
    return damage_;
  }

 private:
  template <class Step>
  void attempt(const char* what, const Step& step) {
    try {
      step();
    } catch (const Xapian::Error& error) {
      add(std::string(what) + ": " + error.get_description());
    } catch (const std::exception& error) {
      add(std::string(what) + ": " + error.what());
    }
  }

  void add(std::string what) {
    if (damage_.size() < kMostDamage) damage_.push_back(std::move(what));
  }
  void require_equal(const char* what, std::uint64_t got, std::uint64_t wanted) {
    if (got == wanted) return;
    add(std::string(what) + ": " + std::to_string(got) + " instead of " + std::to_string(wanted));
  }

  /// REQUIRES the segment to have been opened: what is no segment may name programs to Xapian.
  void check_structure() {
    std::ostringstream told;
    const std::size_t errors = Xapian::Database::check(paths_.segment(segment_).string(), 0, &told);
    if (errors > 0) add("Xapian's check finds " + std::to_string(errors) + " errors: " + told.str());
  }

  void load_deleted() {
    if (segment_.tombstones.empty()) return require_equal("deleted articles", 0, segment_.deleted);
    deleted_ = load_tombstones(paths_.tombstones(segment_), segment_.tombstones_checksum);
    require_equal("deleted articles", deleted_.size(), segment_.deleted);
  }

  void load_files() {
    read_file_list(read_file(paths_.files(segment_)),
                   [&](const ListedFile& file) { files_.push_back(file); });
    require_equal("listed files", files_.size(), segment_.articles);
  }

  Dictionary load_dictionary(unsigned id) const {
    const std::string packed = part_.get_metadata(schema::dictionary_key(id));
    if (packed.empty()) throw IndexError("there is no dictionary " + std::to_string(id));
    return unpack_dictionary(packed);
  }

  void check_articles() {
    std::size_t place = 0;
    for (auto at = part_.postlist_begin(""); at != part_.postlist_end(""); ++at, ++place) {
      const std::uint32_t number = *at;
      numbers_.push_back(number);
      if (!segment_.range().has(number)) {
        add("article " + std::to_string(number) + " does not belong there");
      }
      attempt(("article " + std::to_string(number)).c_str(),
              [&] { check_article(number, part_.get_document(number), place); });
    }
    require_equal("articles", numbers_.size(), segment_.articles);
    for (const std::uint32_t number : deleted_) {
      if (std::binary_search(numbers_.begin(), numbers_.end(), number)) continue;
      add("article " + std::to_string(number) + " is deleted but was never there");
    }
  }

  void check_article(std::uint32_t number, const Xapian::Document& document, std::size_t place) {
    const schema::FileRecord file = schema::decode_file(document.get_value(schema::kFileSlot));
    if (file.root >= manifest_.roots.size()) throw IndexError("its folder is not in the manifest");
    if (place < files_.size() && !(files_[place] == ListedFile{number, file.root, file.path})) {
      throw IndexError("the list of files has another one for it");
    }
    decode_article(decompressor_.decompress(document.get_value(schema::kTextSlot)));
    const std::string date = document.get_value(schema::kDateSlot);
    if (!date.empty()) check_date(date);
    const std::string signature = document.get_value(schema::kSignatureSlot);
    if (!signature.empty() && !decode_signature(signature)) {
      throw IndexError("its signature is none");
    }
    if (std::binary_search(deleted_.begin(), deleted_.end(), number)) return;
    see_(number, file.root, file.path);
  }

  void check_date(const std::string& value) {
    const bool is_date =
        value.size() == 3 && part_.term_exists(schema::day_term(schema::decode_date(value)));
    if (!is_date) throw IndexError("its date is none, or has no term");
    ++dated_;
  }

  std::uint64_t frequencies(char prefix) const {
    std::uint64_t sum = 0;
    const std::string begin(1, prefix);
    for (auto term = part_.allterms_begin(begin); term != part_.allterms_end(begin); ++term) {
      sum += term.get_termfreq();
    }
    return sum;
  }

  void check_date_terms() {
    for (const char prefix : {schema::kDayPrefix, schema::kMonthPrefix, schema::kYearPrefix}) {
      require_equal("articles with a term for their date", frequencies(prefix), dated_);
    }
    require_equal("articles with a term for no date", part_.get_termfreq(schema::undated_term()),
                  numbers_.size() - dated_);
  }

  void check_words() {
    WordTable words(part_);
    std::uint64_t occurrences = 0;
    std::string before;
    for (std::size_t number = 0; number < words.blocks(); ++number) {
      const WordBlock block = words.read_block(number);
      for (std::size_t i = 0; i < block.size(); ++i) {
        occurrences += block.occurrences(i);
        if (block.word(i) <= before && !before.empty()) throw IndexError("they are out of order");
        before = block.word(i);
        if (!part_.term_exists(block.stem(i))) throw IndexError("no article has the stem of " + before);
      }
    }
    require_equal("occurrences of words", occurrences, part_.get_total_length());
  }

  void check_names() {
    NameTable names(part_, 0);  // passed through in order: nothing need be kept
    std::vector<std::uint64_t> listed(names.size());
    std::vector<std::uint32_t> articles;
    for (std::uint32_t id = 0; id < names.size(); ++id) {
      articles.clear();
      names.append_articles(id, articles);
      listed[id] = articles.size();
      if (names.name(id).articles != articles.size()) throw IndexError("counts and lists differ");
      const bool known = std::all_of(articles.begin(), articles.end(), [&](std::uint32_t number) {
        return std::binary_search(numbers_.begin(), numbers_.end(), number);
      });
      if (!known) throw IndexError("they are of articles that are not there");
    }
    names.for_each(numbers_, [&](std::uint32_t, const std::uint32_t* begin, const std::uint32_t* end) {
      for (; begin != end; ++begin) --listed[*begin];
    });
    if (std::any_of(listed.begin(), listed.end(), [](std::uint64_t left) { return left != 0; })) {
      throw IndexError("lists of articles and lists of names differ");
    }
  }

  const IndexPaths& paths_;
  const Manifest& manifest_;
  const SegmentInfo& segment_;
  const SeeArticle& see_;
  std::vector<std::string> damage_;
  Xapian::Database part_;
  TextDecompressor decompressor_;
  std::vector<std::uint32_t> deleted_;
  std::vector<ListedFile> files_;
  std::vector<std::uint32_t> numbers_;
  std::uint64_t dated_ = 0;
};

}  // namespace

std::vector<std::string> contents_damage(const IndexPaths& paths, const Manifest& manifest,
                                         const SegmentInfo& segment, bool has_file_list,
                                         const SeeArticle& see) {
  return SegmentCheck(paths, manifest, segment, see).run(has_file_list);
}

}  // namespace dateline
