#include "common/text/utf8.h"

#include <utf8proc.h>

namespace dateline {

namespace {

const utf8proc_uint8_t* bytes_of(const char* text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text);
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t position) {
  utf8proc_int32_t value = -1;
  const auto length =
      utf8proc_iterate(bytes_of(text.data() + position),
                       static_cast<utf8proc_ssize_t>(text.size() - position), &value);
  if (length <= 0) return CodePoint{};
  return CodePoint{value, static_cast<std::uint32_t>(length)};
}

void append_utf8(std::int32_t code_point, std::string& out) {
  utf8proc_uint8_t encoded[4];
  const auto length = utf8proc_encode_char(code_point, encoded);
  for (utf8proc_ssize_t i = 0; i < length; ++i) out.push_back(static_cast<char>(encoded[i]));
}

std::size_t utf8_floor(std::string_view text, std::size_t position) {
  if (position >= text.size()) return text.size();
  for (std::size_t back = 0; back < 4 && back <= position; ++back) {
    const auto byte = static_cast<unsigned char>(text[position - back]);
    if ((byte & 0xC0) == 0x80) continue;  // a continuation byte: the start is further back
    const CodePoint point = decode_utf8(text, position - back);
    return point.value >= 0 && point.bytes > back ? position - back : position;
  }
  return position;
}

}  // namespace dateline
