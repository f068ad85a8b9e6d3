#include "searcher/facets/make_set.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/random.h"

namespace dateline {
namespace {

TEST(MakeSet, IsSortedAndHasEachNumberOnce) {
  Random random(6);
  for (const std::uint32_t range : {1U, 64U, 1000U, 4'000'000'000U}) {
    for (const std::size_t count : {0U, 1U, 2U, 63U, 500U}) {
      for (const std::uint32_t least : {0U, 1U, 63U, 294'967'295U}) {
        std::vector<std::uint32_t> numbers;
        for (std::size_t left = count; left > 0; --left) {
          numbers.push_back(least + static_cast<std::uint32_t>(random.below(range)));
        }
        const std::set<std::uint32_t> expected(numbers.begin(), numbers.end());
        make_set(numbers);
        EXPECT_EQ(numbers, std::vector<std::uint32_t>(expected.begin(), expected.end()));
      }
    }
  }
  std::vector<std::uint32_t> widest = {0xFFFFFFFF, 0, 0xFFFFFFFF};
  make_set(widest);
  EXPECT_EQ(widest, (std::vector<std::uint32_t>{0, 0xFFFFFFFF}));
}

}  // namespace
}  // namespace dateline
