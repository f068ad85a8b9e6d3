#include "indexer/build/name_finder.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "common/text/paragraphs.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// Where a piece of at most `bytes` that begins at `begin` ends: behind a paragraph if one ends in its second
/// half, else behind a line or a word.
std::size_t piece_end(std::string_view text, std::size_t begin, std::size_t bytes) {
  if (text.size() - begin <= bytes) return text.size();
  const std::string_view window = text.substr(begin, bytes);
  for (const std::string_view mark : {"\n\n", "\n", " "}) {
    const std::size_t at = window.rfind(mark);
    if (at != std::string_view::npos && at >= window.size() / 2) return begin + at + mark.size();
  }
  return utf8_floor(text, begin + bytes);
}

/// Adds `more` to `names`, one of those with the same name and type; most salient first.
void unite(std::vector<ArticleName>& names, std::vector<ArticleName> more) {
  std::move(more.begin(), more.end(), std::back_inserter(names));
  const auto key = [](const ArticleName& name) { return std::tie(name.type, name.name); };
  std::sort(names.begin(), names.end(),
            [&](const ArticleName& a, const ArticleName& b) { return key(a) < key(b); });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (key(names[i]) == key(names[kept])) {
      names[kept].count += names[i].count;
      names[kept].in_lead = names[kept].in_lead || names[i].in_lead;
    } else if (++kept != i) {
      names[kept] = std::move(names[i]);
    }
  }
  if (!names.empty()) names.resize(kept + 1);
  std::sort(names.begin(), names.end(), is_more_salient);
}

}  // namespace

FoundNames NameFinder::find(const Article& article) {
  // Title and text together: a name may stand whole in one and short in the other.
  std::string text = article.title;
  if (!text.empty()) text += "\n\n";
  const std::size_t lead = text.size() + lead_end(article.text);
  text += article.text;
  const std::string_view whole = text;
  FoundNames found;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = piece_end(whole, begin, piece_bytes_);
    std::vector<ArticleName> more =
        fold_mentions(tagger_.tag(whole.substr(begin, end - begin)), lead - std::min(lead, begin));
    if (begin == 0) {
      found.names = std::move(more);
    } else {
      unite(found.names, std::move(more));
    }
    if (found.names.size() > most_names_) {
      found.names.resize(most_names_);
      found.cut = true;
    }
    begin = end;
  }
  return found;
}

}  // namespace dateline
