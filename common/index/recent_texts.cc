#include "common/index/recent_texts.h"

#include <algorithm>

namespace dateline {

std::optional<std::string_view> RecentTexts::find(Xapian::docid document) const {
  const auto found = std::find_if(texts_.begin(), texts_.end(),
                                  [&](const Text& one) { return one.document == document; });
  if (found == texts_.end()) return std::nullopt;
  return found->text;
}

void RecentTexts::keep(Xapian::docid document, std::string_view text) {
  if (text.size() > kLongest) return;
  texts_[oldest_].document = document;
  texts_[oldest_].text = text;
  oldest_ = (oldest_ + 1) % kTexts;
}

}  // namespace dateline
