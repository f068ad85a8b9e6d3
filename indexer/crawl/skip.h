// Why a file found by the crawl is not indexed: one list of reasons for the crawl, the loading and
// the decoding of files, so that a run's report can count each. Plain data.
#pragma once

#include <cstddef>
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
  std::string_view name;    ///< for reports: "not a regular file"
  std::string_view stage;   ///< where it showed: "crawl", "load" or "decode"
  std::string_view advice;  ///< what the user may do about it
};

/// In the order of the enum.
inline constexpr SkipReasonInfo kSkipReasons[] = {
    {SkipReason::Hidden, Fate::Skipped, "hidden", "crawl", "take it with --hidden"},
    {SkipReason::Excluded, Fate::Skipped, "excluded", "crawl",
     "change --include or --exclude if it was meant to be in"},
    {SkipReason::IndexFolder, Fate::Skipped, "in the index folder", "crawl",
     "keep the index outside the folders that are indexed"},
    {SkipReason::NotRegular, Fate::Skipped, "not a regular file", "crawl",
     "sockets, pipes and devices are never read"},
    {SkipReason::TooLarge, Fate::Skipped, "too large", "load",
     "raise --max-article-size, or split it into articles"},
    {SkipReason::Empty, Fate::Skipped, "empty", "decode", "see whether its writer failed"},
    {SkipReason::Binary, Fate::Skipped, "binary", "decode",
     "convert it to text, or leave it out with --exclude"},
    {SkipReason::Duplicate, Fate::Duplicate, "duplicate", "crawl",
     "it is indexed under its other name"},
    {SkipReason::Missing, Fate::Failed, "missing", "load",
     "it went while the run was at work, or the list names it wrongly"},
    {SkipReason::BrokenLink, Fate::Failed, "broken link", "crawl",
     "mend or remove the link"},
    {SkipReason::Unreadable, Fate::Failed, "unreadable", "load",
     "give the user that indexes the right to read it; see to the disk if it is an I/O error; then "
     "run with --retry-failed"},
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

/// "skipped", "duplicate", "failed"
constexpr std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::Skipped:
      return "skipped";
    case Fate::Duplicate:
      return "duplicate";
    case Fate::Failed:
      return "failed";
  }
  return "";
}

/// "binary (starts like a PDF file)"
inline std::string describe(const Skip& skip) {
  std::string text(info(skip.reason).name);
  if (!skip.detail.empty()) text += " (" + skip.detail + ")";
  return text;
}

}  // namespace dateline
