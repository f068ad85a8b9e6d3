#include "searcher/output/json_text.h"

#include <cmath>
#include <cstdint>
#include <cstdio>

#include "common/text/columns.h"
#include "common/text/utf8.h"
#include "searcher/output/answer.h"
#include "searcher/output/names.h"

namespace dateline {

namespace {

/// As \uXXXX, or two of them beyond U+FFFF: the surrogates of UTF-16, as JSON has it.
void append_escaped(std::uint32_t code_point, std::string& out) {
  char escape[16];
  if (code_point <= 0xFFFF) {
    std::snprintf(escape, sizeof escape, "\\u%04x", code_point);
  } else {
    std::snprintf(escape, sizeof escape, "\\u%04x\\u%04x", 0xD7C0 + (code_point >> 10),
                  0xDC00 + (code_point & 0x3FF));
  }
  out += escape;
}

}  // namespace

std::string dumped(const JsonValue& json) {
  const std::string text = json.dump(-1, ' ', false, JsonValue::error_handler_t::replace);
  std::string out;
  out.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x7F) {
      out += text[i++];
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    if (is_unsafe(point.value)) {
      append_escaped(static_cast<std::uint32_t>(point.value), out);
    } else {
      out.append(text, i, point.bytes);
    }
    i += point.bytes;
  }
  return out += '\n';
}

double rounded(double number, double scale) { return std::round(number * scale) / scale; }

JsonValue date_json(const std::optional<Date>& date) {
  return date ? JsonValue(to_iso(*date)) : JsonValue(nullptr);
}

JsonValue bars_json(const std::vector<TimelineBar>& bars, TimelineUnit unit) {
  JsonValue json = JsonValue::array();
  for (const TimelineBar& bar : bars) {
    json.push_back({{"period", period_name(bar.first, unit)},
                    {"first", to_iso(bar.first)},
                    {"last", to_iso(last_day_of(bar.first, unit))},
                    {"count", bar.count}});
  }
  return json;
}

void add_path(const std::string& path, JsonValue& json) {
  json["path"] = printable(path);
  const std::string encoded = percent_encoded_path(path);
  if (!encoded.empty()) json["path_bytes"] = encoded;
}

JsonValue code_point_ranges(std::string_view text, const std::vector<TextRange>& ranges) {
  JsonValue json = JsonValue::array();
  std::size_t byte = 0;
  std::size_t count = 0;
  const auto advance = [&](std::size_t to) {
    for (; byte < to; ++byte) count += (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
    return count;
  };
  for (const TextRange& range : ranges) {
    const std::size_t begin = advance(range.begin);
    json.push_back({begin, advance(range.end)});
  }
  return json;
}

}  // namespace dateline
