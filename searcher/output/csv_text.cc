#include "searcher/output/csv_text.h"

#include <string_view>

#include "common/text/columns.h"

namespace dateline {

namespace {

/// A spreadsheet takes a cell that starts like this for a formula (OWASP, "CSV Injection").
bool is_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(const std::string& text) {
  std::string content = printable(text);
  if (is_formula(content)) content.insert(0, 1, '\'');
  if (content.find_first_of(",\"") == std::string::npos) return content;
  std::string quoted = "\"";
  for (char c : content) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

std::string csv_row(std::initializer_list<std::string> cells) {
  std::string line;
  for (const std::string& one : cells) {
    if (&one != cells.begin()) line += ',';
    line += one;
  }
  return line + "\r\n";
}

}  // namespace dateline
