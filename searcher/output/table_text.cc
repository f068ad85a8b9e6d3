#include "searcher/output/table_text.h"

#include <string_view>

#include "common/text/columns.h"

namespace dateline {

namespace {

/// A spreadsheet takes a cell that starts like this for a formula (OWASP, "CSV Injection").
bool is_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string TableText::row(const std::vector<std::string>& cells) const {
  std::string line;
  for (const std::string& one : cells) {
    if (&one != &cells.front()) line += tabs_ ? '\t' : ',';
    line += one;
  }
  return line + (tabs_ ? "\n" : "\r\n");
}

std::string TableText::cell(const std::string& text) const {
  std::string content = printable(text);
  if (is_formula(content)) content.insert(0, 1, '\'');
  if (tabs_ || content.find_first_of(",\"") == std::string::npos) return content;
  std::string quoted = "\"";
  for (char c : content) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

}  // namespace dateline
