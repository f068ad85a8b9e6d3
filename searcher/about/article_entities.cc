#include "searcher/about/article_entities.h"

#include <algorithm>

namespace dateline {

const std::vector<EntityOfArticle>& ArticleEntities::of(Xapian::docid number, std::size_t part) {
  found_.clear();
  NameReader names(snapshot_.encoded_article(snapshot_.document_id(number, part)));
  while (const auto name = names.next()) {
    const auto place = vocabulary_.place_of(name->type, name->name);
    if (!place) continue;
    const std::uint32_t entity = entities_.of_name(*place);
    if (!entities_.all()[entity].is_hidden) found_.push_back({entity, name->in_lead});
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
