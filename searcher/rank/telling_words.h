// Which words tell a text best from the others of an index: what "more like this" looks for. Cost: one walk
// over the text, and a look at the index for each of its stems.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "common/index/text_codec.h"
#include "common/text/stemmer.h"
#include "searcher/rank/settings.h"

namespace dateline {

struct TellingWord {
  std::string word;   ///< folded, as it stands first in the text
  double weight = 0;  ///< of the first, the most telling one, 1
};

/// At most `most` words, the most telling first: by idf * share, as Bm25 has both, of how often their stem
/// stands in the title and text. The weight is the share alone, for the idf is the ranking's part. Left out are
/// numbers, what only `alike` articles of the index have or fewer (the text itself, if it is indexed, and its
/// near copies), and what is in more than half of all. Throws Xapian::Error.
std::vector<TellingWord> telling_words(const ArticleWords& article, const Snapshot& snapshot,
                                       Stemmer& stemmer, const Bm25Settings& settings,
                                       std::size_t alike, std::size_t most);

}  // namespace dateline
