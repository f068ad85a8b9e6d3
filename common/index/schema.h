// What stands where in a segment: the one table of term prefixes, value slots and metadata keys. A
// prefix or slot written anywhere else is a bug. Numbers and letters are on disk: changing one
// changes kFormatVersion. The whole contract is told in common/README.md.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"

namespace dateline::schema {

/// Of the manifest and all it lists. A program refuses any other, and says so.
inline constexpr int kFormatVersion = 7;

// Stems stand without a prefix: folded words never begin with an ASCII capital.
inline constexpr char kAuthorPrefix = 'A';      ///< A + folded words of an author's name
inline constexpr char kCommonPairPrefix = 'B';  ///< B + 2 letters: see common/text/common_pairs.h
inline constexpr char kSectionPrefix = 'C';     ///< C + folded name, shortened as stems are
inline constexpr char kDayPrefix = 'D';         ///< D20220107
inline constexpr char kFlagPrefix = 'F';        ///< Fnone, Fconflict: about the date
inline constexpr char kLanguagePrefix = 'L';    ///< Len, Lund
inline constexpr char kMonthPrefix = 'M';       ///< M202201
inline constexpr char kSourcePrefix = 'S';      ///< S + folded name, shortened as stems are
inline constexpr char kYearPrefix = 'Y';        ///< Y2022

inline constexpr Xapian::valueno kDateSlot = 0;  ///< encode_date; absent without a date
inline constexpr Xapian::valueno kFileSlot = 1;  ///< encode_file
inline constexpr Xapian::valueno kTextSlot = 2;  ///< the article, encoded and compressed: TextCodec
inline constexpr Xapian::valueno kSignatureSlot = 3;  ///< encode_signature; absent of a text without one

/// Metadata key of the zstd dictionary with this id.
std::string dictionary_key(unsigned id);
inline constexpr char kDictionaryKeyPrefix[] = "dictionary/";
/// Of the segment's words: the directory of their blocks, and block 0, 1, ... (word_table.h).
inline constexpr char kWordsKey[] = "words";
/// Of the segment's names: the directory, blocks of names, of lists of articles, chunks of articles,
/// blocks of buckets of words
/// (name_table.h).
inline constexpr char kNamesKey[] = "names";
inline constexpr char kNameListsKey[] = "lists";
inline constexpr char kNameChunksKey[] = "columns";
inline constexpr char kNameWordsKey[] = "name-words";
std::string block_key(const char* table, std::size_t block);  ///< words/0

std::string day_term(const Date& date);
std::string month_term(int year, int month);
std::string year_term(int year);
std::string undated_term();
std::string date_conflict_term();
std::string source_term(std::string_view source);
std::string language_term(std::string_view code);
/// One for each author, of which a header names several with ; between them: the words of the name,
/// folded, a space between two. "By Jane Doe; José Ruiz, AP" -> "Aby jane doe", "Ajose ruiz ap". Of a
/// name of more than 200 bytes the words that fit.
std::vector<std::string> author_terms(std::string_view author);
/// The term of one section.
std::string section_term(std::string_view section);
/// One for each section, as author_terms. "World; Asia" -> "Cworld", "Casia"
std::vector<std::string> section_terms(std::string_view section);
/// The fewest bucket terms (years, months, days) whose union is the range.
/// 2021-12-31..2023-01-31 -> D20211231 Y2022 M202301
std::vector<std::string> range_terms(const DateRange& range);

/// Big-endian days since 0001-01-01 in 3 bytes, so that values sort as dates do.
std::string encode_date(const Date& date);
/// Throws Error if the value is damaged.
Date decode_date(std::string_view value);

/// What is known of an article's file, and its address: what searches ask of all articles without
/// reading them. In kFileSlot.
struct FileRecord {
  std::uint32_t root = 0;         ///< index into the manifest's roots
  std::uint8_t date_source = 0;   ///< DateSource
  std::uint8_t flags = 0;         ///< ArticleFlags
  std::uint32_t fingerprint = 0;  ///< file_fingerprint of the file as it was read
  std::string path;               ///< below the root, bytes as on disk: no zero byte
  std::string url;                ///< of the article; empty: none

  friend bool operator==(const FileRecord& a, const FileRecord& b) {
    return a.root == b.root && a.date_source == b.date_source && a.flags == b.flags &&
           a.fingerprint == b.fingerprint && a.path == b.path && a.url == b.url;
  }
};

/// In place of the fingerprint of a file that must be read again next time.
inline constexpr std::uint32_t kNoFingerprint = 0;

/// What an unchanged file keeps: a hash of size and time of change, never kNoFingerprint.
std::uint32_t file_fingerprint(std::uint64_t size, std::int64_t mtime_ns);

std::string encode_file(const FileRecord& file);
/// Throws Error if the value is damaged.
FileRecord decode_file(std::string_view value);

/// Root and path joined: bytes as in the file system. Throws Error if there is no such root.
std::string absolute_path(const std::vector<std::string>& roots, const FileRecord& file);

}  // namespace dateline::schema
