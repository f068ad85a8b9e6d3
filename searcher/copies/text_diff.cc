#include "searcher/copies/text_diff.h"

#include <cstddef>
#include <dtl/dtl.hpp>

#include "common/text/columns.h"

namespace dateline {

namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t kFewestSame = 3;  ///< words between two changes

Words split(std::string_view text) {
  Words words;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !is_ascii_space(text[end])) ++end;
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

void append(const Words& from, Words& to) { to.insert(to.end(), from.begin(), from.end()); }

/// Words that both have, and then what differs: either may be none.
struct Stretch {
  Words same, removed, added;

  bool changes() const { return !removed.empty() || !added.empty(); }
};

std::vector<Stretch> stretches(const Words& from, const Words& to) {
  dtl::Diff<std::string_view, Words> diff(from, to);
  diff.compose();
  std::vector<Stretch> all(1);
  for (const auto& [word, info] : diff.getSes().getSequence()) {
    if (info.type == dtl::SES_COMMON) {
      if (all.back().changes()) all.emplace_back();
      all.back().same.push_back(word);
    } else {
      (info.type == dtl::SES_DELETE ? all.back().removed : all.back().added).push_back(word);
    }
  }
  return all;
}

/// What is changed around few words is one change.
std::vector<Stretch> joined(const std::vector<Stretch>& all) {
  std::vector<Stretch> out;
  for (const Stretch& one : all) {
    const bool joins = !out.empty() && one.changes() && one.same.size() < kFewestSame;
    if (!joins) {
      out.push_back(one);
      continue;
    }
    Stretch& before = out.back();
    append(one.same, before.removed);
    append(one.same, before.added);
    append(one.removed, before.removed);
    append(one.added, before.added);
  }
  return out;
}

void add_piece(DiffPiece::Kind kind, const Words& words, std::vector<DiffPiece>& pieces) {
  if (words.empty()) return;
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
  pieces.push_back({kind, std::move(text)});
}

}  // namespace

std::vector<DiffPiece> word_diff(std::string_view from, std::string_view to) {
  std::vector<DiffPiece> pieces;
  for (const Stretch& one : joined(stretches(split(from), split(to)))) {
    add_piece(DiffPiece::Kind::Same, one.same, pieces);
    add_piece(DiffPiece::Kind::Removed, one.removed, pieces);
    add_piece(DiffPiece::Kind::Added, one.added, pieces);
  }
  return pieces;
}

}  // namespace dateline
