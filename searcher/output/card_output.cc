#include "searcher/output/card_output.h"

#include "common/text/columns.h"
#include "common/text/numbers.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"
#include "searcher/output/saved_output.h"

namespace dateline {

namespace {

constexpr std::size_t kLabelColumns = 12;

/// A label and a value; more lines of it stand below the first.
std::string fact(std::string label, const std::string& value) {
  label.resize(kLabelColumns, ' ');
  std::string out;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find('\n', begin), value.size());
    if (begin == end && begin > 0) break;
    out += label + printable(value.substr(begin, end - begin)) + '\n';
    label.assign(kLabelColumns, ' ');
    begin = end + 1;
  }
  return out;
}

std::string found_text(const SearchCard& card) {
  std::string text = counted(card.matches, "article") + " of " + with_commas(card.articles);
  if (card.first_date && card.last_date) {
    text += ", dated " + to_iso(*card.first_date) + " to " + to_iso(*card.last_date);
  }
  if (card.undated > 0) text += ", " + with_commas(card.undated) + " undated";
  return text;
}

}  // namespace

std::string text_of(const SearchCard& card) {
  std::string out = fact("query", card.query.empty() ? "(none)" : card.query);
  out += fact("understood", to_indented_text(card.tree));
  if (!card.options.empty()) out += fact("options", shell_line(card.options));
  out += fact("today", to_iso(card.today)) + fact("found", found_text(card));
  out += fact("index", card.index);
  out += fact("state", "generation " + std::to_string(card.generation) + ", format " +
                           std::to_string(card.format) + ", updated " + card.updated + ", " +
                           counted(card.articles, "article") + ", stems " + card.language);
  for (const std::string& root : card.roots) out += fact("folder", root);
  out += fact("searched", card.searched + " by " + card.program);
  return out + fact("repeat", shell_line(card.command));
}

std::string json_of(const SearchCard& card) {
  JsonValue index;
  add_path(card.index, index);
  index.update({{"generation", card.generation},
                {"format", card.format},
                {"updated", card.updated},
                {"articles", card.articles},
                {"language", card.language}});
  index["roots"] = JsonValue::array();
  for (const std::string& root : card.roots) {
    JsonValue folder;
    add_path(root, folder);
    index["roots"].push_back(std::move(folder));
  }
  JsonValue json = {{"schema", kSchema}, {"query", card.query}, {"understood", to_text(card.tree)}};
  json["options"] = card.options;
  json.update({{"today", to_iso(card.today)},
               {"total", {{"count", card.matches}, {"exact", true}}},
               {"undated", card.undated},
               {"first_date", date_json(card.first_date)},
               {"last_date", date_json(card.last_date)},
               {"index", std::move(index)},
               {"searched", card.searched},
               {"program", card.program}});
  json["repeat"] = card.command;
  return dumped(json);
}

}  // namespace dateline
