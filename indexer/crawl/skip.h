// Why a file found by the crawl is not indexed: one list of reasons for the crawl, the loading and
// the decoding of files, so that a run's report can count each. Plain data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace dateline {

enum class SkipReason : std::uint8_t {
  Hidden,
  Excluded,
  IndexFolder,
  NotRegular,
  TooLarge,
  Empty,
  Binary,
  Duplicate,
  Missing,
  BrokenLink,
  Unreadable,
};

/// Under which heading of the run's report a reason is counted.
enum class Fate : std::uint8_t { Skipped, Duplicate, Failed };

struct SkipReasonInfo {
  SkipReason reason;
  Fate fate;
  std::string_view name;  ///< for reports: "not a regular file"
};

/// In the order of the enum.
inline constexpr SkipReasonInfo kSkipReasons[] = {
    {SkipReason::Hidden, Fate::Skipped, "hidden"},
    {SkipReason::Excluded, Fate::Skipped, "excluded"},
    {SkipReason::IndexFolder, Fate::Skipped, "in the index folder"},
    {SkipReason::NotRegular, Fate::Skipped, "not a regular file"},
    {SkipReason::TooLarge, Fate::Skipped, "too large"},
    {SkipReason::Empty, Fate::Skipped, "empty"},
    {SkipReason::Binary, Fate::Skipped, "binary"},
    {SkipReason::Duplicate, Fate::Duplicate, "duplicate"},
    {SkipReason::Missing, Fate::Failed, "missing"},
    {SkipReason::BrokenLink, Fate::Failed, "broken link"},
    {SkipReason::Unreadable, Fate::Failed, "unreadable"},
};

constexpr const SkipReasonInfo& info(SkipReason reason) {
  return kSkipReasons[static_cast<std::size_t>(reason)];
}

/// One file's reason, with what is particular to it ("starts like a PDF file"; may be empty).
struct Skip {
  SkipReason reason = SkipReason::Unreadable;
  std::string detail;
};

/// What was wanted, or why the file is not indexed.
template <class T>
using OrSkip = std::variant<T, Skip>;

/// "binary (starts like a PDF file)"
inline std::string describe(const Skip& skip) {
  std::string text(info(skip.reason).name);
  if (!skip.detail.empty()) text += " (" + skip.detail + ")";
  return text;
}

}  // namespace dateline
