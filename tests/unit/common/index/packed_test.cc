#include "common/index/packed.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "common/error.h"

namespace dateline {
namespace {

TEST(Packed, NumbersComeBackAsTheyWere) {
  const std::uint64_t numbers[] = {0, 1, 127, 128, 300, 1ULL << 32,
                                   std::numeric_limits<std::uint64_t>::max()};
  std::string bytes;
  for (const std::uint64_t number : numbers) append_number(bytes, number);
  EXPECT_EQ(bytes.substr(0, 3), std::string("\0\x01\x7F", 3));
  PackedReader reader(bytes, "test");
  for (const std::uint64_t number : numbers) EXPECT_EQ(reader.number(), number);
  EXPECT_TRUE(reader.done());
}

TEST(Packed, WhatEndsTooSoonIsAnError) {
  const auto number_of = [](std::string_view bytes) { PackedReader(bytes, "test").number(); };
  EXPECT_THROW(number_of(""), Error);
  EXPECT_THROW(number_of("\x80"), Error);
  EXPECT_THROW(number_of(std::string(11, '\xFF')), Error) << "more than 64 bits";
  EXPECT_THROW(PackedReader("abc", "test").bytes(4), Error);
  EXPECT_THROW(PackedReader("\x05", "test").number_to(4), Error);
}

TEST(Packed, BlocksComeBackAndDamageIsAnError) {
  const std::string block = std::string(5000, 'a') + "end";
  std::string bytes;
  BlockPacker packer;
  packer.append(bytes, block);
  packer.append(bytes, "");
  BlockUnpacker unpacker;
  PackedReader reader(bytes, "test");
  EXPECT_EQ(unpacker.take(reader, 10000), block);
  EXPECT_EQ(unpacker.take(reader, 10000), "");
  EXPECT_TRUE(reader.done());

  PackedReader too_large(bytes, "test");
  EXPECT_THROW(unpacker.take(too_large, block.size() - 1), Error);
  PackedReader cut(std::string_view(bytes).substr(0, 10), "test");
  EXPECT_THROW(unpacker.take(cut, 10000), Error);
}

TEST(Packed, AFrameIsNotBelievedToHoldWhatItCannot) {
  std::string bytes;
  BlockPacker packer;
  packer.append(bytes, std::string(10'000'000, 'a'));
  PackedReader reader(bytes, "test");
  const std::string_view frame = reader.bytes(reader.number());
  EXPECT_EQ(claimed_bytes(frame), 10'000'000U);
  const std::string liar("\x28\xB5\x2F\xFD\xE0\xFF\xFF\xFF\xFF\0\0\0\0\1\0\0", 16);  // 4 GB
  EXPECT_GT(claimed_bytes(liar), std::uint64_t{1} << 60);
  EXPECT_GT(claimed_bytes(""), std::uint64_t{1} << 60);
}

}  // namespace
}  // namespace dateline
