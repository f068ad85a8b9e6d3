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

class TextMatcher {
 public:
  /// `language` is the index's. REQUIRES `query` to outlive the matcher.
  TextMatcher(const Node& query, const std::string& language);

  /// Whether the article matches the query.
  bool matches(const StoredArticle& stored);

  /// Where the query's words and phrases stand in the article's text (not its title): sorted by
  /// begin, not overlapping. Words under a Not are not looked for.
  std::vector<Occurrence> occurrences(const Article& article);

 private:
  /// A word or phrase of the query: which of words_ it is made of.
  struct Leaf {
    bool stemmed = false;  ///< a Word: words[0] is a stem
    bool negated = false;
    std::vector<std::uint32_t> words;
  };
  struct Place {
    std::uint32_t position;  ///< in words: of the title from 0, of the text from text_position_
    std::uint32_t begin;
    std::uint32_t end;
  };

  void collect(const Node& node, bool negated);
  void read(const Article& article);
  void find_headline(const Article& article);
  std::uint32_t read_words(std::string_view text, std::uint32_t position);
  void note(std::string_view form, const Place& place);
  bool evaluate(const Node& node, const StoredArticle& stored, bool in_title, std::size_t& leaf);
  bool stands(const Leaf& leaf, bool in_title) const;
  bool continues(const Leaf& leaf, std::uint32_t position) const;
  const Place* find(std::uint32_t word, std::uint32_t position) const;

  const Node& query_;
  Stemmer stemmer_;
  std::vector<Leaf> leaves_;  ///< in the order of the tree
  StringTable forms_;         ///< exact words and stems looked for; stems with a leading '='
  bool has_stems_ = false;
  bool has_titles_ = false;
  std::array<bool, 4096> possible_{};  ///< by fingerprint: no word is looked for that has another
  std::array<bool, 4096> possible_stem_{};

  std::vector<std::vector<Place>> places_;  ///< by number in forms_, of the article at hand
  std::uint32_t text_position_ = 0;
  std::uint32_t headline_begin_ = 0;  ///< positions
  std::uint32_t headline_end_ = 0;
};

/// Whether a path matches the pattern of a Path node: as a glob if it has one of * ? [ (where *
/// also matches /), against the whole path or any of its ends that begin behind a /; else as a part
/// of it.
bool path_matches(const std::string& path, const std::string& pattern);

}  // namespace dateline
