// The targets under libFuzzer: which one, the environment variable DATELINE_FUZZ_TARGET says.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/fuzz_target.h"

namespace {

using dateline::fuzz::FuzzTarget;

const FuzzTarget* g_target = nullptr;  // libFuzzer's interface leaves no other place for it

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* name = std::getenv("DATELINE_FUZZ_TARGET");
  g_target = dateline::fuzz::find_target(name != nullptr ? name : "");
  if (g_target != nullptr) return 0;
  std::fputs("DATELINE_FUZZ_TARGET is none of:", stderr);
  for (const FuzzTarget& target : dateline::fuzz::fuzz_targets()) {
    std::fprintf(stderr, " %s", target.name);
  }
  std::fputc('\n', stderr);
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  g_target->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
