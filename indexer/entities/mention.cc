#include "indexer/entities/mention.h"

#include <algorithm>
#include <tuple>

namespace dateline {

std::vector<ArticleName> fold_mentions(const std::vector<Mention>& mentions, std::size_t lead_end) {
  std::vector<const Mention*> sorted;
  sorted.reserve(mentions.size());
  for (const Mention& mention : mentions) sorted.push_back(&mention);
  std::sort(sorted.begin(), sorted.end(), [](const Mention* a, const Mention* b) {
    return std::tie(a->kind, a->canonical) < std::tie(b->kind, b->canonical);
  });
  std::vector<ArticleName> names;
  const Mention* last = nullptr;
  for (const Mention* mention : sorted) {
    if (last == nullptr || last->kind != mention->kind || last->canonical != mention->canonical) {
      names.push_back({mention->kind, mention->canonical, 0, false});
    }
    last = mention;
    ++names.back().count;
    names.back().in_lead = names.back().in_lead || mention->begin < lead_end;
  }
  std::sort(names.begin(), names.end(), is_more_salient);
  return names;
}

}  // namespace dateline
