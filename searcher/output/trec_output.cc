#include "searcher/output/trec_output.h"

#include <cstdio>

namespace dateline {

std::string trec_line(const std::string& query, const std::string& document, std::size_t rank,
                      double score, const std::string& run) {
  std::string out = query + " Q0 ";
  for (const char c : document) {
    const auto byte = static_cast<unsigned char>(c);
    char escape[4] = {c, '\0'};
    if (byte <= ' ' || byte == 0x7F) std::snprintf(escape, sizeof escape, "%%%02X", unsigned{byte});
    out += escape;
  }
  char number[64];
  std::snprintf(number, sizeof number, "%.9f", score);
  return out + ' ' + std::to_string(rank) + ' ' + number + ' ' + run + '\n';
}

std::string TrecQuery::line(const Hit& hit, std::size_t rank) const {
  std::string document = hit.path;
  if (roots.size() == 1 && document.rfind(roots[0] + '/', 0) == 0) {
    document.erase(0, roots[0].size() + 1);
  }
  const double score = hit.score > 0 ? hit.score : 1.0 / static_cast<double>(rank);
  return trec_line(id, document, rank, score, run);
}

}  // namespace dateline
