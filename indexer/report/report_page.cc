#include "indexer/report/report_page.h"

#include <algorithm>
#include <cstddef>

#include "common/date.h"
#include "common/text/columns.h"
#include "common/text/numbers.h"
#include "common/version.h"
#include "indexer/report/summary.h"

namespace dateline {

namespace {

constexpr std::size_t kColumns = 80;

std::string order_of_dates(const IndexSettings& settings) {
  const std::string order = date_order_name(settings.date_order);
  return order.empty() ? "" : ", dates " + order;
}

std::string heading(const RunRecord& record) {
  std::string text = "Run " + std::to_string(record.run) + " of dateline-index " + kVersion + ": " +
                     name_of(record.end);
  if (!record.why.empty()) text += ", " + printable(record.why);
  text += "\nfrom " + utc_text(record.started) + " to " + utc_text(record.ended) + "\n\n";
  text += "index    " + printable(record.index) + '\n';
  for (const std::string& root : record.roots) text += "folder   " + printable(root) + '\n';
  text += "settings " + record.settings.language + " stems, entities " +
          (record.settings.entities ? "on" : "off") + order_of_dates(record.settings) +
          ", files up to " + byte_size(record.settings.largest_article_bytes) + ", workers " +
          std::to_string(record.workers) + '\n';
  return text + "memory   " + byte_size(record.peak_memory_bytes) + " at most, bound " +
         byte_size(record.memory_bound_bytes) + "\n\n";
}

std::string section(const LedgerSample::Kind& kind) {
  std::string text =
      '\n' + kind.fate + ", " + kind.why + ": " + with_commas(kind.count) + '\n';
  if (!kind.advice.empty()) text += "  (" + kind.advice + ")\n";
  for (const LedgerEntry& entry : kind.first) {
    text += "  " + printable(entry.path);
    if (!entry.detail.empty()) text += ": " + printable(entry.detail);
    text += '\n';
  }
  if (kind.count > kind.first.size()) {
    text += "  and " + with_commas(kind.count - kind.first.size()) +
            " more, in the .files.jsonl of this run\n";
  }
  return text;
}

/// Failures first, then what was skipped, then duplicates, then articles with something odd.
int rank_of(const LedgerSample::Kind& kind) {
  static const char* const kOrder[] = {"failed", "skipped", "duplicate", "indexed"};
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), kind.fate) -
                          std::begin(kOrder));
}

}  // namespace

std::string page_of(const RunRecord& record, const LedgerSample& sample) {
  std::string text = heading(record) + summary(record.report, kColumns);
  std::vector<LedgerSample::Kind> kinds = sample.kinds;
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto& a, const auto& b) { return rank_of(a) < rank_of(b); });
  for (const LedgerSample::Kind& kind : kinds) text += section(kind);
  return text;
}

}  // namespace dateline
