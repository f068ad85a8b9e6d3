// Runs a fuzz target over files that are kept: `replay [--repeated=BYTES] TARGET FOLDER...`, every file of
// each folder an input; with --repeated each over and over up to so many bytes, so that what takes more
// time than in proportion shows. Prints how many there were, and the slowest; fails if there is none, or
// if one took more time or memory than an input may.
#include <sys/resource.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <string>
#include <vector>

#include "common/index/durable_file.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

namespace fs = boost::filesystem;

/// Of processor time: a hundred times what an input takes, sanitizers included.
constexpr double kMostSeconds = 5;
/// What all inputs of a target together may add to the memory that the first took.
constexpr long kMostMegabytes = 512;

std::vector<std::string> files_in(int count, const char* const* folders) {
  std::vector<std::string> files;
  for (int i = 0; i < count; ++i) {
    if (!fs::is_directory(folders[i])) continue;
    for (const fs::directory_entry& entry : fs::directory_iterator(folders[i])) {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/// An input over and over: all but its first byte, by which many targets choose.
std::string repeated(const std::string& input, std::size_t bytes) {
  std::string out = input;
  while (input.size() > 1 && out.size() < bytes) out += input.substr(1);
  return out;
}

int replay(const dateline::fuzz::FuzzTarget& target, const std::vector<std::string>& files,
           std::size_t bytes) {
  double slowest = 0;
  long first_megabytes = 0;
  for (const std::string& file : files) {
    const std::string input = repeated(dateline::read_file(file), bytes);
    // A crash leaves nothing but what was printed before it.
    std::fprintf(stderr, "%s\n", file.c_str());
    const double begin = processor_seconds();
    target.run(input);
    const double seconds = processor_seconds() - begin;
    slowest = std::max(slowest, seconds);
    if (first_megabytes == 0) first_megabytes = peak_megabytes();
    if (seconds > kMostSeconds) {
      std::fprintf(stderr, "took %.1f s\n", seconds);
      return 1;
    }
  }
  const long more = peak_megabytes() - first_megabytes;
  std::printf("%s: %zu inputs, the slowest %.0f ms, %ld MB\n", target.name, files.size(),
              slowest * 1000, more);
  if (more > kMostMegabytes) std::fputs("that is too much memory\n", stderr);
  return files.empty() || more > kMostMegabytes ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr char kRepeated[] = "--repeated=";
  std::size_t bytes = 0;
  if (argc > 1 && std::strncmp(argv[1], kRepeated, std::strlen(kRepeated)) == 0) {
    bytes = std::strtoul(argv[1] + std::strlen(kRepeated), nullptr, 10);
    --argc, ++argv;
  }
  const auto* target = argc > 2 ? dateline::fuzz::find_target(argv[1]) : nullptr;
  if (target == nullptr) {
    std::fputs("usage: replay [--repeated=BYTES] TARGET FOLDER...\n", stderr);
    return 2;
  }
  try {
    return replay(*target, files_in(argc - 2, argv + 2), bytes);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
