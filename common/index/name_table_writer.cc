#include "common/index/name_table_writer.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/tokenizer.h"

namespace dateline {

namespace {

/// About so many names are in a bucket of words.
constexpr std::size_t kNamesInBucket = 8;

}  // namespace

void NameTableWriter::add(EntityType type, std::string_view name,
                          const std::vector<std::uint32_t>& articles) {
  const std::string line = name_line(type, name);
  if (block_names_.size() == 0) {
    append_number(directory_, line.size());
    directory_ += line;
  }
  Tokenizer tokenizer(name);
  for (Token word; tokenizer.next(word);) words_.emplace_back(name_word_hash(word.folded), ids_given_);
  ++ids_given_;
  block_names_.add(line);
  ++of_type_[line.front() - '0'];
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
  sink_(schema::block_key(schema::kNamesKey, blocks_), std::move(names));
  std::string lists;
  packer_.append(lists, list_sizes_);
  sink_(schema::block_key(schema::kNameListsKey, blocks_), lists + lists_);
  counts_.clear();
  list_sizes_.clear();
  lists_.clear();
  ++blocks_;
}

// Most names of most articles are mentioned once, not in the lead: salience is count * 2 + in_lead - 2.
void NameTableWriter::add_article(std::uint32_t number, const std::vector<NameInArticle>& names) {
  if (ids_given_ == 0) return;  // there is no table without names
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
  sink_(schema::block_key(schema::kNameChunksKey, chunks_), std::move(chunk));
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
    sink_(schema::block_key(schema::kNameWordsKey, begin / kBucketsInBlock),
                        std::move(block));
  }
  words_.clear();
  return bits;
}

// The numbers of the first and last article, how many chunks, how many names of each type, how many blocks, the
// bits of a bucket of words, the first name of each block.
void NameTableWriter::finish() {
  if (block_names_.size() > 0) end_block();
  if (in_chunk_ > 0) end_chunk();
  if (blocks_ == 0) return;
  std::string head;
  append_number(head, first_);
  append_number(head, last_);
  append_number(head, chunks_);
  for (const std::uint64_t names : of_type_) append_number(head, names);
  append_number(head, blocks_);
  append_number(head, write_words());
  std::string packed;
  packer_.append(packed, head + directory_);
  sink_(schema::kNamesKey, std::move(packed));
}

}  // namespace dateline
