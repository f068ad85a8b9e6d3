// Decides on the text of one article whether it matches a query, and where the query's words stand
// in it. "Postings pick the candidates, the stored text decides": phrases and title searches are
// decided here; highlights and passages come from here for all queries. Not thread-safe: one a
// thread. Cost: one walk of the tokeniser over the text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/text_codec.h"
#include "common/text/stemmer.h"
#include "common/text/string_table.h"
#include "searcher/query/tree.h"

namespace dateline {

/// One place in a text where a leaf (a word or phrase, not negated) of the query stands.
struct Occurrence {
  std::uint32_t begin = 0;  ///< byte offsets into the text
  std::uint32_t end = 0;
  std::uint32_t leaf = 0;  ///< which leaf: 0 for the query's first word or phrase, and so on

  friend bool operator==(const Occurrence& a, const Occurrence& b) {
    return a.begin == b.begin && a.end == b.end && a.leaf == b.leaf;
  }
};

/// An article and what a query can ask of it beside its text.
struct StoredArticle {
  std::uint32_t id = 0;  ///< the article's number: stable until the article changes
  std::string path;      ///< absolute, bytes as in the file system
  std::string source;    ///< from the header, or the folder; may be empty
  Article article;
};

/// An article to decide on: its words at hand, the rest fetched if the query asks for it.
class Candidate {
 public:
  virtual ~Candidate() = default;
  virtual ArticleWords words() = 0;
  virtual const StoredArticle& stored() = 0;
};

class TextMatcher {
 public:
  /// `stemmer` is of the index's language. REQUIRES both to outlive the matcher.
  TextMatcher(const Node& query, Stemmer& stemmer);

  /// Whether the article matches the query.
  bool matches(Candidate& candidate);

  /// Where the query's words and phrases stand in the article's text (not its title): sorted by
  /// begin, not overlapping. Words under a Not are not looked for.
  std::vector<Occurrence> occurrences(std::string_view text);

 private:
  /// A word or phrase of the query: which of forms_ it is made of.
  struct Leaf {
    bool stemmed = false;  ///< a Word: words[0] is a stem
    bool negated = false;
    std::vector<std::uint32_t> words;
  };
  struct Place {
    std::uint32_t position;  ///< in words
    std::uint32_t begin;     ///< bytes
    std::uint32_t end;
  };
  /// Where the forms looked for stand, by their number. Read when first asked for.
  struct Places {
    bool is_read = false;
    std::vector<std::vector<Place>> by_form;
  };

  void collect(const Node& node, bool negated);
  void forget_article();
  std::uint32_t read_words(std::string_view text, std::uint32_t position, Places& places);
  void note(std::string_view form, const Place& place, Places& places) const;
  const Places& places(Candidate& candidate, bool in_headline);
  bool evaluate(const Node& node, Candidate& candidate, bool in_headline, std::size_t& leaf);
  bool stands(const Leaf& leaf, const Places& places) const;
  bool continues(const Leaf& leaf, const Places& places, std::uint32_t position) const;
  static const Place* find(const std::vector<Place>& places, std::uint32_t position);
  static std::size_t count_leaves(const Node& node);

  const Node& query_;
  Stemmer& stemmer_;
  std::vector<Leaf> leaves_;  ///< in the order of the tree
  StringTable forms_;         ///< exact words and stems looked for; stems with a leading '='
  bool has_stems_ = false;
  std::array<bool, 4096> possible_{};  ///< by fingerprint: no word is looked for that has another
  std::array<bool, 4096> possible_stem_{};
  std::array<bool, 256>
      possible_first_{};  ///< bytes that a word begins with whose stem is looked for

  // Of the article at hand.
  Places all_;       ///< title and text
  Places headline_;  ///< what Title nodes look in
};

/// Whether an article has a name with one of `terms`, which are sorted.
bool has_any_name(const Article& article, const std::vector<std::string>& terms);

/// Whether a path matches the pattern of a Path node: as a glob if it has one of * ? [ (where *
/// also matches /), against the whole path or any of its ends that begin behind a /; else as a part
/// of it.
bool path_matches(const std::string& path, const std::string& pattern);

}  // namespace dateline
