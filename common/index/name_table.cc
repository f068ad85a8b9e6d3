#include "common/index/name_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <iterator>

#include "common/error.h"
#include "common/index/schema.h"
#include "common/text/tokenizer.h"

namespace dateline {

namespace {

constexpr char kWhat[] = "table of names";
constexpr std::size_t kTypes = std::size(kEntityTypes);

std::size_t rank_of(EntityType type) {
  return static_cast<std::size_t>(
      std::find(std::begin(kEntityTypes), std::end(kEntityTypes), type) - std::begin(kEntityTypes));
}

/// In a block the digit of its type stands before a name, so that names sort as ids do.
std::string line_of(EntityType type, std::string_view name) {
  return static_cast<char>('0' + rank_of(type)) + std::string(name);
}

std::uint32_t hash_of(std::string_view word) {
  return static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size()));
}

/// Words of names are found by buckets, so many of them in a block.
constexpr std::size_t kBucketsInBlock = 1024;
/// About so many names are in a bucket.
constexpr std::size_t kNamesInBucket = 8;

[[noreturn]] void damaged() { PackedReader({}, kWhat).damaged(); }

}  // namespace

bool comes_before(EntityType type, std::string_view name, EntityType other_type,
                  std::string_view other) {
  return type == other_type ? name < other : rank_of(type) < rank_of(other_type);
}

void NameTableWriter::add(EntityType type, std::string_view name,
                          const std::vector<std::uint32_t>& articles) {
  const std::string line = line_of(type, name);
  if (block_names_.size() == 0) {
    append_number(directory_, line.size());
    directory_ += line;
  }
  Tokenizer tokenizer(name);
  for (Token word; tokenizer.next(word);) words_.emplace_back(hash_of(word.folded), ids_given_);
  ++ids_given_;
  block_names_.add(line);
  ++of_type_[rank_of(type)];
  append_number(counts_, articles.size());
  const std::size_t begin = lists_.size();
  std::uint32_t before = first_;
  for (const std::uint32_t number : articles) {
    append_number(lists_, number - before);
    before = number;
  }
  append_number(list_sizes_, lists_.size() - begin);
  if (block_names_.size() == kNamesInBlock) end_block();
}

void NameTableWriter::end_block() {
  std::string names;
  append_number(names, block_names_.size());
  block_names_.take(packer_, names);
  packer_.append(names, counts_);
  table_.emplace_back(schema::block_key(schema::kNamesKey, blocks_), std::move(names));
  std::string lists;
  packer_.append(lists, list_sizes_);
  table_.emplace_back(schema::block_key(schema::kNameListsKey, blocks_), lists + lists_);
  counts_.clear();
  list_sizes_.clear();
  lists_.clear();
  ++blocks_;
}

// Most names of most articles are mentioned once, not in the lead: salience is count * 2 + in_lead - 2.
void NameTableWriter::add_article(std::uint32_t number, const std::vector<NameInArticle>& names) {
  const std::uint32_t place = number - first_;
  last_ = number;
  while (chunks_ < place / kArticlesInChunk) end_chunk();
  for (; in_chunk_ < place % kArticlesInChunk; ++in_chunk_) append_number(how_many_, 0);
  append_number(how_many_, names.size());
  ++in_chunk_;
  std::uint32_t before = 0;
  for (const NameInArticle& name : names) {
    append_number(ids_, name.id - before);
    before = name.id;
    append_number(salience_, std::uint64_t{name.count} * 2 + (name.in_lead ? 1 : 0) - 2);
  }
}

void NameTableWriter::end_chunk() {
  std::string chunk;
  append_number(chunk, in_chunk_);
  for (std::string* stream : {&how_many_, &ids_, &salience_}) {
    packer_.append(chunk, *stream);
    stream->clear();
  }
  table_.emplace_back(schema::block_key(schema::kNameChunksKey, chunks_), std::move(chunk));
  in_chunk_ = 0;
  ++chunks_;
}

// Of each bucket how many ids it has; the ids as steps from the one before in the bucket. Returns how
// many bits of a hash make a bucket.
unsigned NameTableWriter::write_words() {
  unsigned bits = 0;
  while ((words_.size() >> bits) > kNamesInBucket && bits < 32) ++bits;
  const std::uint64_t buckets = std::uint64_t{1} << bits;
  for (auto& [hash, id] : words_) hash &= static_cast<std::uint32_t>(buckets - 1);
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  auto word = words_.begin();
  for (std::uint64_t begin = 0; begin < buckets; begin += kBucketsInBlock) {
    const std::uint64_t end = std::min(begin + kBucketsInBlock, buckets);
    std::string sizes, ids;
    for (std::uint64_t bucket = begin; bucket < end; ++bucket) {
      std::uint32_t before = 0;
      const auto first = word;
      for (; word != words_.end() && word->first == bucket; ++word) {
        append_number(ids, word->second - before);
        before = word->second;
      }
      append_number(sizes, static_cast<std::uint64_t>(word - first));
    }
    std::string block;
    packer_.append(block, sizes);
    packer_.append(block, ids);
    table_.emplace_back(schema::block_key(schema::kNameWordsKey, begin / kBucketsInBlock),
                        std::move(block));
  }
  words_.clear();
  return bits;
}

