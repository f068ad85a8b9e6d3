#include "searcher/output/saved_output.h"

#include <string_view>

#include "common/text/columns.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"

namespace dateline {

namespace {

std::string shell_quoted(const std::string& argument) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=./,:+@%";
  if (!argument.empty() && argument.find_first_not_of(kPlain) == std::string::npos) {
    return argument;
  }
  std::string out = "'";
  for (const char c : argument) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + '\'';
}

}  // namespace

std::string shell_line(const std::vector<std::string>& arguments) {
  std::string line;
  for (const std::string& argument : arguments) {
    line += (line.empty() ? "" : " ") + shell_quoted(argument);
  }
  return line;
}

std::string text_of(const std::vector<SavedSearch>& searches) {
  std::string out;
  for (const SavedSearch& search : searches) {
    const std::string run = search.last_run.empty() ? "not run yet" : "last run " + search.last_run;
    out += printable(search.name) + "  (" + run + ")\n  " + printable(search.index) + "\n  " +
           printable(shell_line(search.arguments)) + '\n';
  }
  return out;
}

std::string json_of(const std::vector<SavedSearch>& searches) {
  JsonValue list = JsonValue::array();
  for (const SavedSearch& search : searches) {
    JsonValue json = {{"name", search.name}, {"index", search.index}};
    json["arguments"] = search.arguments;
    json["saved"] = search.saved;
    json["last_run"] = search.last_run.empty() ? JsonValue(nullptr) : JsonValue(search.last_run);
    list.push_back(std::move(json));
  }
  return dumped({{"schema", kSchema}, {"searches", std::move(list)}});
}

}  // namespace dateline
