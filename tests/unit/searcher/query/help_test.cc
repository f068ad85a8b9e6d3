#include "searcher/query/help.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "common/text/columns.h"
#include "tests/unit/searcher/query/rows.h"

namespace dateline {
namespace {

TEST(QueryHelp, EveryFormInItIsUnderstoodWithoutANote) {
  int forms = 0;
  for (const QueryHelpSection& section : query_help()) {
    for (const QueryHelpRow& row : section.rows) {
      std::string rest = std::string(row.forms) + "  ";
      for (std::size_t end; (end = rest.find("  ")) != std::string::npos;) {
        const std::string form = rest.substr(0, end);
        rest.erase(0, end + 2);
        const auto understood = parse_query_with_notes(form, kContext);
        ASSERT_TRUE(understood) << form << ": " << understood.problem().message;
        const bool has_a_note = !understood.value().notes.empty();
        EXPECT_EQ(has_a_note, form.find("SAME") != std::string::npos) << form;
        ++forms;
      }
    }
  }
  EXPECT_GT(forms, 60);
}

TEST(QueryHelp, FitsATerminal) {
  std::istringstream text(query_help_text());
  for (std::string line; std::getline(text, line);) EXPECT_LE(columns_of(line), 82u) << line;
}

}  // namespace
}  // namespace dateline
