#include "common/index/schema.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "common/error.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"

namespace dateline::schema {

namespace {

/// Days from 0001-01-01 to 1970-01-01.
constexpr std::int32_t kEpochDays = 719162;
/// And to 9999-12-31.
constexpr std::int32_t kLastDay = 3652058;

std::string numbered(char prefix, const char* format, int a, int b = 0, int c = 0) {
  char text[48];
  text[0] = prefix;
  std::snprintf(text + 1, sizeof text - 1, format, a, b, c);
  return text;
}

constexpr int kFingerprintBytes = 4;

/// In bytes, of those that are terms whole. Xapian takes 245.
constexpr std::size_t kLongestName = 200;

/// The items of a list with ; between them, without the spaces around them and without empty ones.
std::vector<std::string_view> listed(std::string_view list) {
  std::vector<std::string_view> items;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    std::string_view item = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    while (!item.empty() && item.back() == ' ') item.remove_suffix(1);
    if (!item.empty()) items.push_back(item);
  }
  return items;
}

void add_distinct(std::string term, std::vector<std::string>& terms) {
  if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
}

}  // namespace

std::string dictionary_key(unsigned id) { return kDictionaryKeyPrefix + std::to_string(id); }

std::string block_key(const char* table, std::size_t block) {
  return table + ('/' + std::to_string(block));
}

std::string day_term(const Date& date) {
  return numbered(kDayPrefix, "%04d%02d%02d", date.year, date.month, date.day);
}

std::string month_term(int year, int month) {
  return numbered(kMonthPrefix, "%04d%02d", year, month);
}

std::string year_term(int year) { return numbered(kYearPrefix, "%04d", year); }

std::string undated_term() { return kFlagPrefix + std::string("none"); }

std::string date_conflict_term() { return kFlagPrefix + std::string("conflict"); }

std::string source_term(std::string_view source) {
  return kSourcePrefix + shortened_term(fold(source));
}

std::string language_term(std::string_view code) { return kLanguagePrefix + std::string(code); }

std::vector<std::string> author_terms(std::string_view author) {
  std::vector<std::string> terms;
  for (const std::string_view one : listed(author)) {
    std::string term(1, kAuthorPrefix);
    Tokenizer tokenizer(one);
    for (Token token; tokenizer.next(token);) {
      if (term.size() + token.folded.size() > kLongestName) break;
      if (term.size() > 1) term += ' ';
      term += token.folded;
    }
    if (term.size() > 1) add_distinct(std::move(term), terms);
  }
  return terms;
}

std::string section_term(std::string_view section) {
  return kSectionPrefix + shortened_term(fold(section));
}

std::vector<std::string> section_terms(std::string_view section) {
  std::vector<std::string> terms;
  for (const std::string_view one : listed(section)) add_distinct(section_term(one), terms);
  return terms;
}

std::vector<std::string> range_terms(const DateRange& range) {
  std::vector<std::string> terms;
  const std::int32_t last = day_number(range.last);
  for (std::int32_t at = day_number(range.first); at <= last;) {
    const Date date = date_from_day_number(at);
    const std::int32_t year_end = day_number({date.year, 12, 31});
    const std::int32_t month_end =
        day_number({date.year, date.month, days_in_month(date.year, date.month)});
    if (date.month == 1 && date.day == 1 && year_end <= last) {
      terms.push_back(year_term(date.year));
      at = year_end + 1;
    } else if (date.day == 1 && month_end <= last) {
      terms.push_back(month_term(date.year, date.month));
      at = month_end + 1;
    } else {
      terms.push_back(day_term(date));
      ++at;
    }
  }
  return terms;
}

std::string encode_date(const Date& date) {
  const std::int32_t days = day_number(date) + kEpochDays;
  return {static_cast<char>(days >> 16), static_cast<char>(days >> 8), static_cast<char>(days)};
}

Date decode_date(std::string_view value) {
  std::int32_t days = 0;
  for (char c : value.substr(0, 3)) days = days << 8 | static_cast<unsigned char>(c);
  if (value.size() != 3 || days > kLastDay) throw Error("the index holds a damaged date");
  return date_from_day_number(days - kEpochDays);
}

std::uint32_t file_fingerprint(std::uint64_t size, std::int64_t mtime_ns) {
  const std::uint64_t facts[2] = {size, static_cast<std::uint64_t>(mtime_ns)};
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(facts, sizeof facts));
  return hash == kNoFingerprint ? 1 : hash;
}

// root (varint), date source, flags, fingerprint, path to the end or to a zero byte and the URL
std::string encode_file(const FileRecord& file) {
  std::string value;
  std::uint32_t root = file.root;
  for (; root >= 0x80; root >>= 7) value.push_back(static_cast<char>(root | 0x80));
  value.push_back(static_cast<char>(root));
  value.push_back(static_cast<char>(file.date_source));
  value.push_back(static_cast<char>(file.flags));
  for (int i = 0; i < kFingerprintBytes; ++i) {
    value.push_back(static_cast<char>(file.fingerprint >> (8 * i)));
  }
  value += file.path;
  if (!file.url.empty()) (value += '\0') += file.url;
  return value;
}

FileRecord decode_file(std::string_view value) {
  FileRecord file;
  std::size_t at = 0;
  const auto byte = [&]() -> std::uint32_t {
    if (at >= value.size()) throw IndexError("the index holds a damaged file record");
    return static_cast<unsigned char>(value[at++]);
  };
  for (int shift = 0; shift < 32; shift += 7) {
    const std::uint32_t part = byte();
    file.root |= (part & 0x7F) << shift;
    if (part < 0x80) break;
  }
  file.date_source = static_cast<std::uint8_t>(byte());
  file.flags = static_cast<std::uint8_t>(byte());
  for (int i = 0; i < kFingerprintBytes; ++i) file.fingerprint |= byte() << (8 * i);
  const std::size_t end = value.find('\0', at);
  file.path = value.substr(at, end - at);
  if (end != std::string_view::npos) file.url = value.substr(end + 1);
  return file;
}

std::string absolute_path(const std::vector<std::string>& roots, const FileRecord& file) {
  if (file.root >= roots.size()) throw IndexError("the index holds a damaged file record");
  const std::string& root = roots[file.root];
  if (file.path.empty() || root.empty()) return root + file.path;
  return root.back() == '/' ? root + file.path : root + '/' + file.path;
}

}  // namespace dateline::schema
