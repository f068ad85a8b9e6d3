// dateline-index: options in, exit status out. Everything worth testing is in the libraries.
#include <exception>

#include "common/error.h"
#include "indexer/commands/commands.h"
#include "indexer/options.h"

int main(int argc, char** argv) {
  using namespace dateline;
  try {
    const auto options = parse_options(argc, argv);
    if (options) return run_command(options.value());
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
