// dateline-index: options in, exit status out. Everything worth testing is in the libraries.
#include "indexer/commands/commands.h"

int main(int argc, char** argv) {
  return dateline::run_program(argc, argv);
}
