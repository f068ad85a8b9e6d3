#include "searcher/output/csv_text.h"

#include "searcher/output/table_text.h"

namespace dateline {

std::string csv_cell(const std::string& text) { return TableText(Format::Csv).cell(text); }

std::string csv_row(std::initializer_list<std::string> cells) {
  return TableText(Format::Csv).row(cells);
}

}  // namespace dateline
