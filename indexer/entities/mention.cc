#include "indexer/entities/mention.h"

#include <map>
#include <tuple>

namespace dateline {

std::vector<ArticleEntity> fold_mentions(const std::vector<Mention>& mentions, std::size_t lead_end) {
  std::map<std::pair<EntityKind, std::string_view>, ArticleEntity> entities;
  for (const auto& mention : mentions) {
    auto& entity = entities[{mention.kind, mention.canonical}];
    ++entity.count;
    entity.in_lead = entity.in_lead || mention.begin < lead_end;
  }
  std::vector<ArticleEntity> folded;
  for (auto& [key, entity] : entities) {
    entity.kind = key.first;
    entity.canonical = key.second;
    folded.push_back(std::move(entity));
  }
  return folded;
}

}  // namespace dateline
