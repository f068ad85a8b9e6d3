// What Xapian gives who uses it as its manual says: TermGenerator with an English stemmer over title
// and text, the words of the query joined by OR through its QueryParser, BM25 with its defaults. The
// yardstick for our ranking; knows nothing of our terms.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "scripts/ranking/test_collection.h"

namespace dateline {

class PlainXapian {
 public:
  /// Opens the database in `folder`, or makes one.
  explicit PlainXapian(const std::string& folder);

  bool empty() const { return database_.get_doccount() == 0; }

  void add(const std::string& path, const std::string& title, const std::string& text);
  void finish() { database_.commit(); }

  /// The best `limit` for a query. The parser is given the words in small letters, without
  /// punctuation: it stems no word with a capital, and would take punctuation for syntax; both
  /// would only make it worse.
  RankedList search(const TestQuery& query, unsigned limit) const;

 private:
  Xapian::WritableDatabase database_;
  Xapian::TermGenerator generator_;
};

}  // namespace dateline
