#include "searcher/output/kwic_output.h"

#include <algorithm>

#include "common/text/columns.h"
#include "common/text/utf8.h"
#include "searcher/output/answer.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"
#include "searcher/output/names.h"
#include "searcher/output/numbers.h"
#include "searcher/output/table_text.h"

namespace dateline {

namespace {

constexpr std::size_t kDateColumns = 10;
constexpr std::size_t kSourceColumns = 14;
constexpr std::size_t kWideTerminal = 120;  ///< columns from which the source is shown too
constexpr std::size_t kLeastContext = 4;

/// The end of `text` that fits into `columns`.
std::string_view last_within(std::string_view text, std::size_t columns) {
  const std::size_t all = columns_of(text);
  if (all <= columns) return text;
  text.remove_prefix(bytes_within(text, all - columns));
  while (columns_of(text) > columns) text.remove_prefix(decode_utf8(text, 0).bytes);
  return text;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t taken = columns_of(text);
  return taken < columns ? text + std::string(columns - taken, ' ') : text;
}

JsonValue line_json(const KwicLine& line) {
  JsonValue json = {{"date", date_json(line.date)},
                    {"source", line.source},
                    {"id", line.id},
                    {"in", line.in_title ? "title" : "text"},
                    {"begin", line.begin},
                    {"end", line.end},
                    {"left", line.left},
                    {"hit", line.hit},
                    {"right", line.right}};
  add_path(line.path, json);
  return json;
}

std::string without_newline(std::string text) {
  text.pop_back();
  return text;
}

}  // namespace

KwicWriter::KwicWriter(Format format, const Terminal& terminal, std::uint32_t widest_id,
                       std::size_t context)
    : format_(format),
      terminal_(terminal),
      context_(context),
      id_columns_(std::to_string(widest_id).size() + 1) {
  if (terminal_.columns >= kWideTerminal) source_columns_ = kSourceColumns;
  const std::size_t source = source_columns_ > 0 ? source_columns_ + 2 : 0;
  const std::size_t taken = kDateColumns + 2 + id_columns_ + 2 + source;
  const std::size_t left =
      terminal_.columns > taken + 3 * kLeastContext ? terminal_.columns - taken : 3 * kLeastContext;
  left_columns_ = context > 0 ? context : left * 2 / 5;
  right_columns_ = left - left_columns_;
}

std::string KwicWriter::begin(const std::string& query, const Node& tree, KwicSort sort) {
  switch (format_) {
    case Format::Json: {
      std::string head = without_newline(dumped({{"schema", kSchema},
                                                 {"query", query},
                                                 {"understood", to_text(tree)},
                                                 {"sort", name_of(sort)}}));
      head.back() = ',';
      return head + "\"lines\":[";
    }
    case Format::Csv:
    case Format::Tsv:
      return TableText(format_).row({"date", "source", "id", "in", "begin", "end", "left", "hit",
                                     "right", "path", "path_bytes"});
    default:
      return "";
  }
}

std::string KwicWriter::line(const KwicLine& line) {
  const bool first = lines_++ == 0;
  switch (format_) {
    case Format::Json:
      return (first ? "" : ",") + without_newline(dumped(line_json(line)));
    case Format::Jsonl: {
      JsonValue json = {{"schema", kSchema}};
      json.update(line_json(line));
      return dumped(json);
    }
    case Format::Csv:
    case Format::Tsv: {
      const TableText table(format_);
      return table.row({line.date ? to_iso(*line.date) : "", table.cell(line.source),
                        std::to_string(line.id), line.in_title ? "title" : "text",
                        std::to_string(line.begin), std::to_string(line.end), table.cell(line.left),
                        table.cell(line.hit), table.cell(line.right), table.cell(line.path),
                        percent_encoded_path(line.path)});
    }
    default:
      return text_line(line);
  }
}

std::string KwicWriter::text_line(const KwicLine& line) const {
  std::string out =
      painted(padded(line.date ? to_iso(*line.date) : "undated", kDateColumns), Paint::Facts,
              terminal_) +
      "  " + painted(padded('#' + std::to_string(line.id), id_columns_), Paint::Quiet, terminal_) +
      "  ";
  if (source_columns_ > 0) {
    const std::string source =
        line.source.empty() ? "" : shorten(printable(line.source), source_columns_);
    out += padded(source, source_columns_) + "  ";
  }
  const std::string left(last_within(line.left, left_columns_));
  out += std::string(left_columns_ - columns_of(left), ' ') + printable(left);
  out += painted(printable(line.hit), Paint::Highlight, terminal_);
  const std::size_t hit_columns = columns_of(line.hit);
  std::size_t room = right_columns_ > hit_columns ? right_columns_ - hit_columns : 0;
  if (context_ > 0) room = context_;
  out += printable(line.right.substr(0, bytes_within(line.right, room)));
  return out + '\n';
}

std::string KwicWriter::end(std::uint64_t articles, bool more) {
  if (format_ == Format::Json) {
    std::string tail = dumped({{"occurrences", lines_}, {"articles", articles}, {"more", more}});
    tail.front() = ',';
    return ']' + tail;
  }
  if (format_ != Format::Text) return "";
  std::string text = counted(lines_, "occurrence") + " in " + counted(articles, "article");
  if (more) text = "the first " + text + "; --limit 0 prints all";
  return text + '\n';
}

}  // namespace dateline
