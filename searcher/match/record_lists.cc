#include "searcher/match/record_lists.h"

#include <algorithm>

#include "common/index/schema.h"
#include "searcher/match/article_facts.h"

namespace dateline {

namespace {

using Numbers = std::vector<Xapian::docid>;

// Of all articles with the name those of the segment.
Numbers with_name(const Node& node, const ArticleRange& range) {
  if (!node.articles) return {};
  const auto begin = std::lower_bound(node.articles->begin(), node.articles->end(), range.first());
  return {begin, std::upper_bound(begin, node.articles->end(), range.last())};
}

// `text_of` makes of a file record what the pattern is of: its path or its URL.
template <class TextOf>
Numbers matching_file(const std::string& pattern, const Xapian::Database& segment,
                      const TextOf& text_of) {
  const PathPattern wanted(pattern);
  Numbers numbers;
  const auto end = segment.valuestream_end(schema::kFileSlot);
  for (auto at = segment.valuestream_begin(schema::kFileSlot); at != end; ++at) {
    if (wanted.matches(text_of(schema::decode_file(*at)))) numbers.push_back(at.get_docid());
  }
  return numbers;
}

// An article's length is that of all its words: all other terms count nothing.
Numbers of_length(const Node& node, const Xapian::Database& segment) {
  Numbers numbers;
  const auto end = segment.postlist_end("");
  for (auto at = segment.postlist_begin(""); at != end; ++at) {
    const Xapian::termcount words = at.get_doclength();
    if (words >= node.number && words <= node.number_to) numbers.push_back(*at);
  }
  return numbers;
}

Numbers by_author(const std::string& asked, const Xapian::Database& segment) {
  const std::string prefix(1, schema::kAuthorPrefix);
  Numbers numbers;
  const auto end = segment.allterms_end(prefix);
  for (auto term = segment.allterms_begin(prefix); term != end; ++term) {
    if (!author_matches((*term).substr(prefix.size()), asked)) continue;
    numbers.insert(numbers.end(), segment.postlist_begin(*term), segment.postlist_end(*term));
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

Numbers with_number(Xapian::docid number, const Xapian::Database& segment) {
  if (number == 0) return {};
  try {
    segment.get_doclength(number);
    return {number};
  } catch (const Xapian::DocNotFoundError&) {
    return {};
  }
}

}  // namespace

bool has_record_list(Node::Kind kind) {
  return kind == Node::Kind::Name || kind == Node::Kind::Author || kind == Node::Kind::Path ||
         kind == Node::Kind::Url || kind == Node::Kind::WordCount || kind == Node::Kind::Id;
}

std::vector<Xapian::docid> record_list(const Node& node, const Xapian::Database& segment,
                                       const ArticleRange& range,
                                       const std::vector<std::string>& roots) {
  if (node.kind == Node::Kind::Name) return with_name(node, range);
  if (node.kind == Node::Kind::Path) {
    return matching_file(node.value, segment, [&](const schema::FileRecord& file) {
      return schema::absolute_path(roots, file);
    });
  }
  if (node.kind == Node::Kind::Url) {
    return matching_file(node.value, segment, [](const schema::FileRecord& file) { return file.url; });
  }
  if (node.kind == Node::Kind::Author) return by_author(node.value, segment);
  if (node.kind == Node::Kind::WordCount) return of_length(node, segment);
  return with_number(node.number, segment);
}

std::vector<Xapian::docid> frequent_list(const std::string& term, std::uint32_t times,
                                         const Xapian::Database& segment) {
  Numbers numbers;
  const auto end = segment.postlist_end(term);
  for (auto at = segment.postlist_begin(term); at != end; ++at) {
    if (at.get_wdf() >= times) numbers.push_back(*at);
  }
  return numbers;
}

}  // namespace dateline
