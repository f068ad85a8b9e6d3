#include "indexer/entities/label.h"

namespace dateline {

std::vector<LabelledSpan> spans_of(const std::vector<Label>& labels) {
  std::vector<LabelledSpan> spans;
  bool open = false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label label = labels[i];
    if (!is_name(label)) {
      open = false;
      continue;
    }
    const auto at = static_cast<std::uint32_t>(i);
    const bool joins = open && continues(label) && spans.back().kind == kind_of(label);
    if (joins) {
      spans.back().last = at + 1;
    } else {
      spans.push_back({at, at + 1, kind_of(label)});
    }
    open = leaves_open(label);
  }
  return spans;
}

}  // namespace dateline
