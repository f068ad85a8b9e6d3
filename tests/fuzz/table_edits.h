// A side table of a segment with its bytes changed beneath the compression and checksums of zstd, which
// changes from outside would seldom get past.
#pragma once

#include <string>
#include <vector>

#include "common/index/packed.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

/// How the value of a key of a table is made up: "words/" of a number, 7 packed streams and nothing
/// behind them.
struct TableForm {
  std::string key;  ///< or what it begins with
  bool has_number = false;
  std::size_t streams = 0;
};

/// A value taken apart.
struct TableValue {
  std::string key;
  bool has_number = false;
  std::uint64_t number = 0;
  std::vector<std::string> streams;  ///< unpacked
  std::string tail;
};

/// The first form that fits a key counts.
std::vector<TableValue> taken_apart(const SideTable& table, const std::vector<TableForm>& forms);

/// The table put together again, with the changes that an input says: of five bytes each, at most 16.
SideTable edited(std::vector<TableValue> values, Pieces& edits);

}  // namespace dateline::fuzz
