#include "searcher/output/alert_output.h"

#include "common/text/columns.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"
#include "searcher/output/text_hits.h"

namespace dateline {

std::string alert_text(const SavedSearch& search, const Answer& answer, const Terminal& terminal) {
  const std::string heading =
      "== " + printable(search.name) + ": new in " + printable(search.index) + '\n';
  return painted(heading, Paint::Headline, terminal) + text_of(answer, terminal) + '\n';
}

std::string alert_json(const SavedSearch& search, const Answer& answer) {
  std::string head = dumped({{"saved", search.name}, {"index", search.index}});
  head.resize(head.size() - 2);  // "}\n"
  return head + ',' + json_of(answer).substr(1);
}

}  // namespace dateline
