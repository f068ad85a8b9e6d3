#include "searcher/output/near_copies_output.h"

#include <algorithm>
#include <cstdio>

#include "common/text/columns.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"
#include "searcher/output/numbers.h"
#include "searcher/output/table_text.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

constexpr std::size_t kSimilarityColumns = 6;  // "100 % "

/// "97 %", never 100 for what is not the same in all its runs of words.
std::string percent(double similarity) {
  const int whole = similarity >= 1 ? 100 : std::min(99, static_cast<int>(similarity * 100 + 0.5));
  return std::to_string(whole) + " %";
}

std::string padded_left(const std::string& text, std::size_t columns) {
  return text.size() < columns ? std::string(columns - text.size(), ' ') + text : text;
}

std::string line_of(const ArticleCopy& copy, bool is_asked, std::size_t id_columns,
                    const Terminal& terminal) {
  std::string facts = copy.article.date ? to_iso(*copy.article.date) : "undated   ";
  facts += "  " + padded_left('#' + std::to_string(copy.id), id_columns + 1) + "  ";
  std::string text = padded_left(is_asked ? "asked" : percent(copy.similarity),
                                 kSimilarityColumns - 1) + "  ";
  if (!copy.source.empty()) text += printable(copy.source) + ": ";
  const std::size_t taken = std::min(facts.size() + kSimilarityColumns + 1, terminal.columns / 2);
  const std::string headline = shorten(headline_line(copy.article), terminal.columns - taken);
  return painted(facts, Paint::Facts, terminal) + text +
         painted(printable(headline), Paint::Headline, terminal) + '\n';
}

}  // namespace

std::string text_of(const std::vector<ArticleCopy>& copies, std::uint32_t id,
                    const Terminal& terminal) {
  std::uint32_t largest = id;
  for (const ArticleCopy& copy : copies) largest = std::max(largest, copy.id);
  const std::size_t id_columns = std::to_string(largest).size();
  const std::size_t others = copies.size() - 1;
  std::string out = others == 0   ? "no near copies"
                    : others == 1 ? "1 near copy"
                                  : with_commas(others) + " near copies";
  out += " of #" + std::to_string(id) + '\n';
  for (const ArticleCopy& copy : copies) out += line_of(copy, copy.id == id, id_columns, terminal);
  return out;
}

std::string json_of(const std::vector<ArticleCopy>& copies, std::uint32_t id) {
  JsonValue json = {{"schema", kSchema}, {"id", id}, {"count", copies.size() - 1}};
  json["articles"] = JsonValue::array();
  for (const ArticleCopy& copy : copies) {
    JsonValue one = {{"id", copy.id},
                     {"date", date_json(copy.article.date)},
                     {"source", copy.source},
                     {"similarity", rounded(copy.similarity, 10000)},
                     {"headline", headline_line(copy.article)}};
    add_path(copy.path, one);
    json["articles"].push_back(std::move(one));
  }
  return dumped(json);
}

std::string table_of(Format format, const std::vector<ArticleCopy>& copies) {
  const TableText table(format);
  std::string out = table.row({"id", "date", "source", "similarity", "headline", "path"});
  for (const ArticleCopy& copy : copies) {
    char similarity[32];
    std::snprintf(similarity, sizeof similarity, "%.4f", copy.similarity);
    out += table.row({std::to_string(copy.id), copy.article.date ? to_iso(*copy.article.date) : "",
                      table.cell(copy.source), similarity,
                      table.cell(headline_line(copy.article)), table.cell(copy.path)});
  }
  return out;
}

}  // namespace dateline
