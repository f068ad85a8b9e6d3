#include "searcher/batch.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/output/json_output.h"
#include "searcher/query/free_text.h"
#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"
#include "searcher/stopwatch.h"

namespace dateline {

namespace {

/// Lines of a file descriptor, of each at most one byte more than a query may have: what is longer
/// is refused by its length and need not be kept.
class LineReader {
 public:
  LineReader(int fd, std::string name, Output& flushed_before_waiting)
      : fd_(fd), name_(std::move(name)), out_(flushed_before_waiting), buffer_(1 << 16) {}

  /// False at the end.
  bool next(std::string& line);

 private:
  bool fill();

  int fd_;
  std::string name_;
  Output& out_;
  std::vector<char> buffer_;
  std::size_t position_ = 0;
  std::size_t filled_ = 0;
};

bool LineReader::fill() {
  out_.flush();
  ssize_t count = 0;
  do {
    count = ::read(fd_, buffer_.data(), buffer_.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) throw Error("cannot read " + name_ + ": " + std::strerror(errno));
  position_ = 0;
  filled_ = static_cast<std::size_t>(count);
  return count > 0;
}

bool LineReader::next(std::string& line) {
  line.clear();
  bool any = false;
  while (position_ < filled_ || fill()) {
    any = true;
    const std::string_view left(buffer_.data() + position_, filled_ - position_);
    const std::size_t end = left.find('\n');
    const std::string_view piece = left.substr(0, end);
    line += piece.substr(0, kMaxQueryBytes + 1 - line.size());
    position_ += piece.size();
    if (end == std::string_view::npos) continue;
    ++position_;
    break;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return any;
}

}  // namespace

bool run_batch(int input, const std::string& name, const BatchSettings& settings,
               const SearchFunction& search, Output& out) {
  bool all_understood = true;
  Answer answer;
  answer.request = settings.request;
  LineReader lines(input, name, out);
  while (!out.reader_gone() && lines.next(answer.query)) {
    const Stopwatch stopwatch;
    const QueryContext context{settings.today, settings.synonyms};
    Result<Node> tree = settings.any_words ? parse_free_text(answer.query)
                                           : parse_query(answer.query, context);
    if (!tree) {
      out.write(batch_line(answer.query, tree.problem()));
      all_understood = false;
      continue;
    }
    answer.request.query = narrowed(std::move(tree.value()), settings.request.query);
    Result<SearchResults> results = search(answer.request);
    if (!results) {
      out.write(batch_line(answer.query, results.problem()));
      all_understood = false;
      continue;
    }
    answer.results = std::move(results.value());
    answer.milliseconds = stopwatch.milliseconds();
    out.write(batch_line(answer));
  }
  return all_understood;
}

}  // namespace dateline
