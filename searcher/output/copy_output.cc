#include "searcher/output/copy_output.h"

#include "common/text/numbers.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"

namespace dateline {

void CopyCounts::add(const CopyOutcome& outcome) {
  switch (outcome.kind) {
    case CopyOutcome::Kind::Copied:
      ++copied;
      break;
    case CopyOutcome::Kind::AlreadyThere:
      ++already_there;
      break;
    case CopyOutcome::Kind::Changed:
      ++changed;
      break;
    case CopyOutcome::Kind::Vanished:
      ++vanished;
      break;
    case CopyOutcome::Kind::Clash:
      ++clashes;
      break;
    case CopyOutcome::Kind::Failed:
      ++failed;
      break;
  }
}

std::string said_of(const CopyOutcome& outcome) {
  switch (outcome.kind) {
    case CopyOutcome::Kind::Copied:
    case CopyOutcome::Kind::AlreadyThere:
      return "";
    case CopyOutcome::Kind::Changed:
      return "it has changed since it was indexed; copied as it is now";
    case CopyOutcome::Kind::Vanished:
      return "it is gone";
    case CopyOutcome::Kind::Clash:
      return "not copied: something else is in its place";
    case CopyOutcome::Kind::Failed:
      return outcome.reason;
  }
  return "";
}

std::string text_of(const CopyCounts& counts) {
  std::string out = counted(counts.copied + counts.changed, "file") + " copied";
  const auto add = [&](std::uint64_t number, const char* what) {
    if (number > 0) out += ", " + with_commas(number) + what;
  };
  add(counts.changed, " of them changed since they were indexed");
  add(counts.already_there, " already there");
  add(counts.vanished, " gone");
  add(counts.clashes, " not copied: something else is in their place");
  add(counts.failed, " failed");
  return out + '\n';
}

std::string json_of(const CopyCounts& counts) {
  return dumped({{"schema", kSchema},
                 {"copied", counts.copied},
                 {"changed", counts.changed},
                 {"already_there", counts.already_there},
                 {"vanished", counts.vanished},
                 {"clashes", counts.clashes},
                 {"failed", counts.failed}});
}

}  // namespace dateline