// The numbers of the first and last article, how many chunks, how many names of each type, how many blocks, the
// bits of a bucket of words, the first name of each block.
SideTable NameTableWriter::finish() {
  if (block_names_.size() > 0) end_block();
  if (in_chunk_ > 0) end_chunk();
  if (blocks_ == 0) return {};
  std::string head;
  append_number(head, first_);
  append_number(head, last_);
  append_number(head, chunks_);
  for (const std::uint64_t names : of_type_) append_number(head, names);
  append_number(head, blocks_);
  append_number(head, write_words());
  std::string packed;
  packer_.append(packed, head + directory_);
  table_.emplace_back(schema::kNamesKey, std::move(packed));
  directory_.clear();
  std::fill(std::begin(of_type_), std::end(of_type_), 0);
  blocks_ = chunks_ = 0;
  ids_given_ = 0;
  return std::exchange(table_, {});
}

NameTable::NameTable(Xapian::Database segment)
    : segment_(std::move(segment)), type_ends_(kTypes, 0) {
  const std::string packed = segment_.get_metadata(schema::kNamesKey);
  if (packed.empty()) return;
  PackedReader whole(packed, kWhat);
  const std::string head = unpacker_.take(whole, kLargestBlock);
  PackedReader reader(head, kWhat);
  constexpr std::uint32_t kMost = 0xFFFFFFFF;
  first_ = static_cast<std::uint32_t>(reader.number_to(kMost));
  last_ = static_cast<std::uint32_t>(reader.number_to(kMost));
  chunks_ = static_cast<std::uint32_t>(reader.number_to(kMost));
  if (last_ < first_ || chunks_ != (last_ - first_) / kArticlesInChunk + 1) reader.damaged();
  std::uint64_t end = 0;
  for (std::uint64_t& type_end : type_ends_) type_end = end += reader.number_to(kMost);
  const std::uint64_t blocks = reader.number();
  if (end > kMost || blocks != (end + kNamesInBlock - 1) / kNamesInBlock) reader.damaged();
  word_bits_ = static_cast<unsigned>(reader.number_to(32));
  while (!reader.done()) first_names_.emplace_back(reader.bytes(reader.number()));
  if (first_names_.size() != blocks) reader.damaged();
  blocks_.resize(blocks);
}

EntityType NameTable::type_of(std::uint32_t id) const {
  const auto end = std::upper_bound(type_ends_.begin(), type_ends_.end(), id);
  return kEntityTypes[end - type_ends_.begin()];
}

const NameTable::Block& NameTable::block(std::size_t number) {
  auto& block = blocks_[number];
  if (block) return *block;
  const std::string bytes = segment_.get_metadata(schema::block_key(schema::kNamesKey, number));
  PackedReader reader(bytes, kWhat);
  const std::size_t count = reader.number();
  if (count != std::min<std::size_t>(kNamesInBlock, size() - number * kNamesInBlock)) damaged();
  auto read = std::make_unique<Block>();
  read->names = Lines(reader, unpacker_, count, kWhat);
  const std::string counts = unpacker_.take(reader, kLargestBlock);
  read_numbers(counts, count, kWhat,
               [&](std::uint64_t articles) { read->counts.push_back(articles); });
  for (std::size_t i = 0; i < count; ++i) {
    if (read->names[i].size() < 2) damaged();
  }
  block = std::move(read);
  return *block;
}

NameTable::Name NameTable::name(std::uint32_t id) {
  const Block& block = this->block(id / kNamesInBlock);
  const std::size_t place = id % kNamesInBlock;
  return {type_of(id), block.names[place].substr(1), block.counts[place]};
}

std::optional<std::uint32_t> NameTable::find(EntityType type, std::string_view name) {
  const std::string line = line_of(type, name);
  const auto after = std::upper_bound(first_names_.begin(), first_names_.end(), line);
  if (after == first_names_.begin()) return std::nullopt;
  const auto number = static_cast<std::size_t>(after - first_names_.begin() - 1);
  const Lines& names = block(number).names;
  const std::size_t place = names.lower_bound(line);
  if (place == names.size() || names[place] != line) return std::nullopt;
  return static_cast<std::uint32_t>(number * kNamesInBlock + place);
}

std::vector<std::uint32_t> NameTable::perhaps_with_word(std::string_view folded) const {
  if (size() == 0) return {};
  const std::uint64_t bucket = hash_of(folded) & ((std::uint64_t{1} << word_bits_) - 1);
  const std::string bytes =
      segment_.get_metadata(schema::block_key(schema::kNameWordsKey, bucket / kBucketsInBlock));
  PackedReader reader(bytes, kWhat);
  const std::string sizes = unpacker_.take(reader, kLargestBlock);
  const std::string ids = unpacker_.take(reader, kLargestBlock);
  PackedReader size_reader(sizes, kWhat), id_reader(ids, kWhat);
  for (std::uint64_t before = bucket % kBucketsInBlock; before > 0; --before) {
    for (std::uint64_t left = size_reader.number(); left > 0; --left) id_reader.number();
  }
  std::vector<std::uint32_t> found;
  std::uint64_t id = 0;
  for (std::uint64_t left = size_reader.number(); left > 0; --left) {
    id += id_reader.number_to(size());
    if (id >= size()) damaged();
    found.push_back(static_cast<std::uint32_t>(id));
  }
  return found;
}

