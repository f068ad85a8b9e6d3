#include "searcher/names/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <numeric>

#include "common/index/name_blocks.h"
#include "common/text/nearest.h"
#include "common/text/string_table.h"
#include "common/text/tokenizer.h"

namespace dateline {

namespace {

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    all.emplace_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

std::size_t rank_of(EntityType type) {
  return static_cast<std::size_t>(
      std::find(std::begin(kEntityTypes), std::end(kEntityTypes), type) - std::begin(kEntityTypes));
}

/// What a letter, digit or space of ASCII is in a folded name; 0: any other.
struct PlainBytes {
  std::array<char, 256> folded{};
};

constexpr PlainBytes make_plain_bytes() {
  PlainBytes bytes{};
  for (std::size_t c = '0'; c <= '9'; ++c) bytes.folded[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) bytes.folded[c] = static_cast<char>(c);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bytes.folded[c] = static_cast<char>(c - 'A' + 'a');
  bytes.folded[' '] = ' ';
  return bytes;
}

constexpr PlainBytes kPlain = make_plain_bytes();

/// Most names are words of plain letters, one space apart: those are only lower-cased, many times as
/// fast as they are tokenised. False if it is another, and then nothing is appended.
bool append_plain_name(std::string_view text, std::string& out) {
  const std::size_t begin = out.size();
  out.resize(begin + text.size());
  char* to = out.data() + begin;
  char before = ' ';
  for (const char c : text) {
    const char folded = kPlain.folded[static_cast<unsigned char>(c)];
    if (folded == '\0' || (folded == ' ' && before == ' ')) {
      out.resize(begin);
      return false;
    }
    *to++ = before = folded;
  }
  if (before != ' ') return true;
  out.resize(begin);
  return false;
}

}  // namespace

void append_folded_name(std::string_view text, std::string& out) {
  if (append_plain_name(text, out)) return;
  const std::size_t begin = out.size();
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (out.size() > begin) out += ' ';
    out += token.folded;
  }
}

std::string folded_name(std::string_view text) {
  std::string folded;
  append_folded_name(text, folded);
  return folded;
}

Vocabulary::Vocabulary(Snapshot& snapshot) : type_ends_(std::size(kEntityTypes), 0) {
  if (snapshot.manifest().settings.finds_entities()) read(snapshot);
}

Vocabulary::Vocabulary(const std::vector<IndexedName>& names)
    : type_ends_(std::size(kEntityTypes), 0) {
  for (const IndexedName& name : names) add(name.type, name.name, name.articles);
}

void Vocabulary::reserve(std::size_t names) {
  constexpr std::size_t kUsualBytes = 16;  // of a name
  names_.reserve(names * kUsualBytes);
  folded_.reserve(names * (kUsualBytes + 3));
  name_ends_.reserve(names + 1);
  begins_.reserve(names);
  articles_.reserve(names);
}

void Vocabulary::add(EntityType type, std::string_view name, std::uint64_t articles) {
  names_ += name;
  name_ends_.push_back(static_cast<std::uint32_t>(names_.size()));
  begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
  folded_ += "\n ";
  append_folded_name(name, folded_);
  folded_ += ' ';
  articles_.push_back(static_cast<std::uint32_t>(articles));
  mentions_ += articles;
  for (std::size_t rank = rank_of(type); rank < type_ends_.size(); ++rank) ++type_ends_[rank];
}

/// All names of all segments in order, and where those of each went.
void Vocabulary::read(Snapshot& snapshot) {
  const std::size_t segments = snapshot.parts().size();
  places_.resize(segments);
  std::vector<NameStream> streams;
  streams.reserve(segments);
  std::size_t most = 0;
  std::vector<std::size_t> heap;  // of the segments, that with the least name in front
  for (std::size_t segment = 0; segment < segments; ++segment) {
    const NameBlocks& blocks = snapshot.names(segment).blocks();
    streams.emplace_back(blocks);
    if (streams.back().done()) continue;
    heap.push_back(segment);
    if (segments > 1) places_[segment].reserve(blocks.size());
    most += blocks.size();
  }
  reserve(most);
  const auto is_behind = [&](std::size_t a, std::size_t b) {
    return streams[b].line() < streams[a].line();
  };
  std::make_heap(heap.begin(), heap.end(), is_behind);
  std::string last;
  while (!heap.empty()) {
    if (heap.size() > 1) std::pop_heap(heap.begin(), heap.end(), is_behind);
    const std::size_t segment = heap.back();
    NameStream& stream = streams[segment];
    if (stream.line() == last) {
      articles_.back() += stream.articles();
      mentions_ += stream.articles();
    } else {
      last = stream.line();
      add(stream.type(), stream.line().substr(1), stream.articles());
    }
    if (segments > 1) places_[segment].push_back(size() - 1);
    stream.next();
    if (stream.done()) {
      heap.pop_back();
    } else if (heap.size() > 1) {
      std::push_heap(heap.begin(), heap.end(), is_behind);
    }
  }
}

