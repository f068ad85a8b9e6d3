// --kwic: a concordance of all matches.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/output/kwic_output.h"
#include "searcher/output/numbers.h"
#include "searcher/passages/kwic.h"

namespace dateline {

namespace {

constexpr std::uint64_t kScreenLines = 40;  ///< on a terminal, unless --limit says otherwise

/// Which lines of all are wanted.
struct LinePage {
  std::uint64_t first = 0;
  std::uint64_t end = kNoLimit;
};

LinePage page_of(const Options& options, const Terminal& terminal) {
  const bool screen =
      !options.limit_given && options.format == Format::Text && terminal.is_terminal;
  const std::uint64_t limit = screen ? kScreenLines : options.limit;
  return {options.offset, options.offset + limit};
}

class Concordance {
 public:
  Concordance(Asked& asked, Output& out)
      : asked_(asked),
        out_(out),
        page_(page_of(asked.options, terminal_for(asked.options))),
        writer_(asked.options.format, terminal_for(asked.options),
                asked.searcher.snapshot().manifest().next_article, asked.options.kwic_columns) {}

  ExitStatus run() {
    SearchRequest request;
    request.query = asked_.tree;
    request.sort = asked_.options.sort == SortOrder::Newest ? SortOrder::Newest : SortOrder::Oldest;
    request.limit = kNoLimit;
    request.title_occurrences = true;
    out_.write(writer_.begin(asked_.query(), asked_.tree, asked_.options.kwic_sort));
    asked_.searcher.each(request, [this](Hit& hit) { return see(hit); });
    print_sorted();
    if (lines_ > 0 || asked_.options.format == Format::Json) {
      out_.write(writer_.end(articles_, more_));
    }
    if (lines_ == 0) tell_none();
    return lines_ > 0 ? ExitStatus::Done : ExitStatus::Partial;
  }

 private:
  bool in_order() const { return asked_.options.kwic_sort == KwicSort::Date; }

  /// False when no more is wanted.
  bool see(const Hit& hit) {
    ++matches_;
    const auto found = kwic_lines(hit, asked_.options.kwic_words);
    for (const KwicLine& line : found) {
      if (in_order()) {
        print(line);
      } else {
        lines_to_sort_.emplace_back(kwic_key(line, asked_.options.kwic_sort), line);
      }
      if (more_) return false;
    }
    return !out_.reader_gone();
  }

  void print(const KwicLine& line) {
    if (seen_ >= page_.end) more_ = true;
    if (seen_++ < page_.first || more_) return;
    out_.write(writer_.line(line));
    ++lines_;
    const bool counted = in_order() ? line.id == last_article_ : was_printed(line.id);
    if (!counted) ++articles_;
    last_article_ = line.id;
  }

  bool was_printed(std::uint32_t id) {
    if (id >= printed_.size()) printed_.resize(id + std::size_t{1});
    const bool was = printed_[id];
    printed_[id] = true;
    return was;
  }

  void print_sorted() {
    std::stable_sort(lines_to_sort_.begin(), lines_to_sort_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [key, line] : lines_to_sort_) {
      if (more_ || out_.reader_gone()) return;
      print(line);
    }
  }

  void tell_none() const {
    if (matches_ == 0) return tell_no_match(asked_);
    tell({match_count({matches_, true}) + ", but there is no line to show",
          seen_ > 0 ? "there are " + with_commas(seen_) + " lines"
                    : "lines are of words and phrases of the query",
          {}},
         "");
  }

  Asked& asked_;
  Output& out_;
  const LinePage page_;
  KwicWriter writer_;
  std::vector<std::pair<std::string, KwicLine>> lines_to_sort_;  ///< unless in the order of dates
  std::vector<bool> printed_;                                    ///< articles, by number
  std::uint32_t last_article_ = 0;
  std::uint64_t matches_ = 0;
  std::uint64_t seen_ = 0;   ///< lines
  std::uint64_t lines_ = 0;  ///< printed
  std::uint64_t articles_ = 0;
  bool more_ = false;
};

}  // namespace

ExitStatus kwic(Asked& asked, Output& out) { return Concordance(asked, out).run(); }

}  // namespace dateline
