#include "indexer/run/index_dump.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/snapshot.h"
#include "common/text/copy_signature.h"

namespace dateline {

namespace {

std::string hash_of(std::string_view text) {
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  return hash;
}

/// As 32 digits, or "none".
std::string signature_of(const Snapshot& snapshot, Xapian::docid document) {
  const auto signature = decode_signature(
      snapshot.database().get_document(document).get_value(schema::kSignatureSlot));
  if (!signature) return "none";
  char digits[33];
  std::snprintf(digits, sizeof digits, "%016llx%016llx",
                static_cast<unsigned long long>((*signature)[0]),
                static_cast<unsigned long long>((*signature)[1]));
  return digits;
}

/// One line, whatever bytes: control characters, backslashes and bytes outside ASCII as \xNN.
std::string escaped(std::string_view text) {
  std::string line;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '\\') {
      line += c;
    } else {
      char code[5];
      std::snprintf(code, sizeof code, "\\x%02x", byte);
      line += code;
    }
  }
  return line;
}

struct Posting {
  std::uint32_t article;
  Xapian::docid document;
  Xapian::termcount count;
};

/// The articles of a term (of all, for ""), without those deleted, by number.
std::vector<Posting> postings(const Snapshot& snapshot, const std::string& term) {
  std::vector<Posting> all;
  const Xapian::Database& database = snapshot.database();
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    if (snapshot.is_deleted(*at)) continue;
    all.push_back({snapshot.article_number(*at), *at, at.get_wdf()});
  }
  std::sort(all.begin(), all.end(),
            [](const Posting& a, const Posting& b) { return a.article < b.article; });
  return all;
}

}  // namespace

void dump_index(const boost::filesystem::path& index, std::ostream& out) {
  Snapshot snapshot(index);
  if (snapshot.empty()) return;
  with_xapian("dump the index", [&] {
    for (const Posting& posting : postings(snapshot, "")) {
      const schema::FileRecord file = snapshot.file(posting.document);
      const auto date = snapshot.date(posting.document);
      out << "article " << posting.article << ' ' << escaped(file.path) << " date "
          << (date ? to_iso(*date) : "none") << " from " << int{file.date_source} << " flags "
          << int{file.flags} << " text " << hash_of(snapshot.encoded_article(posting.document))
          << " signature " << signature_of(snapshot, posting.document);
      if (!file.url.empty()) out << " url " << escaped(file.url);
      out << '\n';
      for (const ArticleName& name : snapshot.article(posting.document).names) {
        out << "name " << posting.article << ' ' << name_of(name.type) << ' ' << escaped(name.name)
            << ' ' << name.count << (name.in_lead ? " lead" : "") << '\n';
      }
    }
    const Xapian::Database& database = snapshot.database();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      const std::vector<Posting> all = postings(snapshot, *term);
      if (all.empty()) continue;
      out << "term " << escaped(*term);
      for (const Posting& posting : all) out << ' ' << posting.article << ':' << posting.count;
      out << '\n';
    }
  });
}

}  // namespace dateline
