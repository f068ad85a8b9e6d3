#include "searcher/output/nothing_text.h"

#include <algorithm>

#include "common/text/columns.h"
#include "searcher/output/numbers.h"

namespace dateline {

namespace {

std::string number(const Total& total) {
  if (!total.exact && total.count == 0) return "few";
  return (total.exact ? "" : "about ") + with_commas(total.count);
}

/// ", both in 80 articles"; empty where it says nothing more than the parts.
std::string together(const WhyNothing::Part& part) {
  const bool all_there = std::all_of(part.parts.begin(), part.parts.end(), [](const auto& one) {
    return one.total.count > 0 || !one.total.exact;
  });
  if (part.is_all || !all_there || part.parts.size() < 2) return "";
  const std::string who = part.parts.size() == 2 ? ", both in " : ", all in ";
  if (part.together.count == 0 && part.together.exact) return who + "no article";
  return who + (part.together.exact ? "" : "about ") + counted(part.together.count, "article");
}

std::string list(const std::vector<WhyNothing::Part>& parts) {
  std::string out;
  for (const WhyNothing::Part& part : parts) {
    out += (out.empty() ? "" : " · ") + part.query + ' ' + number(part.total);
    if (!part.parts.empty()) out += " (" + list(part.parts) + together(part) + ')';
  }
  return out;
}

/// In parentheses if it is several words and no phrase.
std::string operand(const std::string& query) {
  const bool is_phrase = query.front() == '"' && query.find('"', 1) == query.size() - 1;
  return is_phrase || query.find(' ') == std::string::npos ? query : '(' + query + ')';
}

std::string words(const std::vector<FoundWord>& found) {
  std::string out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    out += (i == 0 ? "" : i + 1 == found.size() ? " or " : ", ") + found[i].word;
  }
  return out;
}

}  // namespace

std::string meant_text(const WhyNothing& why) {
  if (!why.corrected.empty()) {
    return "did you mean " + why.corrected + "? " + match_count(why.corrected_total);
  }
  std::string out;
  for (const WhyNothing::Spelling& one : why.spellings) {
    out += (out.empty() ? "did you mean " : "; ") + words(one.meant) + " for " + one.word;
  }
  return out.empty() ? out : out + '?';
}

std::string parts_lines(const WhyNothing& why) {
  if (why.query.parts.empty()) return "";
  const std::string parts = list(why.query.is_all ? why.query.parts : std::vector{why.query});
  std::string out = "  " + printable(parts) + '\n';
  for (const auto& [one, other] : why.never_together) {
    out += "  " + printable("no article matches both " + operand(one) + " and " + operand(other)) + '\n';
  }
  return out;
}

}  // namespace dateline
