#include "searcher/output/near_copies_output.h"

#include <algorithm>
#include <cstdio>

#include "common/text/columns.h"
#include "searcher/copies/text_diff.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"
#include "searcher/output/numbers.h"
#include "searcher/output/table_text.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

constexpr std::size_t kSimilarityColumns = 6;  // "100 % "
constexpr std::size_t kContextWords = 6;       // around a change
constexpr std::size_t kDiffIndent = 4;
constexpr std::size_t kWidestDiff = 100;

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

/// REQUIRES one of them to have that number.
const ArticleCopy& article_of(const std::vector<ArticleCopy>& copies, std::uint32_t id) {
  return *std::find_if(copies.begin(), copies.end(),
                       [id](const ArticleCopy& copy) { return copy.id == id; });
}

/// The first and last words of what is the same, as far as there is a change before or behind it.
std::string context(const std::string& same, bool is_first, bool is_last) {
  std::vector<std::size_t> ends;  // of words
  for (std::size_t at = 0; at <= same.size(); ++at) {
    if (at == same.size() || same[at] == ' ') ends.push_back(at);
  }
  const std::size_t before = is_first ? 0 : kContextWords;
  const std::size_t behind = is_last ? 0 : kContextWords;
  if (ends.size() <= before + behind) return same;
  std::string out = before > 0 ? same.substr(0, ends[before - 1]) + " …" : "…";
  if (behind > 0) out += same.substr(ends[ends.size() - behind - 1]);
  return out;
}

/// What differs, with what stands around it, in lines; empty: nothing does.
std::string diff_lines(const std::vector<DiffPiece>& pieces, const Terminal& terminal) {
  std::string text;
  std::vector<PaintedRange> ranges;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& [kind, words] = pieces[i];
    if (!text.empty()) text += ' ';
    if (kind == DiffPiece::Kind::Same) {
      text += context(words, i == 0, i + 1 == pieces.size());
      continue;
    }
    const bool is_added = kind == DiffPiece::Kind::Added;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += terminal.color ? words : is_added ? "{+" + words + "+}" : "[-" + words + "-]";
    ranges.push_back({{begin, static_cast<std::uint32_t>(text.size())},
                      is_added ? Paint::Added : Paint::Removed});
  }
  if (ranges.empty()) return "";
  std::string out;
  const std::size_t columns = std::min(terminal.columns, kWidestDiff) - kDiffIndent;
  for (const std::string_view line : wrap(text, columns)) {
    const auto at = static_cast<std::uint32_t>(line.data() - text.data());
    out += std::string(kDiffIndent, ' ') +
           highlighted(text, {at, at + static_cast<std::uint32_t>(line.size())}, ranges, terminal) + '\n';
  }
  return out;
}

std::string diff_text(const ArticleCopy& asked, const ArticleCopy& copy, const Terminal& terminal) {
  const std::string lines =
      diff_lines(word_diff(asked.article.title, copy.article.title), terminal) +
      diff_lines(word_diff(asked.article.text, copy.article.text), terminal);
  return lines.empty() ? std::string(kDiffIndent, ' ') + "the same title and text\n" : lines;
}

JsonValue diff_json(const std::vector<DiffPiece>& pieces) {
  JsonValue json = JsonValue::array();
  for (const DiffPiece& piece : pieces) {
    const char* kind = piece.kind == DiffPiece::Kind::Same      ? "same"
                       : piece.kind == DiffPiece::Kind::Removed ? "removed"
                                                                : "added";
    json.push_back({{"kind", kind}, {"text", piece.text}});
  }
  return json;
}

}  // namespace

std::string text_of(const std::vector<ArticleCopy>& copies, std::uint32_t id, bool with_diff,
                    const Terminal& terminal) {
  std::uint32_t largest = id;
  for (const ArticleCopy& copy : copies) largest = std::max(largest, copy.id);
  const std::size_t id_columns = std::to_string(largest).size();
  const std::size_t others = copies.size() - 1;
  std::string out = others == 0   ? "no near copies"
                    : others == 1 ? "1 near copy"
                                  : with_commas(others) + " near copies";
  out += " of #" + std::to_string(id) + '\n';
  const ArticleCopy& asked = article_of(copies, id);
  for (const ArticleCopy& copy : copies) {
    out += line_of(copy, copy.id == id, id_columns, terminal);
    if (with_diff && copy.id != id) out += diff_text(asked, copy, terminal);
  }
  return out;
}

std::string json_of(const std::vector<ArticleCopy>& copies, std::uint32_t id, bool with_diff) {
  const ArticleCopy& asked = article_of(copies, id);
  JsonValue json = {{"schema", kSchema}, {"id", id}, {"count", copies.size() - 1}};
  json["articles"] = JsonValue::array();
  for (const ArticleCopy& copy : copies) {
    JsonValue one = {{"id", copy.id},
                     {"date", date_json(copy.article.date)},
                     {"source", copy.source},
                     {"similarity", rounded(copy.similarity, 10000)},
                     {"headline", headline_line(copy.article)}};
    add_path(copy.path, one);
    if (with_diff) {
      one["title_diff"] = diff_json(word_diff(asked.article.title, copy.article.title));
      one["diff"] = diff_json(word_diff(asked.article.text, copy.article.text));
    }
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
