#include "common/index/word_table.h"

#include <algorithm>
#include <memory>

#include "common/error.h"
#include "common/index/schema.h"

namespace dateline {

namespace {

constexpr char kWhat[] = "table of words";

/// A block ends early at so many bytes of words, of which some may be very long.
constexpr std::size_t kFullBlockBytes = 1 << 20;
/// If more than one word in this many has a stem unlike itself, they are not listed.
constexpr std::uint64_t kFewFarStems = 20;

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first -
      a.begin());
}

}  // namespace

void WordTableWriter::add(std::string_view word, std::string_view stem, std::uint64_t occurrences) {
  if (block_words_.size() == 0) first_ = word;
  const std::size_t kept = shared_prefix(word, stem);
  block_words_.add(word);
  append_number(cuts_, word.size() - kept);
  append_number(suffix_sizes_, stem.size() - kept);
  append_number(counts_, occurrences);
  suffixes_ += stem.substr(kept);
  if (kept + 1 < stem.size()) far_stems_.emplace_back(stem);
  ++words_;
  if (block_words_.size() == kWordsInBlock || block_words_.bytes() >= kFullBlockBytes) end_block();
}

void WordTableWriter::end_block() {
  std::string block;
  append_number(block, block_words_.size());
  block_words_.take(packer_, block);
  for (std::string* stream : {&cuts_, &suffix_sizes_, &counts_, &suffixes_}) {
    packer_.append(block, *stream);
    stream->clear();
  }
  append_number(directory_, first_.size());
  directory_ += first_;
  sink_(schema::block_key(schema::kWordsKey, blocks_++), std::move(block));
}

// How many words, how many blocks, the first word of each; then whether all stems are to be taken for
// unlike their words, or those that are.
void WordTableWriter::finish() {
  if (block_words_.size() > 0) end_block();
  if (blocks_ == 0) return;
  std::string head;
  append_number(head, words_);
  append_number(head, blocks_);
  head += directory_;
  std::sort(far_stems_.begin(), far_stems_.end());
  far_stems_.erase(std::unique(far_stems_.begin(), far_stems_.end()), far_stems_.end());
  const bool are_few = far_stems_.size() * kFewFarStems <= words_ + kWordsInBlock;
  append_number(head, are_few ? 0 : 1);
  for (const std::string& stem : far_stems_) {
    if (!are_few) break;
    append_number(head, stem.size());
    head += stem;
  }
  std::string packed;
  packer_.append(packed, head);
  sink_(schema::kWordsKey, std::move(packed));
}

std::string WordBlock::stem(std::size_t i) const {
  std::string stem(word(i));
  stem.resize(stem.size() - cuts_[i]);
  const std::size_t begin = i == 0 ? 0 : suffix_ends_[i - 1];
  return stem.append(suffixes_, begin, suffix_ends_[i] - begin);
}

bool WordBlock::has_stem(std::size_t i, std::string_view stem) const {
  const std::string_view kept = word(i).substr(0, word(i).size() - cuts_[i]);
  const std::size_t begin = i == 0 ? 0 : suffix_ends_[i - 1];
  const std::size_t suffix = suffix_ends_[i] - begin;
  return stem.size() == kept.size() + suffix && stem.substr(0, kept.size()) == kept &&
         stem.substr(kept.size()) == std::string_view(suffixes_).substr(begin, suffix);
}

WordTable::WordTable(Xapian::Database segment) : segment_(std::move(segment)) {
  const std::string packed = segment_.get_metadata(schema::kWordsKey);
  if (packed.empty()) return;
  PackedReader whole(packed, kWhat);
  const std::string head = unpacker_.take(whole, kLargestBlock);
  PackedReader reader(head, kWhat);
  words_ = reader.number();
  const std::uint64_t blocks = reader.number_to(head.size());
  for (std::uint64_t i = 0; i < blocks; ++i) {
    first_words_.emplace_back(reader.bytes(reader.number()));
  }
  blocks_.resize(first_words_.size());
  are_all_far_ = reader.number() != 0;
  while (!reader.done()) far_stems_.emplace_back(reader.bytes(reader.number()));
}

