// dateline-search: options in, exit status out. Everything worth testing is in the libraries.
#include <malloc.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>

#include "common/index/crash.h"
#include "searcher/commands/commands.h"
#include "searcher/options/options.h"
#include "searcher/output/problem_text.h"

namespace {

using dateline::ExitStatus;

ExitStatus fail(const dateline::Problem& problem, ExitStatus status) {
  std::fputs(dateline::problem_text(problem, "").c_str(), stderr);
  return status;
}

ExitStatus run(int argc, const char* const* argv) {
  try {
    dateline::tell_crash(argc, argv);
    const dateline::Result<dateline::Options> options = dateline::parse_options(argc, argv);
    if (!options) return fail(options.problem(), ExitStatus::Usage);
    dateline::Output out(STDOUT_FILENO, "standard output");
    const ExitStatus status = dateline::run(options.value(), out);
    out.flush();
    return out.reader_gone() ? ExitStatus::Done : status;
  } catch (const dateline::Error& error) {
    return fail({error.what(), error.hint(), {}}, error.status());
  } catch (const std::exception& error) {  // no memory
    return fail({error.what(), "", {}}, ExitStatus::Failed);
  }
}

/// Lists of a megabyte come and go with every query of a batch: memory that was free once is kept,
/// where the C library would give it back and take it again page by page.
void keep_memory() {
  constexpr int kBytes = 32 << 20;  // the most that the C library takes as M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, kBytes);
  mallopt(M_TRIM_THRESHOLD, kBytes);
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has had enough is seen by Output
  return static_cast<int>(run(argc, argv));
}
