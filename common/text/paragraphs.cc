#include "common/text/paragraphs.h"

#include <algorithm>

namespace dateline {

namespace {

/// Behind so many bytes no paragraph of the lead begins: one line of date or place may stand before
/// the first paragraph proper.
constexpr std::size_t kLeastLead = 200;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

bool is_wrapped(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    // A character has at most four bytes: what lies behind those of the widest line is too far.
    const std::string_view line = text.substr(begin, 4 * kWidestWrap + 1);
    const std::size_t bytes = std::min(line.find('\n'), line.size());
    if (bytes > kWidestWrap) {
      const auto continuations =
          std::count_if(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(bytes), is_continuation);
      if (bytes - static_cast<std::size_t>(continuations) > kWidestWrap) return false;
    }
    begin += bytes + 1;
  }
  return true;
}

bool ends_paragraph(std::string_view text, std::size_t newline, bool wrapped) {
  if (!wrapped || newline + 1 >= text.size()) return true;
  const char next = text[newline + 1];
  return next == '\n' || next == ' ' || next == '\t' || next == '\r';
}

std::size_t paragraph_begin(std::string_view text, std::size_t position, bool wrapped) {
  for (std::size_t before = position; before > 0;) {
    const std::size_t newline = text.rfind('\n', before - 1);
    if (newline == std::string_view::npos) return 0;
    if (ends_paragraph(text, newline, wrapped)) return newline + 1;
    before = newline;
  }
  return 0;
}

std::size_t paragraph_end(std::string_view text, std::size_t position, bool wrapped) {
  for (std::size_t at = position; at < text.size(); ++at) {
    at = text.find('\n', at);
    if (at == std::string_view::npos) break;
    if (ends_paragraph(text, at, wrapped)) return at;
  }
  return text.size();
}

std::size_t lead_end(std::string_view text) {
  if (text.size() <= kLeastLead) return text.size();
  return paragraph_end(text, kLeastLead, is_wrapped(text));
}

}  // namespace dateline
