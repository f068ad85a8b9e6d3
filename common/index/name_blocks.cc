#include "common/index/name_blocks.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <iterator>

#include "common/error.h"
#include "common/index/schema.h"

namespace dateline {

namespace {

constexpr char kWhat[] = "table of names";
constexpr std::uint32_t kMostNumber = 0xFFFFFFFF;

std::size_t rank_of(EntityType type) {
  return static_cast<std::size_t>(
      std::find(std::begin(kEntityTypes), std::end(kEntityTypes), type) - std::begin(kEntityTypes));
}

[[noreturn]] void damaged() { PackedReader({}, kWhat).damaged(); }

}  // namespace

std::string name_line(EntityType type, std::string_view name) {
  return static_cast<char>('0' + rank_of(type)) + std::string(name);
}

bool comes_before(EntityType type, std::string_view name, EntityType other_type,
                  std::string_view other) {
  return type == other_type ? name < other : rank_of(type) < rank_of(other_type);
}

std::uint32_t name_word_hash(std::string_view folded) {
  return static_cast<std::uint32_t>(XXH3_64bits(folded.data(), folded.size()));
}

void NameListBlock::append(std::size_t i, std::vector<std::uint32_t>& numbers) const {
  const std::size_t begin = i == 0 ? begin_ : ends_[i - 1];
  const auto list = std::string_view(bytes_).substr(begin, ends_[i] - begin);
  const auto count = static_cast<std::size_t>(
      std::count_if(list.begin(), list.end(), [](char byte) { return (byte & 0x80) == 0; }));
  std::uint64_t number = first_;
  for (const std::uint32_t step : small_numbers(list, count, kWhat)) {
    number += step;
    if (number > last_) damaged();
    numbers.push_back(static_cast<std::uint32_t>(number));
  }
}

std::vector<NameInArticle> NameChunk::names(std::size_t place) const {
  std::vector<NameInArticle> names;
  for (std::size_t i = begins_[place]; i < begins_[place + 1]; ++i) {
    const std::uint64_t value = std::uint64_t{salience_[i]} + 2;
    names.push_back({ids_[i], static_cast<std::uint32_t>(value / 2), value % 2 == 1});
  }
  return names;
}

NameBlocks::NameBlocks(Xapian::Database segment)
    : segment_(std::move(segment)), type_ends_(std::size(kEntityTypes), 0) {
  const std::string packed = segment_.get_metadata(schema::kNamesKey);
  if (packed.empty()) return;
  PackedReader whole(packed, kWhat);
  const std::string head = unpacker_.take(whole, kLargestBlock);
  PackedReader reader(head, kWhat);
  first_ = static_cast<std::uint32_t>(reader.number_to(kMostNumber));
  last_ = static_cast<std::uint32_t>(reader.number_to(kMostNumber));
  chunks_ = static_cast<std::uint32_t>(reader.number_to(kMostNumber));
  if (last_ < first_ || chunks_ != (last_ - first_) / kArticlesInChunk + 1) reader.damaged();
  std::uint64_t end = 0;
  for (std::uint32_t& type_end : type_ends_) {
    end += reader.number_to(kMostNumber);
    if (end > kMostNumber) reader.damaged();
    type_end = static_cast<std::uint32_t>(end);
  }
  const std::uint64_t blocks = reader.number();
  if (blocks != (end + kNamesInBlock - 1) / kNamesInBlock) reader.damaged();
  word_bits_ = static_cast<unsigned>(reader.number_to(32));
  while (!reader.done()) first_lines_.emplace_back(reader.bytes(reader.number()));
  if (first_lines_.size() != blocks) reader.damaged();
}

EntityType NameBlocks::type_of(std::uint32_t id) const {
  const auto end = std::upper_bound(type_ends_.begin(), type_ends_.end(), id);
  return kEntityTypes[end - type_ends_.begin()];
}

std::optional<std::size_t> NameBlocks::block_of(std::string_view line) const {
  const auto after = std::upper_bound(first_lines_.begin(), first_lines_.end(), line);
  if (after == first_lines_.begin()) return std::nullopt;
  return static_cast<std::size_t>(after - first_lines_.begin() - 1);
}

std::size_t NameBlocks::names_in(std::size_t block) const {
  return std::min<std::size_t>(kNamesInBlock, size() - block * kNamesInBlock);
}

NameBlock NameBlocks::read_names(std::size_t block) const {
  const std::string bytes = segment_.get_metadata(schema::block_key(schema::kNamesKey, block));
  PackedReader reader(bytes, kWhat);
  const std::size_t count = reader.number();
  if (count != names_in(block)) damaged();
  NameBlock read;
  read.lines_ = Lines(reader, unpacker_, count, kWhat);
  read.articles_ = small_numbers(unpacker_.take(reader, kLargestBlock), count, kWhat);
  for (std::size_t i = 0; i < count; ++i) {
    if (read.lines_[i].size() < 2) damaged();
  }
  return read;
}

NameListBlock NameBlocks::read_lists(std::size_t block) const {
  NameListBlock read;
  read.first_ = first_;
  read.last_ = last_;
  read.bytes_ = segment_.get_metadata(schema::block_key(schema::kNameListsKey, block));
  PackedReader reader(read.bytes_, kWhat);
  const std::string sizes = unpacker_.take(reader, kLargestBlock);
  read.begin_ = read.bytes_.size() - reader.left();
  read.ends_ = small_numbers(sizes, names_in(block), kWhat);
  if (read.bytes_.size() > kMostNumber) damaged();
  std::uint64_t end = read.begin_;
  for (std::uint32_t& one : read.ends_) {
    end += one;
    if (end > read.bytes_.size()) damaged();
    one = static_cast<std::uint32_t>(end);
  }
  if (end != read.bytes_.size()) damaged();
  return read;
}

namespace {

/// Lists of ids, `count` of them: a stream of their sizes, and one of the ids, ascending in each list, as
/// steps. Replaces `begins`, which has one more, and `ids`.
void read_id_lists(PackedReader& reader, BlockUnpacker& unpacker, std::size_t count,
                   std::uint32_t most, std::vector<std::uint32_t>& begins,
                   std::vector<std::uint32_t>& ids) {
  const std::string sizes = unpacker.take(reader, kLargestBlock);
  const std::string steps = unpacker.take(reader, kLargestBlock);
  begins.assign(1, 0);
  begins.reserve(count + 1);
  std::uint64_t total = 0;
  for (const std::uint32_t size : small_numbers(sizes, count, kWhat)) {
    total += size;
    if (total > steps.size()) damaged();
    begins.push_back(static_cast<std::uint32_t>(total));
  }
  ids = small_numbers(steps, total, kWhat);
  for (std::size_t list = 0; list < count; ++list) {
    std::uint64_t id = 0;
    for (std::size_t i = begins[list]; i < begins[list + 1]; ++i) {
      id += ids[i];
      if (id >= most) damaged();
      ids[i] = static_cast<std::uint32_t>(id);
    }
  }
}

}  // namespace

NameChunk NameBlocks::read_chunk(std::uint32_t number, bool with_salience) const {
  const std::string bytes =
      segment_.get_metadata(schema::block_key(schema::kNameChunksKey, number));
  PackedReader reader(bytes, kWhat);
  const std::size_t articles = reader.number_to(kArticlesInChunk);
  NameChunk chunk;
  read_id_lists(reader, unpacker_, articles, size(), chunk.begins_, chunk.ids_);
  if (!with_salience) return chunk;
  chunk.salience_ =
      small_numbers(unpacker_.take(reader, kLargestBlock), chunk.ids_.size(), kWhat);
  if (!reader.done()) damaged();
  return chunk;
}

NameWordBlock NameBlocks::read_words(std::size_t block) const {
  const std::string bytes =
      segment_.get_metadata(schema::block_key(schema::kNameWordsKey, block));
  PackedReader reader(bytes, kWhat);
  const std::uint64_t buckets = (std::uint64_t{1} << word_bits_) - block * kBucketsInBlock;
  NameWordBlock read;
  read_id_lists(reader, unpacker_, std::min<std::uint64_t>(buckets, kBucketsInBlock), size(),
                read.begins_, read.ids_);
  return read;
}

}  // namespace dateline
