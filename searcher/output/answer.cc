#include "searcher/output/answer.h"

#include <cstdio>

#include "common/text/columns.h"
#include "searcher/passages/headline.h"

namespace dateline {

Passages passages_of(const Hit& hit, const PassageSettings& settings) {
  return best_passages(hit.article.text, hit.occurrences, settings, headline_end(hit.article));
}

std::string passage_line(const Passages& passages) {
  std::string line;
  for (const Passage& passage : passages.all) {
    line += !line.empty() ? " … " : passage.cut_before ? "…" : "";
    line += passage.text;
  }
  return passages.all.back().cut_after ? line + "…" : line;
}

std::string percent_encoded_path(const std::string& path) {
  if (printable(path) == path) return "";
  std::string out;
  for (char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= '0' && c <= '9') ||
        std::string_view("-._~/").find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    char escape[4];
    std::snprintf(escape, sizeof escape, "%%%02X",
                  static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += escape;
  }
  return out;
}

}  // namespace dateline
