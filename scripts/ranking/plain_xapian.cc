#include "scripts/ranking/plain_xapian.h"

#include <cctype>

namespace dateline {

PlainXapian::PlainXapian(const std::string& folder)
    : database_(folder, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS) {
  generator_.set_stemmer(Xapian::Stem("english"));
}

void PlainXapian::add(const std::string& path, const std::string& title, const std::string& text) {
  Xapian::Document document;
  generator_.set_document(document);
  generator_.index_text_without_positions(title);
  generator_.index_text_without_positions(text);
  document.set_data(path);
  database_.add_document(document);
}

RankedList PlainXapian::search(const TestQuery& query, unsigned limit) const {
  std::string words;
  for (const char c : query.text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_word = byte >= 0x80 || std::isalnum(byte) != 0 || c == '\'';
    words += is_word ? static_cast<char>(std::tolower(byte)) : ' ';
  }
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("english"));
  parser.set_database(database_);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  Xapian::Enquire enquire(database_);
  enquire.set_query(parser.parse_query(words, 0));
  const Xapian::MSet found = enquire.get_mset(0, limit);
  RankedList list;
  list.query = query.id;
  for (auto at = found.begin(); at != found.end(); ++at) {
    list.paths.push_back(at.get_document().get_data());
    list.scores.push_back(at.get_weight());
  }
  return list;
}

}  // namespace dateline
