#include "indexer/build/name_finder.h"

#include <algorithm>
#include <string>

#include "common/text/paragraphs.h"

namespace dateline {

namespace {

EntityType type_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::Person:
      return EntityType::Person;
    case EntityKind::Organisation:
      return EntityType::Organisation;
    default:
      return EntityType::Place;
  }
}

}  // namespace

std::vector<ArticleName> NameFinder::find(const Article& article) {
  // Title and text together: a name may stand whole in one and short in the other.
  std::string text = article.title;
  if (!text.empty()) text += "\n\n";
  const std::size_t lead = text.size() + lead_end(article.text);
  text += article.text;
  std::vector<ArticleName> names;
  for (ArticleEntity& entity : fold_mentions(tagger_.tag(text), lead)) {
    for (char& c : entity.canonical) {
      if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    names.push_back(
        {type_of(entity.kind), std::move(entity.canonical), entity.count, entity.in_lead});
  }
  std::sort(names.begin(), names.end(), is_more_salient);
  return names;
}

}  // namespace dateline
