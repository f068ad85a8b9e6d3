// The side tables of a segment as bytes: numbers of few bytes where they are small, and blocks
// compressed by zstd. What reads them checks every bound: damaged bytes are an Error, never a crash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace dateline {

/// Keys and values for a database's metadata.
using SideTable = std::vector<std::pair<std::string, std::string>>;

/// Takes a table piece by piece, so that whoever makes it need not hold it whole.
using TableSink = std::function<void(std::string key, std::string value)>;

/// A sink that appends to `table`. REQUIRES it to outlive the sink.
inline TableSink into(SideTable& table) {
  return [&table](std::string key, std::string value) {
    table.emplace_back(std::move(key), std::move(value));
  };
}

/// Appends seven bits a byte, the low ones first; the last byte is below 0x80.
void append_number(std::string& out, std::uint64_t number);

/// Reads what append_number and plain appending wrote. `what` is named by the Error that damaged
/// bytes give. REQUIRES both to outlive the reader.
class PackedReader {
 public:
  PackedReader(std::string_view bytes, const char* what) : left_(bytes), what_(what) {}

  bool done() const { return left_.empty(); }
  std::size_t left() const { return left_.size(); }  ///< in bytes
  std::uint64_t number() {
    if (!left_.empty() && static_cast<unsigned char>(left_.front()) < 0x80) {
      const auto small = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      return small;
    }
    return long_number();
  }
  /// A number that must be at most `most`.
  std::uint64_t number_to(std::uint64_t most) {
    const std::uint64_t value = number();
    if (value > most) damaged();
    return value;
  }
  std::string_view bytes(std::uint64_t count) {
    if (count > left_.size()) damaged();
    const std::string_view taken = left_.substr(0, count);
    left_.remove_prefix(count);
    return taken;
  }
  [[noreturn]] void damaged() const;

 private:
  std::uint64_t long_number();

  std::string_view left_;
  const char* what_;
};

/// The numbers, `count` of them and each of 32 bits, that a stream is made of: several times as fast
/// as by PackedReader. Throws Error if it has not just those.
std::vector<std::uint32_t> small_numbers(std::string_view stream, std::size_t count,
                                         const char* what);

/// How many bytes a zstd frame says it holds; huge if it does not say, or says more than a frame of its
/// size can: so that damaged bytes never claim much more memory than there are of them.
std::uint64_t claimed_bytes(std::string_view frame);

/// Compresses blocks. Not thread-safe.
class BlockPacker {
 public:
  BlockPacker();
  ~BlockPacker();
  BlockPacker(const BlockPacker&) = delete;
  BlockPacker& operator=(const BlockPacker&) = delete;

  /// Appends the size of the compressed bytes, and them.
  void append(std::string& out, std::string_view block);

 private:
  ZSTD_CCtx_s* context_;
  std::string buffer_;
};

/// Uncompresses blocks. Not thread-safe.
class BlockUnpacker {
 public:
  BlockUnpacker();
  ~BlockUnpacker();
  BlockUnpacker(const BlockUnpacker&) = delete;
  BlockUnpacker& operator=(const BlockUnpacker&) = delete;

  /// The block that BlockPacker appended, taken off `reader`. Throws Error if it is damaged or
  /// claims to be of more than `most_bytes`.
  std::string take(PackedReader& reader, std::size_t most_bytes);

 private:
  ZSTD_DCtx_s* context_;
};

}  // namespace dateline
