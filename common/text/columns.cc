#include "common/text/columns.h"

#include <utf8proc.h>

#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t kLongestWord =
    40;  // bytes; what is longer may be cut: URLs, scripts without spaces
constexpr const char* kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_printable_ascii(char c) { return c >= 0x20 && c < 0x7F; }

std::size_t columns_of(const CodePoint& point) {
  if (is_unsafe(point.value)) return 1;  // a space or U+FFFD in its place
  const int width = utf8proc_charwidth(point.value);
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

/// The last end of a word in the kLongestWord bytes before `limit`, or 0. REQUIRES limit <=
/// text.size().
std::size_t last_word_end(std::string_view text, std::size_t limit) {
  for (std::size_t i = limit; i > 0 && limit - i < kLongestWord; --i) {
    const bool ends = i == text.size() || is_ascii_space(text[i]);
    if (ends && !is_ascii_space(text[i - 1])) return i;
  }
  return 0;
}

}  // namespace

bool is_unsafe(std::int32_t c) {
  if (c < 0x20) return true;
  if (c < 0x7F) return false;
  return c < 0xA0 || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (is_printable_ascii(text[i])) {
      out += text[i++];
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    if (!is_unsafe(point.value)) {
      out += text.substr(i, point.bytes);
    } else {
      out += is_ascii_space(text[i]) ? " " : kReplacement;
    }
    i += point.bytes;
  }
  return out;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (is_printable_ascii(text[i])) {
      ++columns;
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    columns += columns_of(point);
    i += point.bytes;
  }
  return columns;
}

std::size_t bytes_within(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const CodePoint point = decode_utf8(text, i);
    used += columns_of(point);
    if (used > columns) break;
    i += point.bytes;
  }
  return i;
}

std::string_view cut_at_word(std::string_view text, std::size_t columns) {
  const std::size_t fitting = bytes_within(text, columns);
  const std::size_t end = last_word_end(text, fitting);
  return text.substr(0, end > 0 ? end : fitting);
}

std::string shorten(std::string_view text, std::size_t columns) {
  text = trim(text);
  if (bytes_within(text, columns) == text.size()) return std::string(text);
  return with_ellipsis(cut_at_word(text, columns - 1));
}

std::string with_ellipsis(std::string_view text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ':')) {
    text.remove_suffix(1);
  }
  return std::string(text) + "…";
}

std::vector<std::string_view> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string_view> lines;
  for (text = trim(text); !text.empty(); text = trim(text)) {
    const std::string_view line = cut_at_word(text, columns);
    lines.push_back(line.empty() ? text.substr(0, decode_utf8(text, 0).bytes) : line);
    text.remove_prefix(lines.back().size());
  }
  return lines;
}

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string fold_spaces(std::string_view text) {
  std::string out;
  for (char c : trim(text)) {
    if (!is_ascii_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace dateline
