#include "indexer/crawl/glob.h"

#include <cstddef>

namespace dateline {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Bytes of the UTF-8 character at `at`; 1 for a byte that starts none.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= text.size() || (static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80)
      return 1;
  }
  return length;
}

/// What one element of a pattern (a character, ?, [set]) made of the text.
struct Step {
  bool matched = false;
  std::size_t pattern = 0;  ///< where the pattern goes on
  std::size_t text = 0;     ///< where the text goes on
};

/// Where the set that opens at `open` closes; kNone if it does not.
std::size_t set_end(std::string_view pattern, std::size_t open) {
  std::size_t first = open + 1;
  if (first < pattern.size() && (pattern[first] == '!' || pattern[first] == '^')) ++first;
  return pattern.find(']', first + 1);  // a ] that comes first is a member
}

/// Members are compared as the bytes of a character, so ranges over one-byte characters only.
bool set_contains(std::string_view members, std::string_view character) {
  for (std::size_t i = 0; i < members.size();) {
    const std::string_view member = members.substr(i, character_length(members, i));
    i += member.size();
    if (i + 1 < members.size() && members[i] == '-' && member.size() == 1 &&
        character.size() == 1) {
      if (member[0] <= character[0] && character[0] <= members[i + 1]) return true;
      i += 2;
    } else if (member == character) {
      return true;
    }
  }
  return false;
}

Step match_set(std::string_view pattern, std::size_t open, std::size_t close, std::string_view text,
               std::size_t at) {
  std::string_view members = pattern.substr(open + 1, close - open - 1);
  const bool negated = members[0] == '!' || members[0] == '^';
  if (negated) members.remove_prefix(1);
  const std::size_t length = character_length(text, at);
  const bool found = set_contains(members, text.substr(at, length));
  return {found != negated && text[at] != '/', close + 1, at + length};
}

/// REQUIRES a character of the text at `at` and an element other than * at `p`.
Step match_one(std::string_view pattern, std::size_t p, std::string_view text, std::size_t at) {
  if (p >= pattern.size()) return {};
  if (pattern[p] == '?') return {text[at] != '/', p + 1, at + character_length(text, at)};
  if (pattern[p] == '[') {
    const std::size_t close = set_end(pattern, p);
    if (close != kNone) return match_set(pattern, p, close, text, at);
  }
  if (pattern[p] == '\\' && p + 1 < pattern.size()) ++p;
  return {pattern[p] == text[at], p + 1, at + 1};
}

/// A star met in the pattern: where to go on when what came after it did not match.
struct Retry {
  std::size_t pattern = kNone;
  std::size_t text = 0;
};

/// One retry point for * and one for ** are enough: a later star of a kind can take up whatever an
/// earlier one could, and a new ** makes the * before it irrelevant.
bool match_path(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t at = 0;
  Retry star;              // moves on by one byte, stops at /
  Retry star_star;         // moves on by one byte,
  bool by_folder = false;  // or, if it was **/, to behind the next /
  while (at < text.size()) {
    if (pattern.substr(p, 2) == "**") {
      p += 2;
      if (p == pattern.size()) return true;
      by_folder = pattern[p] == '/';
      if (by_folder) ++p;
      star_star = {p, at};
      star = {};
      continue;
    }
    if (pattern.substr(p, 1) == "*") {
      star = {++p, at};
      continue;
    }
    const Step step = match_one(pattern, p, text, at);
    if (step.matched) {
      p = step.pattern;
      at = step.text;
    } else if (star.pattern != kNone && text[star.text] != '/') {
      p = star.pattern;
      at = ++star.text;
    } else if (star_star.pattern != kNone) {
      const std::size_t slash = by_folder ? text.find('/', star_star.text) : star_star.text;
      if (slash == kNone) return false;
      star = {};
      p = star_star.pattern;
      at = star_star.text = slash + 1;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == kNone;
}

}  // namespace

Glob::Glob(std::string_view pattern) {
  if (!pattern.empty() && pattern.back() == '/') {
    folders_only_ = true;
    pattern.remove_suffix(1);
  }
  whole_path_ = pattern.find('/') != kNone;
  if (!pattern.empty() && pattern.front() == '/') pattern.remove_prefix(1);
  pattern_ = pattern;
}

bool Glob::matches(std::string_view path, bool is_folder) const {
  if (folders_only_ && !is_folder) return false;
  return match_path(pattern_, whole_path_ ? path : path.substr(path.rfind('/') + 1));
}

}  // namespace dateline
