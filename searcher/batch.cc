#include "searcher/batch.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>
#include <vector>

#include "common/error.h"
#include "searcher/output/json_output.h"
#include "searcher/output/problem_text.h"
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

/// Writes what is answered.
class BatchOutput {
 public:
  BatchOutput(std::string name, std::optional<TrecQuery> run, Output& out)
      : name_(std::move(name)), run_(std::move(run)), out_(out) {}

  void write(const BatchLine& line, const Answer& answer) {
    if (!run_) return out_.write(batch_line(answer));
    run_->id = line.id;
    std::size_t rank = line.request.offset;
    for (const Hit& hit : answer.results.hits) out_.write(run_->line(hit, ++rank));
  }

  void write_problem(const std::string& line, std::size_t number, Problem problem) {
    if (!run_) return out_.write(batch_line(line, problem));
    problem.message = name_ + ", line " + std::to_string(number) + ": " + problem.message;
    std::fputs(problem_text(problem, "").c_str(), stderr);
  }

 private:
  const std::string name_;
  std::optional<TrecQuery> run_;
  Output& out_;
};

/// "q1 TAB oil" -> "q1", and `line` is "oil"
Result<std::string> take_id(std::string& line) {
  const std::size_t tab = line.find('\t');
  const std::string id = line.substr(0, tab);
  if (tab == std::string::npos || id.empty() || id.find(' ') != std::string::npos) {
    return Problem{"not an id, a tab and a query", "", {}};
  }
  line.erase(0, tab + 1);
  return id;
}

Result<BatchLine> read_line(const std::string& line, const ReadLine& read, bool has_id) {
  if (!has_id) return read(line);
  std::string query = line;
  const Result<std::string> id = take_id(query);
  if (!id) return id.problem();
  Result<BatchLine> understood = read(query);
  if (understood) understood.value().id = id.value();
  return understood;
}

}  // namespace

Result<BatchLine> read_batch_line(const std::string& line, const BatchSettings& settings) {
  const QueryContext context{settings.today, settings.synonyms};
  Result<Node> tree = settings.any_words ? parse_free_text(line) : parse_query(line, context);
  if (!tree) return tree.problem();
  BatchLine understood{"", line, settings.request, settings.max_expansions};
  understood.request.query = narrowed(std::move(tree.value()), settings.request.query);
  return understood;
}

bool run_batch(int input, const std::string& name, const ReadLine& read, const SearchLine& search,
               const std::optional<TrecQuery>& run, Output& out) {
  BatchOutput output(name, run, out);
  bool all_understood = true;
  LineReader lines(input, name, out);
  std::string line;
  for (std::size_t number = 1; !out.reader_gone() && lines.next(line); ++number) {
    const Stopwatch stopwatch;
    Result<BatchLine> understood = read_line(line, read, run.has_value());
    Result<SearchResults> results =
        understood ? search(understood.value()) : Result<SearchResults>(understood.problem());
    if (!results) {
      output.write_problem(line, number, results.problem());
      all_understood = false;
      continue;
    }
    Answer answer;
    answer.query = understood.value().query;
    answer.results = std::move(results.value());
    answer.milliseconds = stopwatch.milliseconds();
    output.write(understood.value(), answer);
  }
  return all_understood;
}

}  // namespace dateline
