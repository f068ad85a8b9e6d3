#include "indexer/readers/encoding.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/readers/ascii.h"

namespace dateline {

namespace {

using std::size_t;
using std::string_view;
using namespace std::string_view_literals;

constexpr size_t kSampleBytes = 8192;
constexpr char32_t kReplacement = 0xFFFD;
constexpr string_view kUtf8Mark = "\xEF\xBB\xBF";

struct Magic {
  string_view start;
  string_view kind;
};

constexpr Magic kMagics[] = {
    {"%PDF-"sv, "a PDF file"},
    {"PK\x03\x04"sv, "a zip archive or an office document"},
    {"PK\x05\x06"sv, "an empty zip archive"},
    {"\x1F\x8B"sv, "a gzip file"},
    {"\x28\xB5\x2F\xFD"sv, "a zstd file"},
    {"\xFD\x37zXZ\x00"sv, "an xz file"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {"Rar!\x1A\x07"sv, "a rar archive"},
    {"\x89PNG\r\n"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF87a"sv, "a GIF image"},
    {"GIF89a"sv, "a GIF image"},
    {"\x7F"
     "ELF"sv,
     "an ELF program"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old office document"},
    {"SQLite format 3\x00"sv, "an SQLite database"},
    {"{\\rtf"sv, "an RTF document"},
    {"\xFF\xFE\x00\x00"sv, "UTF-32 text"},
    {"\x00\x00\xFE\xFF"sv, "UTF-32 text"},
};

/// Windows-1252 at 0x80..0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt, with its
/// five undefined bytes as U+FFFD).
constexpr char16_t kWindows1252[] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

unsigned byte_at(string_view text, size_t at) { return static_cast<unsigned char>(text[at]); }

void append_utf8(char32_t c, std::string& out) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

void append_windows_1252(unsigned byte, std::string& out) {
  append_utf8(byte >= 0x80 && byte < 0xA0 ? char32_t{kWindows1252[byte - 0x80]} : byte, out);
}

/// What may stand in our text as it is: printable ASCII, \t, \n. Without branches, so that loops
/// over it are vectorised.
bool is_unplain(unsigned char byte) {
  const auto above_space = static_cast<unsigned char>(byte - 0x20);
  return (above_space > 0x5E) & (byte != '\n') & (byte != '\t');
}

/// The first byte from `at` on that is not plain, or the end.
size_t skip_plain(string_view text, size_t at) {
  constexpr size_t kBlock = 32;
  while (text.size() - at >= kBlock) {
    unsigned unplain = 0;
    for (size_t i = 0; i < kBlock; ++i)
      unplain |= is_unplain(static_cast<unsigned char>(text[at + i]));
    if (unplain != 0) break;
    at += kBlock;
  }
  while (at < text.size() && !is_unplain(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

/// Bytes of the well-formed UTF-8 character of more than one byte at `at`; 0 if there is none
/// (The Unicode Standard, table 3-7).
size_t utf8_length(string_view text, size_t at) {
  const unsigned lead = byte_at(text, at);
  const size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || text.size() - at < length) return 0;
  const unsigned second = byte_at(text, at + 1);
  const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < least || second > most) return 0;
  for (size_t i = 2; i < length; ++i) {
    if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

bool is_c1_control(string_view text, size_t at) {
  return byte_at(text, at) == 0xC2 && byte_at(text, at + 1) < 0xA0;
}

/// The first byte from `at` on that cannot stay as it is, or the end.
size_t skip_clean(string_view text, size_t at) {
  for (;;) {
    at = skip_plain(text, at);
    if (at == text.size()) return at;
    const size_t length = utf8_length(text, at);
    if (length == 0 || is_c1_control(text, at)) return at;
    at += length;
  }
}

/// Appends what stands for the unclean byte at `at`; returns how many bytes that was.
size_t repair(string_view text, size_t at, DecodedText& out) {
  const unsigned byte = byte_at(text, at);
  if (byte == '\r') {
    out.text += '\n';
    return text.substr(at + 1, 1) == "\n" ? 2 : 1;
  }
  if (byte == 0) {
    ++out.repaired_bytes;
  } else if (byte < 0x80) {
    out.text += ' ';
  } else if (utf8_length(text, at) == 2) {  // a C1 control
    append_windows_1252(byte_at(text, at + 1), out.text);
    out.repaired_bytes += 2;
    return 2;
  } else {
    append_windows_1252(byte, out.text);
    ++out.repaired_bytes;
  }
  return 1;
}

DecodedText clean(std::string bytes) {
  DecodedText out;
  const string_view text = bytes;
  size_t at = text.substr(0, 3) == kUtf8Mark ? 3 : 0;
  size_t clean_end = skip_clean(text, at);
  if (clean_end == text.size()) {
    bytes.erase(0, at);
    out.text = std::move(bytes);
    return out;
  }
  out.text.reserve(text.size() + text.size() / 8);
  while (at < text.size()) {
    out.text.append(text, at, clean_end - at);
    at = clean_end;
    if (at < text.size()) at += repair(text, at, out);
    clean_end = skip_clean(text, at);
  }
  return out;
}

/// REQUIRES a byte order mark.
DecodedText decode_utf16(string_view bytes) {
  const bool little_endian = bytes[0] == '\xFF';
  const auto unit = [&](size_t at) -> char32_t {
    const unsigned first = byte_at(bytes, at);
    const unsigned second = byte_at(bytes, at + 1);
    return little_endian ? second << 8 | first : first << 8 | second;
  };
  std::string text;
  text.reserve(bytes.size());
  size_t bad = bytes.size() % 2;  // half a unit at the end
  for (size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    const bool high = c >= 0xD800 && c < 0xDC00;
    const char32_t low = high && at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = kReplacement;
      bad += 2;
    }
    append_utf8(c, text);
  }
  DecodedText decoded = clean(std::move(text));
  decoded.repaired_bytes += bad;
  return decoded;
}

bool has_utf16_mark(string_view bytes) {
  return bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
}

/// Is more than a third of every second byte of `sample`, from `first` on, NUL, and of the others
/// next to none?
bool has_nuls_at_every_second(string_view sample, size_t first) {
  size_t here = 0;
  size_t elsewhere = 0;
  for (size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++(i % 2 == first ? here : elsewhere);
  }
  return here > 2 && here * 6 > sample.size() && elsewhere * 20 < here;
}

bool is_binary_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != 0x1B && !(byte >= '\b' && byte <= '\r');
}

/// What kind of binary file this is, if it is one.
std::optional<Skip> find_binary(string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.substr(0, magic.start.size()) == magic.start) {
      return Skip{SkipReason::Binary, "starts like " + std::string(magic.kind)};
    }
  }
  if (has_utf16_mark(bytes)) return std::nullopt;
  const string_view sample = bytes.substr(0, kSampleBytes);
  const auto controls =
      static_cast<size_t>(std::count_if(sample.begin(), sample.end(), is_binary_control));
  if (controls <= 2 + sample.size() / 50) return std::nullopt;
  if (has_nuls_at_every_second(sample, 1) || has_nuls_at_every_second(sample, 0)) {
    return Skip{SkipReason::Binary, "looks like UTF-16 without a byte order mark"};
  }
  return Skip{SkipReason::Binary, "control bytes"};
}

}  // namespace

OrSkip<DecodedText> decode_text(std::string bytes) {
  if (auto binary = find_binary(bytes)) return *std::move(binary);
  DecodedText decoded = has_utf16_mark(bytes) ? decode_utf16(bytes) : clean(std::move(bytes));
  if (ascii::count_spaces(decoded.text) == decoded.text.size()) {
    return Skip{SkipReason::Empty, ""};
  }
  return decoded;
}

}  // namespace dateline
