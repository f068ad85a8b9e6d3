// --copies: an article and its near copies.
#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/output/near_copies_output.h"

namespace dateline {

ExitStatus near_copies(const Options& options, Searcher& searcher, Output& out) {
  const std::uint32_t id = options.copies_of;
  const auto copies = searcher.copies(id);
  if (!copies) {
    tell({"there is no article number " + std::to_string(id) + " in the index", "", {}}, "");
    return ExitStatus::Partial;
  }
  if (options.format == Format::Text) {
    out.write(text_of(*copies, id, options.diff, terminal_for(options)));
  } else if (is_table(options.format)) {
    out.write(table_of(options.format, *copies));
  } else {
    out.write(json_of(*copies, id, options.diff));
  }
  return copies->size() > 1 ? ExitStatus::Done : ExitStatus::Partial;
}

}  // namespace dateline
