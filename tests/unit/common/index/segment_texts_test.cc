#include "common/index/segment_texts.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "common/index/schema.h"
#include "tests/support/random.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

/// Articles 100 .. 1999, of which some are missing, with texts of up to some blocks of the disk.
std::map<Xapian::docid, std::string> write_segment(const std::string& folder) {
  Random random(5);
  std::map<Xapian::docid, std::string> texts;
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (Xapian::docid number = 100; number < 2000; ++number) {
    if (random.below(5) == 0) continue;
    const std::size_t most = random.below(20) == 0 ? 30'000 : 1'500;
    std::string text(1 + random.below(most), static_cast<char>('a' + random.below(26)));
    Xapian::Document document;
    document.add_value(schema::kTextSlot, text);
    database.replace_document(number, document);
    texts.emplace(number, std::move(text));
  }
  return texts;
}

TEST(SegmentTexts, AreTheSameInAnyOrder) {
  const ScratchFolder scratch;
  const auto texts = write_segment(scratch.path("segment"));
  SegmentTexts segment{Xapian::Database(scratch.path("segment"))};
  Random random(6);
  for (int run = 0; run < 200; ++run) {
    Xapian::docid number = 50 + static_cast<Xapian::docid>(random.below(2000));
    const std::size_t largest_step = 1 + random.below(20);
    for (int step = 0; step < 60; ++step) {
      const auto found = texts.find(number);
      const std::string expected = found == texts.end() ? "" : found->second;
      ASSERT_EQ(segment.read(number), expected) << number;
      const bool goes_back = random.below(20) == 0;
      if (goes_back) number -= std::min<Xapian::docid>(number - 1, 10);
      if (!goes_back) number += static_cast<Xapian::docid>(random.below(largest_step));
    }
  }
}

}  // namespace
}  // namespace dateline
