#include "indexer/report/summary.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "common/text/numbers.h"

namespace dateline {

namespace {

constexpr std::size_t kMostYears = 30;  ///< lines of the chart; more years are joined

std::string line(const std::string& name, const std::string& value, const std::string& rest = "") {
  constexpr std::size_t kNameWidth = 11;
  constexpr std::size_t kValueWidth = 11;
  std::string text = name;
  text.resize(std::max(kNameWidth, text.size() + 1), ' ');
  if (value.size() < kValueWidth) text.append(kValueWidth - value.size(), ' ');
  text += value;
  if (!rest.empty()) text += "  " + rest;
  return text + '\n';
}

std::string count_line(const std::string& name, std::uint64_t count, const std::string& rest = "") {
  return line(name, with_commas(count), rest);
}

/// "3 empty, 1 binary"
std::string reasons(const RunReport& report, Fate fate) {
  std::string text;
  for (const auto& [reason, count] : report.reasons) {
    if (info(reason).fate != fate) continue;
    if (!text.empty()) text += ", ";
    text += with_commas(count) + ' ' + std::string(info(reason).name);
  }
  return text;
}

std::string dates(const RunReport& report) {
  if (report.indexed == 0) return "";
  std::string text = "\n";
  if (report.first_date) {
    text += line("dates", to_iso(*report.first_date), "to " + to_iso(*report.last_date));
  }
  const auto add = [&](const char* name, std::uint64_t count, const char* rest) {
    if (count != 0) text += count_line(name, count, rest);
  };
  add("no date", report.undated, "find them with date:none");
  add("conflict", report.conflicts,
      "header, file name, folder or dateline disagree: date:conflict");
  add("impossible", report.impossible, "a date was written that is not a day: see the log");
  add("ambiguous", report.ambiguous, "say what 07/01/2022 means with --date-order");
  add("repaired", report.repaired, "had bytes that are not UTF-8");
  add("names cut", report.names_cut, "had more names than an article keeps");
  return text;
}

struct Bar {
  std::string label;
  std::uint64_t count;
};

/// A bar a year, or a bar for 5, 10, 50, ... years where there would be too many.
std::vector<Bar> bars_of(const RunReport& report) {
  const int first = report.years.begin()->first;
  const int last = report.years.rbegin()->first;
  int step = 1;
  for (int factor = 5; static_cast<std::size_t>((last - first) / step) + 1 > kMostYears;
       factor = factor == 5 ? 2 : 5) {
    step *= factor;
  }
  std::vector<Bar> bars;
  for (int year = first - first % step; year <= last; year += step) {
    Bar bar{std::to_string(year), 0};
    if (step > 1) bar.label += '-' + std::to_string(year + step - 1);
    for (auto at = report.years.lower_bound(year);
         at != report.years.end() && at->first < year + step; ++at) {
      bar.count += at->second;
    }
    bars.push_back(bar);
  }
  return bars;
}

std::string chart(const RunReport& report, std::size_t columns) {
  if (report.years.empty()) return "";
  const std::vector<Bar> bars = bars_of(report);
  std::uint64_t most = 1;
  std::size_t label_width = 0;
  for (const Bar& bar : bars) {
    most = std::max(most, bar.count);
    label_width = std::max(label_width, bar.label.size());
  }
  const std::size_t count_width = with_commas(most).size();
  const std::size_t taken = label_width + count_width + 4;
  const std::size_t room = columns > taken + 10 ? std::min<std::size_t>(columns - taken, 50) : 10;
  std::string text = "\n";
  for (const Bar& bar : bars) {
    const std::string count = with_commas(bar.count);
    std::string row = bar.label;
    row.resize(label_width, ' ');
    row += "  " + std::string(count_width - count.size(), ' ') + count + ' ';
    const std::uint64_t length = (bar.count * room + most - 1) / most;
    row += std::string(length, '#');
    while (row.back() == ' ') row.pop_back();
    text += row + '\n';
  }
  return text;
}

std::string speed(const RunReport& report) {
  if (report.indexed == 0 || report.seconds <= 0) return "";
  const auto per_second =
      static_cast<std::uint64_t>(static_cast<double>(report.indexed) / report.seconds);
  return with_commas(per_second) + " articles/s, " +
         with_decimals(static_cast<double>(report.bytes) / 1e6 / report.seconds, 1) + " MB/s";
}

}  // namespace

std::string account_of(const RunReport& report) {
  std::string changed;
  if (report.changed != 0) changed = "of them changed: " + with_commas(report.changed);
  const std::string left =
      report.left == 0 ? "" : count_line("left", report.left, "for the next run: this was stopped");
  return count_line("found", report.found) + count_line("indexed", report.indexed, changed) +
         count_line("unchanged", report.unchanged) + count_line("duplicate", report.duplicate) +
         count_line("skipped", report.skipped, reasons(report, Fate::Skipped)) +
         count_line("failed", report.failed, reasons(report, Fate::Failed)) +
         count_line("removed", report.removed, report.removed != 0 ? "their files are gone" : "") +
         left;
}

std::string as_duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  char text[64];
  if (whole >= 3600) {
    std::snprintf(text, sizeof text, "%llu h %02llu min",
                  static_cast<unsigned long long>(whole / 3600),
                  static_cast<unsigned long long>(whole % 3600 / 60));
  } else if (whole >= 60) {
    std::snprintf(text, sizeof text, "%llu min %02llu s",
                  static_cast<unsigned long long>(whole / 60),
                  static_cast<unsigned long long>(whole % 60));
  } else {
    std::snprintf(text, sizeof text, "%.1f s", seconds);
  }
  return text;
}

std::string summary(const RunReport& report, std::size_t columns) {
  std::string ratio;
  if (report.unchanged == 0 && report.bytes != 0 && report.index_articles == report.indexed) {
    const double of_text =
        static_cast<double>(report.index_bytes) / static_cast<double>(report.bytes);
    ratio = ", " + with_decimals(of_text, 2) + " x the text";
  }
  return account_of(report) + dates(report) + chart(report, columns) + '\n' +
         line("text", byte_size(report.bytes)) + line("time", as_duration(report.seconds), speed(report)) +
         line("index", byte_size(report.index_bytes),
              with_commas(report.index_articles) + " articles" + ratio);
}

}  // namespace dateline
