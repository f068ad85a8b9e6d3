#include "common/text/glob.h"

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
  return {found != negated, close + 1, at + length};
}

/// REQUIRES a character of the text at `at` and an element other than * at `p`.
Step match_one(std::string_view pattern, std::size_t p, std::string_view text, std::size_t at,
               GlobOf of) {
  if (p >= pattern.size()) return {};
  const bool is_wild = of == GlobOf::Text || text[at] != '/';  // may ? and sets be this character?
  if (pattern[p] == '?') return {is_wild, p + 1, at + character_length(text, at)};
  if (pattern[p] == '[') {
    const std::size_t close = set_end(pattern, p);
    if (close != kNone) {
      Step step = match_set(pattern, p, close, text, at);
      step.matched = step.matched && is_wild;
      return step;
    }
  }
  if (of == GlobOf::Path && pattern[p] == '\\' && p + 1 < pattern.size()) ++p;
  return {pattern[p] == text[at], p + 1, at + 1};
}

/// A star met in the pattern: where to go on when what came after it did not match.
struct Retry {
  std::size_t pattern = kNone;
  std::size_t text = 0;
};

/// Does ** as a whole part of a path stand at `p`?
bool is_star_star(std::string_view pattern, std::size_t p) {
  return pattern.substr(p, 2) == "**" && (p == 0 || pattern[p - 1] == '/') &&
         (p + 2 == pattern.size() || pattern[p + 2] == '/');
}

/// Whether all that is left of a pattern is stars.
bool is_stars(std::string_view pattern, std::size_t p) {
  return pattern.find_first_not_of('*', p) == kNone;
}

/// Where the text may go on behind a star, at `at` or later; kNone if nowhere. What the pattern has next
/// is looked for as it stands, unless it is no beginning of a character: those a star takes whole.
std::size_t behind_star(std::string_view pattern, std::size_t p, std::string_view text,
                        std::size_t at) {
  const std::string_view literal = pattern.substr(p, pattern.find_first_of("*?[", p) - p);
  const bool begins = !literal.empty() && (static_cast<unsigned char>(literal[0]) & 0xC0) != 0x80;
  return begins ? text.find(literal, at) : at;
}

/// One retry point is enough: a later star can take up whatever an earlier one could.
bool match_text(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t at = 0;
  Retry star;
  while (at < text.size()) {
    const bool is_star = pattern.substr(p, 1) == "*";
    const Step step = is_star ? Step{} : match_one(pattern, p, text, at, GlobOf::Text);
    if (step.matched) {
      p = step.pattern;
      at = step.text;
      continue;
    }
    if (is_star) {
      star = {p + 1, at};
    } else if (star.pattern != kNone) {
      star.text += character_length(text, star.text);
    } else {
      return false;
    }
    p = star.pattern;
    at = star.text = behind_star(pattern, p, text, star.text);
    if (at == kNone) return false;
  }
  return is_stars(pattern, p);
}

/// Likewise one for * and one for **: a ** starts at the start of a folder, however the * before it
/// was matched.
bool match_path(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t at = 0;
  Retry star;       // moves on by one character, not over a /
  Retry star_star;  // moves on to behind the next /
  while (at < text.size()) {
    if (is_star_star(pattern, p)) {
      p += 3;
      if (p > pattern.size()) return true;  // ** was the last
      star_star = {p, at};
      star = {};
      continue;
    }
    if (pattern.substr(p, 1) == "*") {
      star = {++p, at};
      continue;
    }
    const Step step = match_one(pattern, p, text, at, GlobOf::Path);
    if (step.matched) {
      p = step.pattern;
      at = step.text;
    } else if (star.pattern != kNone && text[star.text] != '/') {
      p = star.pattern;
      at = star.text += character_length(text, star.text);
    } else {
      const std::size_t slash = text.find('/', star_star.text);
      if (star_star.pattern == kNone || slash == kNone) return false;
      p = star_star.pattern;
      at = star_star.text = slash + 1;
      star = {};
    }
  }
  return is_stars(pattern, p);
}

}  // namespace

Glob::Glob(std::string_view pattern, GlobOf of) : of_(of) {
  if (of == GlobOf::Path) {
    if (!pattern.empty() && pattern.back() == '/') {
      folders_only_ = true;
      pattern.remove_suffix(1);
    }
    whole_path_ = pattern.find('/') != kNone;
    if (!pattern.empty() && pattern.front() == '/') pattern.remove_prefix(1);
  }
  pattern_ = pattern;
}

bool Glob::matches(std::string_view path, bool is_folder) const {
  if (of_ == GlobOf::Text) return match_text(pattern_, path);
  if (folders_only_ && !is_folder) return false;
  return match_path(pattern_, whole_path_ ? path : path.substr(path.rfind('/') + 1));
}

}  // namespace dateline
