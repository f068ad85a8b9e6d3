// Numbers out of JSON that anybody may have written. The library converts whatever number there is: 1e30 to an int, which
// is undefined, and -1 to 4294967295.
#pragma once

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

namespace dateline {

/// `value` as a whole number from 0 that Number can hold. Throws std::invalid_argument, with `name` and the value, if it
/// is none.
template <class Number, class Json>
Number number_from_json(const Json& value, const char* name) {
  if (!value.is_number_unsigned() ||
      value.template get<std::uint64_t>() > std::numeric_limits<Number>::max()) {
    throw std::invalid_argument(std::string(name) + " is not a number of its kind: " + value.dump());
  }
  return value.template get<Number>();
}

/// Sets `number` to that of `object` with this name. Throws nlohmann::json::exception if it has none.
template <class Json, class Number>
void get_number(const Json& object, const char* name, Number& number) {
  number = number_from_json<Number>(object.at(name), name);
}

}  // namespace dateline
