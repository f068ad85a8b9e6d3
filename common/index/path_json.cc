#include "common/index/path_json.h"

#include <cstdint>
#include <vector>

#include "common/index/number_json.h"

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
  std::string path;
  for (const json& byte : value.get<std::vector<json>>()) {
    path += static_cast<char>(number_from_json<std::uint8_t>(byte, "a byte of a path"));
  }
  return path;
}

}  // namespace dateline
