// dateline-index with batches and segments so small that a hundred articles make several of each, and
// merges.
#include "indexer/commands/commands.h"

int main(int argc, char** argv) {
  return dateline::run_program(argc, argv, [](dateline::IndexerOptions& options) {
    dateline::Pipeline::Settings& pipeline = options.run.pipeline;
    pipeline.smallest_batch_files = pipeline.largest_batch_files = 4;
    pipeline.segment_articles = 8;
  });
}
