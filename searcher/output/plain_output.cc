#include "searcher/output/plain_output.h"

#include <cstdio>

#include "common/text/columns.h"
#include "searcher/output/csv_text.h"
#include "searcher/output/names.h"
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

std::string passage_text(const Hit& hit) {
  const Passage passage = passage_of(hit);
  return (passage.cut_before ? "…" : "") + passage.text + (passage.cut_after ? "…" : "");
}

std::string hit_row(const Hit& hit, std::size_t rank) {
  const Article& article = hit.article;
  return csv_row({std::to_string(rank), std::to_string(hit.id), score_text(hit.score),
                  article.date ? to_iso(*article.date) : "", name_of(article.date_source),
                  joined(flag_names(article.flags)), csv_cell(headline_line(article)),
                  csv_cell(article.title), csv_cell(article.author), csv_cell(hit.source),
                  csv_cell(article.section), csv_cell(article.url), csv_cell(hit.path),
                  percent_encoded_path(hit.path), csv_cell(passage_text(hit))});
}

std::string count_row(const std::string& name, std::uint64_t count) {
  return csv_row({name, std::to_string(count)});
}

}  // namespace

std::string csv_of(const Answer& answer) {
  std::string out =
      "rank,id,score,date,date_source,flags,headline,title,author,source,section,url,path,"
      "path_bytes,passage\r\n";
  std::size_t rank = answer.request.offset;
  for (const Hit& hit : answer.results.hits) out += hit_row(hit, ++rank);
  return out;
}

std::string csv_of(const Timeline& timeline) {
  std::string out = "period,first,last,count\r\n";
  for (const TimelineBar& bar : timeline.bars) {
    out += csv_row({period_name(bar.first, timeline.unit), to_iso(bar.first),
                    to_iso(last_day_of(bar.first, timeline.unit)), std::to_string(bar.count)});
  }
  return out + csv_row({"undated", "", "", std::to_string(timeline.undated)});
}

std::string csv_of(const FacetCounts& counts) {
  std::string out = "field,name,count\r\n";
  for (const Facet& facet : counts.facets) {
    for (const Facet::Value& value : facet.values) {
      out += csv_row({name_of(facet.field), csv_cell(value.name), std::to_string(value.count)});
    }
  }
  return out;
}

std::string csv_of(const IndexStats& stats) {
  std::string out = "name,value\r\n" + csv_row({"index", csv_cell(stats.path)});
  out += count_row("articles", stats.articles) + count_row("deleted", stats.deleted);
  out += count_row("segments", stats.segments) + count_row("text_bytes", stats.text_bytes);
  out += count_row("index_bytes", stats.index_bytes) + count_row("words", stats.words);
  out += count_row("distinct_stems", stats.distinct_stems) + count_row("undated", stats.undated);
  out += count_row("date_conflicts", stats.date_conflicts);
  out += csv_row({"first_date", stats.first_date ? to_iso(*stats.first_date) : ""});
  out += csv_row({"last_date", stats.last_date ? to_iso(*stats.last_date) : ""});
  out += csv_row({"language", csv_cell(stats.language)}) +
         csv_row({"updated", csv_cell(stats.updated)});
  for (const std::string& root : stats.roots) out += csv_row({"root", csv_cell(root)});
  for (const TimelineBar& bar : stats.years) {
    out += count_row("year " + period_name(bar.first, TimelineUnit::Year), bar.count);
  }
  for (const auto& one : stats.sources)
    out += count_row(csv_cell("source " + one.source), one.articles);
  return out;
}

std::string paths_of(const SearchResults& results, char end, bool for_terminal) {
  std::string out;
  for (const Hit& hit : results.hits) {
    out += for_terminal ? printable(hit.path) : hit.path;
    out += end;
  }
  return out;
}

}  // namespace dateline
