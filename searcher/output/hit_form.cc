#include "searcher/output/hit_form.h"

#include "searcher/output/citations.h"
#include "searcher/output/json_output.h"
#include "searcher/output/plain_output.h"

namespace dateline {

std::string HitForm::header() const { return is_table(format) ? table_header(format) : ""; }

std::string HitForm::entry(const Hit& hit, std::size_t rank) const {
  switch (format) {
    case Format::Jsonl:
      return jsonl_line(hit, rank, passages);
    case Format::Csv:
    case Format::Tsv:
      return table_row(format, hit, rank, passages);
    case Format::Ris:
      return ris_entry(hit);
    case Format::Bibtex:
      return bibtex_entry(hit);
    case Format::Paths:
      return path_line(hit.path, path_end, for_terminal);
    case Format::Trec:
      return trec.line(hit, rank);
    case Format::Text:
    case Format::Json:
    case Format::Names:
    case Format::GraphMl:
      break;
  }
  return "";
}

}  // namespace dateline
