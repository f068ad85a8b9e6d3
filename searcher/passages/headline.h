// What stands for an article in a list: its title, or where it has none its first sentence.
// `title:` searches what this gives, the results show what this gives. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/article.h"

namespace dateline {

/// How wide a headline taken from the text may be, in columns.
inline constexpr std::size_t kHeadlineColumns = 120;

struct Headline {
  std::string_view text;  ///< a view of the article's title or text, white space as it stands there
  bool from_title = false;  ///< else from the text
  bool cut = false;         ///< the sentence goes on; ends at the end of a word
};

/// The title if it has one. Else the first sentence of the first paragraph that is more than a date
/// ("Saturday, September 14, 2019"), without a dateline ("ALMATY, Jan 7 (Reuters) - "), at most
/// kHeadlineColumns of it. Empty only for a text without a word. REQUIRES the article to outlive
/// it.
Headline headline_of(const Article& article);
Headline headline_of(std::string_view title, std::string_view text);

/// Where article.text goes on behind the headline: 0 where that is the title.
std::size_t headline_end(const Article& article);

/// The headline as one line of text: white space folded, "…" at the end where it is cut.
std::string headline_line(const Article& article);

}  // namespace dateline
