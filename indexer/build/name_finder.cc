#include "indexer/build/name_finder.h"

#include <string>

#include "common/text/paragraphs.h"

namespace dateline {

std::vector<ArticleName> NameFinder::find(const Article& article) {
  // Title and text together: a name may stand whole in one and short in the other.
  std::string text = article.title;
  if (!text.empty()) text += "\n\n";
  const std::size_t lead = text.size() + lead_end(article.text);
  text += article.text;
  return fold_mentions(tagger_.tag(text), lead);
}

}  // namespace dateline
