// Reads an article out of a file's text and path: header, title, body, date. Whatever the text
// looks like, there is an article; what was odd about its date is told. One reader a thread (it
// remembers what the last folder said); only the first lines are looked at closely.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/encoding.h"

namespace dateline {

struct ReadArticle {
  Article article;
  std::vector<std::string>
      problems;  ///< for people, without the path: date "2022-02-31" is not a day
};

class ArticleReader {
 public:
  explicit ArticleReader(const DateRules& rules) : rules_(rules) {}

  /// `path` is relative to the root, as its folders are searched for dates.
  ///
  /// The title is the header's; where that has none, and the body does not run on from the date, a
  /// first line of its own: at most 200 bytes, no sentence, date or byline, a blank line and then
  /// text behind it. It is left out of the text. The text is the body without white space at its
  /// ends; of a file without a body the title, or failing that all there is.
  ReadArticle read(DecodedText decoded, std::string_view path);

 private:
  const WrittenDate& folder_date(std::string_view folder);

  DateRules rules_;
  std::string last_folder_;
  WrittenDate last_folder_date_;  ///< of "", the root itself, at first
};

}  // namespace dateline
