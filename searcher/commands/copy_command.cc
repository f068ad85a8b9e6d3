// --copy-to: the files of all matches.
#include <array>
#include <cstdint>
#include <string>

#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/originals/original_copier.h"
#include "searcher/output/copy_output.h"

namespace dateline {

ExitStatus copy_originals(Asked& asked, Output& out) {
  const Options& options = asked.options;
  const Snapshot& snapshot = asked.searcher.snapshot();
  OriginalCopier copier(options.copy_to, snapshot.manifest().roots);
  SearchRequest request = request_of(options);
  request.query = asked.tree;
  request.occurrences = false;
  CopyCounts counts;
  asked.searcher.each(request, [&](const Hit& hit) {
    const auto document = snapshot.find(hit.id);
    if (!document) return true;
    const CopyOutcome outcome = copier.copy(snapshot.file(*document));
    counts.add(outcome);
    const std::string said = said_of(outcome);
    if (!said.empty()) tell({hit.path + ": " + said, "", {}}, "");
    return true;
  });
  if (counts.all() == 0 && options.format == Format::Text) {
    tell_no_match(asked);
  } else {
    out.write(options.format == Format::Text ? text_of(counts) : json_of(counts));
  }
  return counts.all() > 0 && counts.all() == counts.good() ? ExitStatus::Done : ExitStatus::Partial;
}

}  // namespace dateline