const WordBlock& WordTable::block(std::size_t number) {
  if (blocks_[number].size() == 0) blocks_[number] = read_block(number);
  return blocks_[number];
}

WordBlock WordTable::read_block(std::size_t number) {
  const std::string bytes = segment_.get_metadata(schema::block_key(schema::kWordsKey, number));
  PackedReader reader(bytes, kWhat);
  const std::size_t count = reader.number_to(kWordsInBlock);
  WordBlock read;
  if (count == 0) reader.damaged();
  read.words_ = Lines(reader, unpacker_, count, kWhat);
  const auto take = [&] { return unpacker_.take(reader, kLargestBlock); };
  const std::string cuts = take(), suffix_sizes = take(), counts = take();
  read.suffixes_ = take();
  if (!reader.done()) reader.damaged();
  read_numbers(counts, count, kWhat, [&](std::uint64_t value) { read.counts_.push_back(value); });
  read_numbers(cuts, count, kWhat, [&](std::uint64_t value) {
    if (value > read.words_[read.cuts_.size()].size()) reader.damaged();
    read.cuts_.push_back(static_cast<std::uint32_t>(value));
  });
  std::uint64_t end = 0;
  read_numbers(suffix_sizes, count, kWhat, [&](std::uint64_t size) {
    end += size;
    if (size > read.suffixes_.size() || end > read.suffixes_.size()) reader.damaged();
    read.suffix_ends_.push_back(static_cast<std::uint32_t>(end));
  });
  return read;
}

std::size_t WordTable::block_of(std::string_view word) const {
  const auto after = std::upper_bound(first_words_.begin(), first_words_.end(), word);
  return after == first_words_.begin() ? 0
                                       : static_cast<std::size_t>(after - first_words_.begin() - 1);
}

bool WordTable::is_near_stem(std::string_view stem) const {
  return !are_all_far_ && !std::binary_search(far_stems_.begin(), far_stems_.end(), stem);
}

namespace {

/// The words of one part, one after the other.
class WordCursor {
 public:
  explicit WordCursor(const Xapian::Database& part)
      : table_(std::make_unique<WordTable>(part)) {
    if (table_->blocks() > 0) block_ = table_->read_block(0);
  }

  bool done() const { return at_ == block_.size(); }
  std::string_view word() const { return block_.word(at_); }
  std::string stem() const { return block_.stem(at_); }
  std::uint64_t occurrences() const { return block_.occurrences(at_); }
  void next() {
    if (++at_ < block_.size() || ++number_ == table_->blocks()) return;
    block_ = table_->read_block(number_);
    at_ = 0;
  }

 private:
  std::unique_ptr<WordTable> table_;
  WordBlock block_;
  std::size_t number_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

void join_word_tables(const std::vector<Xapian::Database>& parts, const TableSink& sink) {
  std::vector<WordCursor> cursors;
  for (const Xapian::Database& part : parts) {
    cursors.emplace_back(part);
    if (cursors.back().done()) cursors.pop_back();
  }
  // A heap of the cursors, the one at the least word in front.
  const auto is_behind = [](const WordCursor& a, const WordCursor& b) { return a.word() > b.word(); };
  std::make_heap(cursors.begin(), cursors.end(), is_behind);
  WordTableWriter writer(sink);
  IndexedWord pending;
  while (!cursors.empty()) {
    std::pop_heap(cursors.begin(), cursors.end(), is_behind);
    WordCursor& least = cursors.back();
    if (least.word() != pending.word) {
      if (!pending.word.empty()) writer.add(pending.word, pending.stem, pending.occurrences);
      pending = {std::string(least.word()), least.stem(), 0};
    }
    pending.occurrences += least.occurrences();
    least.next();
    if (least.done()) {
      cursors.pop_back();
    } else {
      std::push_heap(cursors.begin(), cursors.end(), is_behind);
    }
  }
  if (!pending.word.empty()) writer.add(pending.word, pending.stem, pending.occurrences);
  writer.finish();
}

}  // namespace dateline
