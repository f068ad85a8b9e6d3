#include "common/text/numbers.h"

#include <cstdio>

namespace dateline {

std::string with_decimals(double number, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, number);
  return text;
}

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t i = text.size(); i > 3;) {
    i -= 3;
    text.insert(i, ",");
  }
  return text;
}

std::string counted(std::uint64_t number, const std::string& singular) {
  return with_commas(number) + ' ' + singular + (number == 1 ? "" : "s");
}

std::string byte_size(std::uint64_t bytes) {
  if (bytes < 1000) return counted(bytes, "byte");
  static constexpr const char* kUnits[] = {"kB", "MB", "GB", "TB", "PB", "EB"};
  double size = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; size >= 999.95; size /= 1000) ++unit;
  return with_decimals(size, 1) + ' ' + kUnits[unit];
}

}  // namespace dateline