EntityType Vocabulary::type(std::uint32_t place) const {
  std::size_t rank = 0;
  while (place >= type_ends_[rank]) ++rank;
  return kEntityTypes[rank];
}

std::optional<std::uint32_t> Vocabulary::id_in(std::size_t segment, std::uint32_t place) const {
  const auto& places = places_[segment];
  if (places.empty()) {
    if (places_.size() == 1) return place;  // a sole segment; of several it has no names
    return std::nullopt;
  }
  const auto at = std::lower_bound(places.begin(), places.end(), place);
  if (at == places.end() || *at != place) return std::nullopt;
  return static_cast<std::uint32_t>(at - places.begin());
}

std::optional<std::uint32_t> Vocabulary::place_of(EntityType type, std::string_view name) const {
  const std::size_t rank = rank_of(type);
  std::uint32_t low = rank == 0 ? 0 : type_ends_[rank - 1];
  const std::uint32_t end = type_ends_[rank];
  for (std::uint32_t high = end; low < high;) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (this->name(middle) < name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == end || this->name(low) != name) return std::nullopt;
  return low;
}

std::string_view Vocabulary::folded(std::uint32_t place) const {
  const std::size_t begin = begins_[place] + 2;
  const std::size_t end = place + 1 < begins_.size() ? begins_[place + 1] : folded_.size();
  return std::string_view(folded_).substr(begin, end - 1 - begin);
}

std::vector<std::uint32_t> Vocabulary::find(const Accept& accept, std::string_view name,
                                            bool whole) const {
  const std::string folded = folded_name(name);
  if (folded.empty()) return {};
  const std::string words = ' ' + folded + ' ';
  std::vector<std::uint32_t> found = containing(accept, words);
  if (whole) {
    std::vector<std::uint32_t> just_it;
    for (const std::uint32_t place : found) {
      if (this->folded(place) == folded) just_it.push_back(place);
    }
    if (!just_it.empty()) found = std::move(just_it);
  }
  sort_by_articles(found);
  return found;
}

/// The accepted names whose folded form, between spaces, has `wanted` in it.
std::vector<std::uint32_t> Vocabulary::containing(const Accept& accept,
                                                  const std::string& wanted) const {
  std::vector<std::uint32_t> found;
  // Not find(): that looks for the first byte, a space, which is everywhere.
  const auto find_from = [&](std::size_t begin) {
    const void* at =
        memmem(folded_.data() + begin, folded_.size() - begin, wanted.data(), wanted.size());
    return at == nullptr ? folded_.size()
                         : static_cast<std::size_t>(static_cast<const char*>(at) - folded_.data());
  };
  for (std::size_t at = find_from(0); at < folded_.size();) {
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), at);
    const auto place = static_cast<std::uint32_t>(next - begins_.begin() - 1);
    if (accept(place)) found.push_back(place);
    if (next == begins_.end()) break;
    at = find_from(*next);
  }
  return found;
}

void Vocabulary::sort_by_articles(std::vector<std::uint32_t>& found) const {
  std::stable_sort(found.begin(), found.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return articles_[a] > articles_[b]; });
}

std::vector<std::string> Vocabulary::words_by_articles() const {
  StringTable words;
  std::vector<std::uint64_t> articles;
  for (std::uint32_t place = 0; place < size(); ++place) {
    const std::string_view folded = this->folded(place);
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', begin), folded.size());
      const std::uint32_t word = words.intern(folded.substr(begin, end - begin));
      if (word == articles.size()) articles.push_back(0);
      articles[word] += articles_[place];
      begin = end + 1;
    }
  }
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return articles[a] != articles[b] ? articles[a] > articles[b] : words.text(a) > words.text(b);
  });
  std::vector<std::string> ordered;
  for (const std::uint32_t word : order) ordered.emplace_back(words.text(word));
  return ordered;
}

std::vector<std::uint32_t> Vocabulary::suggest(const Accept& accept, std::string_view name,
                                               std::size_t most) const {
  // Word by word the known one that is nearest, of those the one of most articles; then the names
  // with all of them.
  const std::vector<std::string> known = words_by_articles();
  std::vector<std::string> wanted;
  for (const std::string& word : split(folded_name(name))) wanted.push_back(nearest(word, known));
  // All of them in one name, or else the last: the family name.
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < wanted.size() && !wanted[i].empty(); ++i) {
    std::vector<std::uint32_t> more = containing(accept, ' ' + wanted[i] + ' ');
    if (i == 0) {
      found = std::move(more);
      continue;
    }
    std::vector<std::uint32_t> both;
    std::set_intersection(found.begin(), found.end(), more.begin(), more.end(),
                          std::back_inserter(both));
    found = std::move(both);
  }
  if (found.empty() && !wanted.empty() && !wanted.back().empty()) {
    found = containing(accept, ' ' + wanted.back() + ' ');
  }
  sort_by_articles(found);
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace dateline
