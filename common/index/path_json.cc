#include "common/index/path_json.h"

#include <cstdint>
#include <vector>

namespace dateline {

using nlohmann::json;

json path_to_json(const std::string& path) {
  try {
    const json text = path;
    (void)text.dump();
    return text;
  } catch (const json::exception&) {
    return json(std::vector<std::uint8_t>(path.begin(), path.end()));
  }
}

std::string path_from_json(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  const auto bytes = value.get<std::vector<std::uint8_t>>();
  return std::string(bytes.begin(), bytes.end());
}

}  // namespace dateline