const NameTable::ListBlock& NameTable::lists(std::size_t number) {
  if (last_lists_ && last_lists_->number == number) return *last_lists_;
  last_lists_.reset();
  ListBlock block{number, segment_.get_metadata(schema::block_key(schema::kNameListsKey, number)),
                  {}, 0};
  PackedReader reader(block.bytes, kWhat);
  const std::string sizes = unpacker_.take(reader, kLargestBlock);
  block.begin = block.bytes.size() - reader.left();
  const std::size_t count =
      std::min<std::size_t>(kNamesInBlock, size() - number * kNamesInBlock);
  std::size_t end = block.begin;
  read_numbers(sizes, count, kWhat, [&](std::uint64_t size) {
    if (size > block.bytes.size() - end) damaged();
    end += size;
    block.ends.push_back(end);
  });
  if (end != block.bytes.size()) damaged();
  return last_lists_.emplace(std::move(block));
}

void NameTable::append_articles(std::uint32_t id, std::vector<std::uint32_t>& numbers) {
  const ListBlock& block = lists(id / kNamesInBlock);
  const std::size_t place = id % kNamesInBlock;
  const std::size_t begin = place == 0 ? block.begin : block.ends[place - 1];
  const auto list = std::string_view(block.bytes).substr(begin, block.ends[place] - begin);
  const auto count = static_cast<std::size_t>(
      std::count_if(list.begin(), list.end(), [](char byte) { return (byte & 0x80) == 0; }));
  std::uint64_t number = first_;
  for (const std::uint32_t step : small_numbers(list, count, kWhat)) {
    number += step;
    if (number > last_) damaged();
    numbers.push_back(static_cast<std::uint32_t>(number));
  }
}

NameChunk NameTable::read_chunk(std::uint32_t number) const {
  const std::string bytes =
      segment_.get_metadata(schema::block_key(schema::kNameChunksKey, number));
  PackedReader reader(bytes, kWhat);
  const std::size_t articles = reader.number_to(kArticlesInChunk);
  const std::string how_many = unpacker_.take(reader, kLargestBlock);
  const std::string ids = unpacker_.take(reader, kLargestBlock);
  NameChunk chunk;
  chunk.salience_ = unpacker_.take(reader, kLargestBlock);
  if (!reader.done()) damaged();
  chunk.begins_.reserve(articles + 1);
  std::uint64_t total = 0;
  for (const std::uint32_t names : small_numbers(how_many, articles, kWhat)) {
    total += names;
    if (total > ids.size()) damaged();
    chunk.begins_.push_back(static_cast<std::uint32_t>(total));
  }
  chunk.ids_ = small_numbers(ids, total, kWhat);
  for (std::size_t place = 0; place < articles; ++place) {
    std::uint64_t id = 0;
    for (std::size_t i = chunk.begins_[place]; i < chunk.begins_[place + 1]; ++i) {
      id += chunk.ids_[i];
      if (id >= size()) damaged();
      chunk.ids_[i] = static_cast<std::uint32_t>(id);
    }
  }
  return chunk;
}

PackedReader NameTable::salience(const NameChunk& chunk) {
  return PackedReader(chunk.salience_, kWhat);
}

/// The names of the article at `place`; `salience` is read on from place to place.
std::vector<NameInArticle> NameTable::articles_names(const NameChunk& chunk, std::size_t place,
                                                     PackedReader& salience) {
  std::vector<NameInArticle> names;
  const auto [begin, end] = chunk.ids(place);
  for (const std::uint32_t* id = begin; id != end; ++id) {
    const std::uint64_t value = salience.number_to(std::uint64_t{1} << 33) + 2;
    names.push_back({*id, static_cast<std::uint32_t>(value / 2), value % 2 == 1});
  }
  return names;
}

std::vector<NameInArticle> NameTable::of_article(std::uint32_t number) {
  if (number < first_ || number > last_) return {};
  const std::uint32_t wanted = (number - first_) / kArticlesInChunk;
  const std::uint32_t place = (number - first_) % kArticlesInChunk;
  if (!last_chunk_ || last_chunk_->first != wanted) last_chunk_.emplace(wanted, read_chunk(wanted));
  const NameChunk& chunk = last_chunk_->second;
  if (place >= chunk.size()) return {};
  PackedReader salience = NameTable::salience(chunk);
  for (const std::uint32_t* id = chunk.ids(0).first; id != chunk.ids(place).first; ++id) {
    salience.number();
  }
  return articles_names(chunk, place, salience);
}

}  // namespace dateline
