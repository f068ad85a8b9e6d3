#include "searcher/output/plain_output.h"

#include <cstdio>
#include <vector>

#include "common/text/columns.h"
#include "searcher/output/names.h"
#include "searcher/output/table_text.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string score_text(double score) {
  char text[64];
  std::snprintf(text, sizeof text, "%.4f", score);
  return text;
}

std::string count_row(const TableText& table, const std::string& name, std::uint64_t count) {
  return table.row({name, std::to_string(count)});
}

}  // namespace

std::string table_header(Format format) {
  return TableText(format).row({"rank", "id", "score", "date", "date_source", "flags", "headline",
                                "title", "author", "source", "section", "url", "path", "path_bytes",
                                "passage"});
}

std::string table_row(Format format, const Hit& hit, std::size_t rank,
                      const PassageSettings& settings) {
  const TableText table(format);
  const Article& article = hit.article;
  return table.row({std::to_string(rank), std::to_string(hit.id), score_text(hit.score),
                    article.date ? to_iso(*article.date) : "", name_of(article.date_source),
                    joined(flag_names(article.flags)), table.cell(headline_line(article)),
                    table.cell(article.title), table.cell(article.author), table.cell(hit.source),
                    table.cell(article.section), table.cell(article.url), table.cell(hit.path),
                    percent_encoded_path(hit.path),
                    table.cell(passage_line(passages_of(hit, settings)))});
}

std::string table_of(Format format, const FacetCounts& counts) {
  const TableText table(format);
  std::string out = table.row({"field", "name", "count"});
  for (const Facet& facet : counts.facets) {
    for (const Facet::Value& value : facet.values) {
      out += table.row({name_of(facet.field), table.cell(value.name), std::to_string(value.count)});
    }
  }
  return out;
}

std::string table_of(Format format, const IndexStats& stats) {
  const TableText table(format);
  std::string out = table.row({"name", "value"}) + table.row({"index", table.cell(stats.path)});
  out += count_row(table, "articles", stats.articles) + count_row(table, "deleted", stats.deleted);
  out += count_row(table, "segments", stats.segments) +
         count_row(table, "text_bytes", stats.text_bytes);
  out +=
      count_row(table, "index_bytes", stats.index_bytes) + count_row(table, "words", stats.words);
  out += count_row(table, "distinct_stems", stats.distinct_stems) +
         count_row(table, "undated", stats.undated);
  out += count_row(table, "date_conflicts", stats.date_conflicts);
  out += table.row({"first_date", stats.first_date ? to_iso(*stats.first_date) : ""});
  out += table.row({"last_date", stats.last_date ? to_iso(*stats.last_date) : ""});
  out += table.row({"language", table.cell(stats.language)}) +
         table.row({"updated", table.cell(stats.updated)});
  for (const std::string& root : stats.roots) out += table.row({"root", table.cell(root)});
  for (const TimelineBar& bar : stats.years) {
    out += count_row(table, "year " + period_name(bar.first, TimelineUnit::Year), bar.count);
  }
  for (const auto& one : stats.sources)
    out += count_row(table, table.cell("source " + one.source), one.articles);
  for (const auto& one : stats.languages) {
    out += count_row(table, table.cell("language " + one.code), one.articles);
  }
  return out;
}

std::string path_line(const std::string& path, char end, bool for_terminal) {
  return (for_terminal ? printable(path) : path) + end;
}

}  // namespace dateline
