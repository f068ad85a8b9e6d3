// Tagged texts as the NER community exchanges them: one word a line, TAB, tag (O, B-PER, I-PER ...),
// a blank line between sentences, optionally "-DOCSTART-" lines between articles.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "indexer/entities/label.h"

namespace dateline {

struct TaggedSentence {
  std::vector<std::string> words;
  std::vector<Label> labels;
};
using TaggedArticle = std::vector<TaggedSentence>;

/// Reads everything. A line without a tag counts as outside; MISC and unknown kinds as kMisc. Without
/// "-DOCSTART-" lines all is one article.
std::vector<TaggedArticle> read_tagged(std::istream& in);

/// Labels from "B-PER", "I-PER", "O" ... (also without B: an I after O begins a name).
std::vector<Label> labels_from_tags(const std::vector<std::string>& tags);

/// The tag for each word: "O", "B-PER", "I-PER" ...
std::vector<std::string> tags_from_labels(const std::vector<Label>& labels);

/// Found, right and expected names of a kind.
struct SpanScore {
  std::size_t found = 0;
  std::size_t right = 0;
  std::size_t expected = 0;

  void add(const SpanScore& other);
  double precision() const;
  double recall() const;
  double f1() const;
};

/// Scores per kind, index 0: Person, 1: Organisation, 2: Place, 3: all of them. Exact spans; Misc ignored.
struct KindScores {
  SpanScore kinds[4];
  void add(const std::vector<Label>& expected, const std::vector<Label>& found);
};

}  // namespace dateline
