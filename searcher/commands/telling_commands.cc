// Commands that need no index: how a query is understood, and what is said of the program itself.
#include <string_view>

#include "common/cli/generated.h"
#include "common/cli/help.h"
#include "common/text/columns.h"
#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/options/option_rows.h"
#include "searcher/query/help.h"

namespace dateline {

/// The tree as understood, and what may have been meant otherwise. A query can have control
/// characters too.
ExitStatus explain(const Options& options, Output& out) {
  const Result<ParsedQuery> parsed = read_query_with_notes(options);
  if (!parsed) {
    tell(parsed.problem(), options.query.value_or(""));
    return ExitStatus::Usage;
  }
  std::string text = to_indented_text(parsed.value().tree);
  for (const QueryNote& note : parsed.value().notes) {
    text += "note: column " + std::to_string(note.column) + ": " + note.text + '\n';
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    out.write(printable(std::string_view(text).substr(begin, end - begin)) + '\n');
    begin = end + 1;
  }
  return ExitStatus::Done;
}

ExitStatus help(const Options&, Output& out) {
  out.write(short_help(search_program()));
  return ExitStatus::Done;
}

ExitStatus all_help(const Options&, Output& out) {
  out.write(long_help(search_program()));
  return ExitStatus::Done;
}

ExitStatus query_help(const Options&, Output& out) {
  out.write(query_help_text());
  return ExitStatus::Done;
}

ExitStatus generate(const Options& options, Output& out) {
  const auto text = generated(search_program(), DATELINE_VERSION, options.generate);
  if (!text) {
    tell(text.problem(), "");
    return ExitStatus::Usage;
  }
  out.write(text.value());
  return ExitStatus::Done;
}

ExitStatus print_config(const Options& options, Output& out) {
  out.write(options.config);
  return ExitStatus::Done;
}

ExitStatus version(const Options&, Output& out) {
  out.write("dateline-search " DATELINE_VERSION "\n");
  return ExitStatus::Done;
}

}  // namespace dateline
