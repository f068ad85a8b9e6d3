#include "searcher/output/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "common/text/columns.h"

namespace dateline {

namespace {

constexpr std::size_t kLeastColumns = 20;
constexpr std::size_t kMostColumns = 1000;
constexpr std::size_t kDefaultColumns = 80;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool auto_color(bool is_terminal) {
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && std::strcmp(term, "dumb") == 0;
  return is_terminal && !dumb && !is_set("NO_COLOR");
}

std::size_t columns_of_terminal(int fd) {
  if (is_set("COLUMNS")) {
    const long columns = std::atol(std::getenv("COLUMNS"));
    if (columns > 0) return static_cast<std::size_t>(columns);
  }
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefaultColumns;
}

const char* code_of(Paint paint) {
  switch (paint) {
    case Paint::Headline:
      return "\x1b[1m";
    case Paint::Facts:
      return "\x1b[36m";
    case Paint::Quiet:
      return "\x1b[2m";
    case Paint::Highlight:
      return "\x1b[1;31m";
    case Paint::Person:
      return "\x1b[33m";
    case Paint::Organisation:
      return "\x1b[35m";
    case Paint::Place:
    case Paint::Added:
      return "\x1b[32m";
    case Paint::Removed:
      return "\x1b[31m";
  }
  return "";
}

}  // namespace

Terminal terminal_of(int fd, ColorChoice choice) {
  Terminal terminal;
  terminal.is_terminal = isatty(fd) != 0;
  terminal.color = choice == ColorChoice::Auto ? auto_color(terminal.is_terminal)
                                               : choice == ColorChoice::Always;
  terminal.columns = std::clamp(columns_of_terminal(fd), kLeastColumns, kMostColumns);
  return terminal;
}

std::string painted(const std::string& text, Paint paint, const Terminal& terminal) {
  if (!terminal.color || text.empty()) return text;
  return code_of(paint) + text + "\x1b[0m";
}

std::string highlighted(std::string_view text, const TextRange& part,
                        const std::vector<PaintedRange>& ranges, const Terminal& terminal) {
  std::string out;
  std::uint32_t done = part.begin;
  auto next = std::lower_bound(ranges.begin(), ranges.end(), part.begin,
                               [](const PaintedRange& painted, std::uint32_t position) {
                                 return painted.range.end <= position;
                               });
  for (; next != ranges.end() && next->range.begin < part.end; ++next) {
    const std::uint32_t begin = std::max(next->range.begin, done);
    const std::uint32_t end = std::min(next->range.end, part.end);
    out += printable(text.substr(done, begin - done));
    out += painted(printable(text.substr(begin, end - begin)), next->paint, terminal);
    done = end;
  }
  return out + printable(text.substr(done, part.end - done));
}

std::string highlighted(std::string_view text, const TextRange& part,
                        const std::vector<TextRange>& highlights, const Terminal& terminal) {
  std::vector<PaintedRange> ranges;
  for (const TextRange& range : highlights) ranges.push_back({range, Paint::Highlight});
  return highlighted(text, part, ranges, terminal);
}

}  // namespace dateline
