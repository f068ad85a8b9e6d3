// dateline-index with batches and segments so small that a hundred articles make several of each, and
// merges: options in, exit status out, as indexer/main.cc.
#include <exception>

#include "common/error.h"
#include "indexer/commands/commands.h"
#include "indexer/options.h"

int main(int argc, char** argv) {
  using namespace dateline;
  try {
    auto options = parse_options(argc, argv);
    if (options) {
      Pipeline::Settings& pipeline = options.value().run.pipeline;
      pipeline.smallest_batch_files = pipeline.largest_batch_files = 4;
      pipeline.segment_articles = 8;
      return run_command(options.value());
    }
    complain(options.problem().message, options.problem().hint);
    return static_cast<int>(ExitStatus::Usage);
  } catch (const Error& error) {
    complain(error.what(), error.hint());
    return static_cast<int>(error.status());
  } catch (const std::exception& error) {
    complain(error.what(), "");
    return static_cast<int>(ExitStatus::Failed);
  }
}
