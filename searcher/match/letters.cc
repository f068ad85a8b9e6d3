#include "searcher/match/letters.h"

#include <utf8proc.h>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

struct Cases {
  bool small = false;
  bool capital = false;
};

Cases cases_of(std::string_view word) {
  Cases cases;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    at += point.bytes;
    switch (point.value < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(point.value)) {
      case UTF8PROC_CATEGORY_LL:
        cases.small = true;
        break;
      case UTF8PROC_CATEGORY_LU:
      case UTF8PROC_CATEGORY_LT:
        cases.capital = true;
        break;
      default:
        break;
    }
  }
  return cases;
}

}  // namespace

bool is_written_as(std::string_view text, Letters letters) {
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    const Cases cases = cases_of(text.substr(token.begin, token.end - token.begin));
    const bool fits = letters == Letters::Caps      ? cases.capital
                      : letters == Letters::AllCaps ? !cases.small
                                                    : !cases.capital;
    if (!fits) return false;
  }
  return true;
}

}  // namespace dateline
