#include "indexer/report/run_report.h"

namespace dateline {

void RunReport::add(const Skip& skip) {
  ++reasons[skip.reason];
  switch (info(skip.reason).fate) {
    case Fate::Skipped:
      ++skipped;
      break;
    case Fate::Duplicate:
      ++duplicate;
      break;
    case Fate::Failed:
      ++failed;
      break;
  }
}

void RunReport::add(const FileOutcome& outcome) {
  if (outcome.skip) {
    add(*outcome.skip);
    return;
  }
  ++indexed;
  bytes += outcome.bytes;
  if (outcome.file.replaces != 0) ++changed;
  if ((outcome.flags & ArticleFlags::kDateConflict) != 0) ++conflicts;
  if ((outcome.flags & ArticleFlags::kDateImpossible) != 0) ++impossible;
  if ((outcome.flags & ArticleFlags::kDateAmbiguous) != 0) ++ambiguous;
  if ((outcome.flags & ArticleFlags::kBytesRepaired) != 0) ++repaired;
  if ((outcome.flags & ArticleFlags::kNamesCut) != 0) ++names_cut;
  if (!outcome.date) {
    ++undated;
    return;
  }
  ++years[outcome.date->year];
  if (!first_date || *outcome.date < *first_date) first_date = outcome.date;
  if (!last_date || *last_date < *outcome.date) last_date = outcome.date;
}

}  // namespace dateline
