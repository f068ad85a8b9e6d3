// A segment that has nothing but a table of words.
#pragma once

#include <xapian.h>

#include <map>
#include <string>

#include "common/index/word_table.h"
#include "common/text/stemmer.h"

namespace dateline::test {

inline Xapian::Database segment_of(const SideTable& table) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const auto& [key, value] : table) database.set_metadata(key, value);
  return database;
}

inline SideTable table_of(const std::map<std::string, std::uint64_t>& words) {
  Stemmer stemmer("english");
  SideTable table;
  WordTableWriter writer(into(table));
  for (const auto& [word, occurrences] : words) writer.add(word, stemmer.stem(word), occurrences);
  writer.finish();
  return table;
}

}  // namespace dateline::test
