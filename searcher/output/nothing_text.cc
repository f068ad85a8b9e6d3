#include "searcher/output/nothing_text.h"

#include "common/text/columns.h"
#include "searcher/output/numbers.h"

namespace dateline {

namespace {

std::string number(const Total& total) {
  return (total.exact ? "" : "about ") + with_commas(total.count);
}

std::string list(const std::vector<WhyNothing::Part>& parts) {
  std::string out;
  for (const WhyNothing::Part& part : parts) {
    out += (out.empty() ? "" : " · ") + part.query + ' ' + number(part.total);
    if (!part.parts.empty()) out += " (" + list(part.parts) + ')';
    if (part.together.count == 0) continue;
    out.pop_back();
    out += std::string(part.parts.size() == 2 ? ", both" : ", all") + " in " +
           (part.together.exact ? "" : "about ") + counted(part.together.count, "article") + ')';
  }
  return out;
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
    out += "  " + printable("no article matches both " + one + " and " + other) + '\n';
  }
  return out;
}

}  // namespace dateline
