// Queries together with what they mean, told by the simplest code there is: a scan over the words
// of each article. Knows neither the parser nor the matcher that it is to check; of the project it
// uses the tokeniser, the reading of articles and what stands for a headline.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "common/article.h"

namespace dateline {

/// An article as a reader of the archive sees it.
struct Known {
  std::string path;  ///< absolute
  std::string source;
  Article article;
  std::vector<std::string> title;  ///< words, folded
  std::vector<std::string> text;
  std::vector<std::string> headline;
  std::set<std::string> stems;  ///< of title and text
  std::set<std::string> headline_stems;
};

/// All articles in the folders, in the order of a crawl.
std::vector<Known> read_archive(const std::vector<std::string>& folders);

/// A query as typed, and which articles match it.
struct Question {
  /// What it may stand in without parentheses.
  enum class Binding { Or, And, Operand };

  std::string typed;
  /// `in_title`: words are looked for in the headline only.
  std::function<bool(const Known&, bool in_title)> matches;
  Binding binding = Binding::Operand;
};

/// A word in any form; several words that are typed as one are a phrase.
Question word(const std::string& typed);
/// `text` in quotes.
Question phrase(const std::string& text);
Question all_of(const std::vector<Question>& questions, const std::string& joint = " ");
Question any_of(const std::vector<Question>& questions);
/// `sign`: "-" or "NOT "; the latter where a dash would follow another.
Question none_of(const Question& question, const std::string& sign = "-");
Question title(const Question& question);
/// `typed` behind date:, and the days it means.
Question date(const std::string& typed, const DateRange& range);
Question date_none();
Question date_conflict();
Question source(const std::string& name);
Question path(const std::string& pattern);

/// The words of a text, folded.
std::vector<std::string> words_of(const std::string& text);

}  // namespace dateline
