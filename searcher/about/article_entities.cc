#include "searcher/about/article_entities.h"

#include <algorithm>

namespace dateline {

const std::vector<EntityOfArticle>& ArticleEntities::of(Xapian::docid number, std::size_t part) {
  found_.clear();
  for (const NameInArticle& name : snapshot_.names(part).of_article(number)) {
    const std::uint32_t entity = entities_.of_name(vocabulary_.place_of(part, name.id));
    if (!entities_.all()[entity].is_hidden) found_.push_back({entity, name.in_lead});
  }
  // Of an entity's names those in the lead first: that is the one kept.
  std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
    return a.entity != b.entity ? a.entity < b.entity : a.in_lead > b.in_lead;
  });
  found_.erase(std::unique(found_.begin(), found_.end(),
                           [](const auto& a, const auto& b) { return a.entity == b.entity; }),
               found_.end());
  return found_;
}

}  // namespace dateline
