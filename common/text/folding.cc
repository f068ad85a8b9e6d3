#include "common/text/folding.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "common/text/utf8.h"

namespace dateline {

namespace {

struct Range {
  std::int32_t first;
  std::int32_t last;
};

// Unicode blocks of the scripts that put no spaces between words, in ascending order.
constexpr Range kUnspaced[] = {
    {0x0E00, 0x0EFF},    // Thai, Lao
    {0x1000, 0x109F},    // Myanmar
    {0x1100, 0x11FF},    // Hangul Jamo
    {0x1780, 0x17FF},    // Khmer
    {0x3005, 0x3007},    // Han iteration mark, zero
    {0x3040, 0x30FF},    // Hiragana, Katakana
    {0x3130, 0x318F},    // Hangul Compatibility Jamo
    {0x31F0, 0x31FF},    // Katakana extensions
    {0x3400, 0x4DBF},    // Han extension A
    {0x4E00, 0x9FFF},    // Han
    {0xAC00, 0xD7AF},    // Hangul syllables
    {0xF900, 0xFAFF},    // Han compatibility
    {0xFF66, 0xFF9F},    // half-width Katakana
    {0x20000, 0x3FFFF},  // Han extensions B and later
};

bool is_unspaced(std::int32_t code_point) {
  if (code_point < kUnspaced[0].first) return false;
  const auto* after =
      std::upper_bound(std::begin(kUnspaced), std::end(kUnspaced), code_point,
                       [](std::int32_t value, const Range& range) { return value < range.first; });
  return after != std::begin(kUnspaced) && code_point <= std::prev(after)->last;
}

bool in(std::int32_t code_point, std::int32_t first, std::int32_t last) {
  return code_point >= first && code_point <= last;
}

/// Latin and Greek letters: those whose accents do not make another letter.
bool loses_accents(std::int32_t code_point) {
  return in(code_point, 0x00C0, 0x024F) || in(code_point, 0x0370, 0x03FF) ||
         in(code_point, 0x1E00, 0x1FFF) || in(code_point, 0xFB00, 0xFB06);
}

/// Accents of Latin and Greek, vowel signs of Hebrew and Arabic, the Arabic stretching line.
bool is_dropped_mark(std::int32_t code_point) {
  return in(code_point, 0x0300, 0x036F) || in(code_point, 0x0591, 0x05C7) ||
         in(code_point, 0x064B, 0x0652) || code_point == 0x0640;
}

/// Letters that Unicode does not decompose but that readers type without their stroke.
const char* without_stroke(std::int32_t lower_case) {
  switch (lower_case) {
    case 0x00E6:
      return "ae";
    case 0x00F0:
      return "d";
    case 0x00F8:
      return "o";
    case 0x00FE:
      return "th";
    case 0x0111:
      return "d";
    case 0x0127:
      return "h";
    case 0x0131:
      return "i";
    case 0x0142:
      return "l";
    case 0x0153:
      return "oe";
    case 0x0167:
      return "t";
    default:
      return nullptr;
  }
}

void append_without_accents(std::int32_t code_point, std::string& out) {
  constexpr utf8proc_ssize_t kMostParts = 18;  // of any code point, Unicode 14
  utf8proc_int32_t parts[kMostParts];
  int last_class = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  const auto count = utf8proc_decompose_char(code_point, parts, kMostParts, options, &last_class);
  for (utf8proc_ssize_t i = 0; i < std::min(count, kMostParts); ++i) {
    if (const char* plain = without_stroke(parts[i])) {
      out += plain;
    } else {
      append_utf8(parts[i], out);
    }
  }
}

}  // namespace

CharacterClass classify(std::int32_t code_point) {
  if (in(code_point, 0x200B, 0x200D) || code_point == 0x00AD || code_point == 0x2060 ||
      code_point == 0xFEFF) {
    return CharacterClass::Transparent;
  }
  switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return is_unspaced(code_point) ? CharacterClass::Unspaced : CharacterClass::Word;
    default:
      return CharacterClass::Separator;
  }
}

void append_folded(std::int32_t code_point, std::string& out) {
  if (loses_accents(code_point)) {
    append_without_accents(code_point, out);
  } else if (in(code_point, 0xFF01, 0xFF5E)) {  // full-width ASCII
    append_utf8(utf8proc_tolower(code_point - 0xFEE0), out);
  } else if (code_point == 0x0401 || code_point == 0x0451) {  // Russian writes ё as е at will
    append_utf8(0x0435, out);
  } else if (!is_dropped_mark(code_point)) {
    append_utf8(utf8proc_tolower(code_point), out);
  }
}

}  // namespace dateline
