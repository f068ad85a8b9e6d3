// Hits written one after the other: every form but text and JSON, which are made of a whole page.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/output/format.h"
#include "searcher/output/trec_output.h"
#include "searcher/passages/passage.h"
#include "searcher/search.h"

namespace dateline {

struct HitForm {
  Format format = Format::Jsonl;
  PassageSettings passages;
  char path_end = '\n';
  bool for_terminal = false;
  TrecQuery trec = {};

  /// What stands before the first entry.
  std::string header() const;

  /// REQUIRES is_streamed(format).
  std::string entry(const Hit& hit, std::size_t rank) const;
};

}  // namespace dateline
