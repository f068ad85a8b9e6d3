// The forms that answers come in.
#pragma once

namespace dateline {

enum class Format { Text, Json, Jsonl, Csv, Paths };

}  // namespace dateline
