// A concordance, line by line, in any form. Text is aligned on the hit. Holds one line at a time.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/output/format.h"
#include "searcher/output/terminal.h"
#include "searcher/passages/kwic.h"
#include "searcher/query/tree.h"

namespace dateline {

/// What is written before, for and behind the lines. Calls go begin(), line()..., end().
class KwicWriter {
 public:
  /// `widest_id`: the largest article number there can be. `context`: columns left and right of a
  /// hit in text; 0: as many as the terminal leaves.
  KwicWriter(Format format, const Terminal& terminal, std::uint32_t widest_id, std::size_t context);

  std::string begin(const std::string& query, const Node& tree, KwicSort sort);
  std::string line(const KwicLine& line);

  /// `more`: lines were left out behind a limit.
  std::string end(std::uint64_t articles, bool more);

 private:
  std::string text_line(const KwicLine& line) const;

  Format format_;
  Terminal terminal_;
  std::size_t context_;
  std::size_t id_columns_;
  std::size_t source_columns_ = 0;
  std::size_t left_columns_;
  std::size_t right_columns_;  ///< of the hit and what follows it
  std::uint64_t lines_ = 0;
};

}  // namespace dateline
