#include "common/index/packed.h"

#include <zstd.h>

#include "common/error.h"

namespace dateline {

namespace {

/// Of blocks of some tens of kilobytes, 3 / 9 / 15: 1.00 / 0.96 / 0.95 of the size.
constexpr int kLevel = 9;

}  // namespace

void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out.push_back(static_cast<char>(number | 0x80));
  out.push_back(static_cast<char>(number));
}

void PackedReader::damaged() const {
  throw IndexError(std::string("the index holds a damaged ") + what_);
}

std::uint64_t PackedReader::long_number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (left_.empty()) break;
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return value;
  }
  damaged();
}

std::vector<std::uint32_t> small_numbers(std::string_view stream, std::size_t count,
                                         const char* what) {
  if (count > stream.size()) PackedReader({}, what).damaged();
  std::vector<std::uint32_t> numbers(count);
  const auto* at = reinterpret_cast<const unsigned char*>(stream.data());
  const auto* const end = at + stream.size();
  for (std::uint32_t& number : numbers) {
    if (at != end && *at < 0x80) {
      number = *at++;
      continue;
    }
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (at == end || shift > 28) PackedReader({}, what).damaged();
      value |= static_cast<std::uint64_t>(*at & 0x7FU) << shift;
      if (*at++ < 0x80) break;
    }
    number = static_cast<std::uint32_t>(value);
  }
  if (at != end) PackedReader({}, what).damaged();
  return numbers;
}

std::uint64_t claimed_bytes(std::string_view frame) {
  constexpr std::uint64_t kMostPerByte = (1 << 17) / 4;  // a block of 128 KB takes 4 bytes or more
  const std::uint64_t claimed = ZSTD_getFrameContentSize(frame.data(), frame.size());
  return claimed / kMostPerByte > frame.size() ? ZSTD_CONTENTSIZE_ERROR : claimed;
}

BlockPacker::BlockPacker() : context_(ZSTD_createCCtx()) {}

BlockPacker::~BlockPacker() { ZSTD_freeCCtx(context_); }

void BlockPacker::append(std::string& out, std::string_view block) {
  buffer_.resize(ZSTD_compressBound(block.size()));
  const std::size_t size = ZSTD_compressCCtx(context_, buffer_.data(), buffer_.size(), block.data(),
                                             block.size(), kLevel);
  if (ZSTD_isError(size) != 0) {
    throw Error(std::string("cannot compress a block: ") + ZSTD_getErrorName(size));
  }
  append_number(out, size);
  out.append(buffer_, 0, size);
}

BlockUnpacker::BlockUnpacker() : context_(ZSTD_createDCtx()) {}

BlockUnpacker::~BlockUnpacker() { ZSTD_freeDCtx(context_); }

std::string BlockUnpacker::take(PackedReader& reader, std::size_t most_bytes) {
  const std::string_view packed = reader.bytes(reader.number());
  const std::uint64_t claimed = claimed_bytes(packed);
  if (claimed > most_bytes) reader.damaged();
  std::string block(claimed, '\0');
  const std::size_t size =
      ZSTD_decompressDCtx(context_, block.data(), block.size(), packed.data(), packed.size());
  if (ZSTD_isError(size) != 0 || size != claimed) reader.damaged();
  return block;
}

}  // namespace dateline
