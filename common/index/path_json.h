// Paths in JSON. They may hold bytes that are not UTF-8, which JSON cannot: such a path is kept as
// an array of numbers.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace dateline {

nlohmann::json path_to_json(const std::string& path);

/// Throws nlohmann::json::exception if it is neither, std::invalid_argument if a number is no byte.
std::string path_from_json(const nlohmann::json& value);

}  // namespace dateline
