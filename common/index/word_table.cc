#include "common/index/word_table.h"

#include <algorithm>
#include <limits>
#include <memory>

#include "common/error.h"
#include "common/index/schema.h"

namespace dateline {

namespace {

constexpr char kWhat[] = "table of words";

/// A block ends early at so many bytes of words, of which some may be very long.
constexpr std::size_t kFullBlockBytes = 1 << 20;
/// What a damaged block claims beyond it is not believed.
constexpr std::size_t kLargestBlock = 1 << 30;

/// If more than one word in this many has a stem unlike itself, they are not listed.
constexpr std::uint64_t kFewFarStems = 20;

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first -
      a.begin());
}

/// Numbers, `count` of them, out of a block's stream.
template <class Take>
void read_stream(std::string_view stream, std::size_t count, const Take& take) {
  PackedReader reader(stream, kWhat);
  for (std::size_t i = 0; i < count; ++i) take(reader.number());
  if (!reader.done()) reader.damaged();
}

}  // namespace

void WordTableWriter::add(std::string_view word, std::string_view stem, std::uint64_t occurrences) {
  if (in_block_ == 0) first_ = word;
  const std::size_t shared = in_block_ == 0 ? 0 : shared_prefix(last_, word);
  const std::size_t kept = shared_prefix(word, stem);
  append_number(shared_, shared);
  append_number(rests_, word.size() - shared);
  append_number(cuts_, word.size() - kept);
  append_number(suffix_sizes_, stem.size() - kept);
  append_number(counts_, occurrences);
  text_ += word.substr(shared);
  suffixes_ += stem.substr(kept);
  if (kept + 1 < stem.size()) far_stems_.emplace_back(stem);
  last_ = word;
  ++words_;
  if (++in_block_ == kWordsInBlock || text_.size() >= kFullBlockBytes) end_block();
}

void WordTableWriter::end_block() {
  std::string block;
  append_number(block, in_block_);
  for (std::string* stream :
       {&shared_, &rests_, &cuts_, &suffix_sizes_, &counts_, &text_, &suffixes_}) {
    packer_.append(block, *stream);
    stream->clear();
  }
  append_number(directory_, first_.size());
  directory_ += first_;
  table_.emplace_back(schema::block_key(schema::kWordsKey, table_.size()), std::move(block));
  in_block_ = 0;
}

// How many words, how many blocks, the first word of each; then whether all stems are to be taken for
// unlike their words, or those that are.
SideTable WordTableWriter::finish() {
  if (in_block_ > 0) end_block();
  if (table_.empty()) return {};
  std::string head;
  append_number(head, words_);
  append_number(head, table_.size());
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
  table_.emplace_back(schema::kWordsKey, std::move(packed));
  directory_.clear();
  far_stems_.clear();
  words_ = 0;
  return std::exchange(table_, {});
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

std::size_t WordBlock::word_at(std::size_t at) const {
  return static_cast<std::size_t>(
      std::upper_bound(begins_.begin(), begins_.end(), static_cast<std::uint32_t>(at)) -
      begins_.begin() - 1);
}

std::size_t WordBlock::lower_bound(std::string_view word) const {
  std::size_t low = 0;
  for (std::size_t high = size(); low < high;) {
    const std::size_t middle = (low + high) / 2;
    if (this->word(middle) < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
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
  const auto take = [&] { return unpacker_.take(reader, kLargestBlock); };
  const std::string shared = take(), rests = take(), cuts = take(), suffix_sizes = take(),
                    counts = take(), text = take();
  WordBlock read;
  read.suffixes_ = take();
  if (count == 0 || !reader.done()) reader.damaged();
  read_stream(counts, count, [&](std::uint64_t value) { read.counts_.push_back(value); });
  std::uint64_t end = 0;
  read_stream(suffix_sizes, count, [&](std::uint64_t size) {
    end += size;
    if (size > read.suffixes_.size() || end > read.suffixes_.size()) reader.damaged();
    read.suffix_ends_.push_back(static_cast<std::uint32_t>(end));
  });
  PackedReader shares(shared, kWhat), sizes(rests, kWhat), letters(text, kWhat),
      cut_sizes(cuts, kWhat);
  std::size_t before = 0;
  read.begins_.reserve(count + 1);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = read.text_.size();
    const std::uint64_t share = shares.number_to(i == 0 ? 0 : begin - 1 - before);
    read.begins_.push_back(static_cast<std::uint32_t>(begin));
    read.text_.append(read.text_, before, share);
    read.text_ += letters.bytes(sizes.number());
    read.cuts_.push_back(static_cast<std::uint32_t>(cut_sizes.number_to(read.text_.size() - begin)));
    read.text_ += '\n';
    if (read.text_.size() > std::numeric_limits<std::uint32_t>::max()) reader.damaged();
    before = begin;
  }
  read.begins_.push_back(static_cast<std::uint32_t>(read.text_.size()));
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

SideTable join_word_tables(const std::vector<Xapian::Database>& parts) {
  std::vector<WordCursor> cursors;
  for (const Xapian::Database& part : parts) {
    cursors.emplace_back(part);
    if (cursors.back().done()) cursors.pop_back();
  }
  // A heap of the cursors, the one at the least word in front.
  const auto is_behind = [](const WordCursor& a, const WordCursor& b) { return a.word() > b.word(); };
  std::make_heap(cursors.begin(), cursors.end(), is_behind);
  WordTableWriter writer;
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
  return writer.finish();
}

}  // namespace dateline
