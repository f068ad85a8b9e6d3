// The forms that answers come in.
#pragma once

namespace dateline {

enum class Format {
  Text,
  Json,
  Jsonl,
  Csv,
  Paths,
  Names,   ///< of a list of names, these alone
  GraphMl  ///< of a network
};

}  // namespace dateline
