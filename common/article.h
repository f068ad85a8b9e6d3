// An article as the readers hand it over and as the index keeps it: plain data, all text valid
// UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/entity.h"

namespace dateline {

/// Where an article's date was found, best first: header beats file name beats folder beats
/// dateline. The numbers are on disk.
enum class DateSource : std::uint8_t {
  None = 0,
  Header = 1,
  FileName = 2,
  Folder = 3,
  Dateline = 4,
};

/// Facts about the reading of a file that are kept with the article. Bits on disk.
struct ArticleFlags {
  static constexpr std::uint8_t kDateConflict = 1;    ///< the sources of the date disagree
  static constexpr std::uint8_t kDateImpossible = 2;  ///< a date was written that is not a day
  static constexpr std::uint8_t kDateAmbiguous = 4;   ///< 07/01/2022, and no --date-order given
  static constexpr std::uint8_t kBytesRepaired = 8;  ///< not UTF-8: some bytes read as Windows-1252
  static constexpr std::uint8_t kNamesCut = 16;  ///< more names than an article keeps
};

/// One article. Only `text` is never empty.
struct Article {
  std::string title;   ///< from a header or a first line of its own; empty where there is none
  std::string author;  ///< as in the header, and so the next three
  std::string source;
  std::string url;
  std::string section;
  /// What it is written in, as an ISO 639 code ("en"), "und" where that cannot be told. Readers leave
  /// it empty, as they do the names.
  std::string language;
  std::string text;  ///< the body, without the header block; paragraphs end in a newline
  std::optional<Date> date;
  DateSource date_source = DateSource::None;
  std::uint8_t flags = 0;  ///< ArticleFlags
  /// Most salient first: those of the lead, then those mentioned most.
  std::vector<ArticleName> names;
};

}  // namespace dateline
