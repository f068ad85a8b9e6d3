#include "scripts/corpus/publication_calendar.h"

#include <algorithm>
#include <array>

#include "scripts/corpus/random.h"

namespace dateline {

PublicationCalendar::PublicationCalendar(int first_year, int last_year)
    : first_day_(day_number({first_year, 1, 1})) {
  static constexpr std::array<std::uint64_t, 7> kFromSunday = {4, 10, 10, 10, 10, 10, 5};
  const std::int32_t last_day = day_number({last_year, 12, 31});
  std::uint64_t sum = 0;
  for (std::int32_t day = first_day_; day <= last_day; ++day) {
    const auto years = static_cast<std::uint64_t>(date_from_day_number(day).year - first_year);
    const std::int32_t since_sunday = ((day + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    const bool busy = Random(static_cast<std::uint64_t>((day - since_sunday) / 7)).once_in(10);
    sum += (20 + std::min<std::uint64_t>(years, 20)) *
           kFromSunday[static_cast<std::size_t>(since_sunday)] * (busy ? 3 : 2);
    weight_until_.push_back(sum);
  }
}

Date PublicationCalendar::day_of(std::uint32_t number, std::uint32_t count) const {
  // A point in the middle of the article's share of the weight. 32 bits times the weight of a
  // thousand years fits 64 bits.
  const std::uint64_t point =
      (2 * std::uint64_t{number} + 1) * weight_until_.back() / (2 * std::uint64_t{count});
  const auto day = std::upper_bound(weight_until_.begin(), weight_until_.end(), point);
  return date_from_day_number(first_day_ + static_cast<std::int32_t>(day - weight_until_.begin()));
}

}  // namespace dateline
