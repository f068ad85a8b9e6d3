#include "searcher/names/vocabulary.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "common/index/name_table.h"
#include "common/text/tokenizer.h"
#include "common/text/nearest.h"

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

/// Appends folded_name(text). Most names are words of plain letters, one space apart: those are only
/// lower-cased, many times as fast.
void append_folded_name(std::string_view text, std::string& out) {
  const std::size_t begin = out.size();
  bool in_word = false;
  for (const char c : text) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_plain = is_capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_plain && (c != ' ' || !in_word)) {
      out.resize(begin);
      out += folded_name(text);
      return;
    }
    out += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
    in_word = is_plain;
  }
  if (!in_word) out.resize(out.size() - (out.size() > begin ? 1 : 0));
}

}  // namespace

std::string folded_name(std::string_view text) {
  std::string folded;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (!folded.empty()) folded += ' ';
    folded += token.folded;
  }
  return folded;
}

Vocabulary::Vocabulary(Snapshot& snapshot) {
  if (snapshot.manifest().settings.finds_entities()) read(snapshot);
  fold_names();
}

Vocabulary::Vocabulary(std::vector<IndexedName> names) : names_(std::move(names)) { fold_names(); }

/// All names of all segments in order, and where those of each went.
void Vocabulary::read(Snapshot& snapshot) {
  const std::size_t segments = snapshot.parts().size();
  places_.resize(segments);
  if (segments == 1) {
    NameTable& table = snapshot.names(0);
    names_.reserve(table.size());
    for (std::uint32_t id = 0; id < table.size(); ++id) {
      const NameTable::Name name = table.name(id);
      names_.push_back({name.type, std::string(name.name), name.articles});
    }
    return;
  }
  struct Next {
    NameTable::Name name;
    std::size_t segment;
  };
  const auto is_behind = [](const Next& a, const Next& b) {
    return comes_before(b.name.type, b.name.name, a.name.type, a.name.name);
  };
  std::vector<Next> heap;
  for (std::size_t segment = 0; segment < segments; ++segment) {
    NameTable& table = snapshot.names(segment);
    places_[segment].reserve(table.size());
    if (table.size() > 0) heap.push_back({table.name(0), segment});
  }
  std::make_heap(heap.begin(), heap.end(), is_behind);
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), is_behind);
    auto& [name, segment] = heap.back();
    const bool is_new =
        names_.empty() || names_.back().type != name.type || names_.back().name != name.name;
    if (is_new) names_.push_back({name.type, std::string(name.name), 0});
    names_.back().articles += name.articles;
    places_[segment].push_back(static_cast<std::uint32_t>(names_.size() - 1));
    NameTable& table = snapshot.names(segment);
    if (places_[segment].size() == table.size()) {
      heap.pop_back();
    } else {
      name = table.name(static_cast<std::uint32_t>(places_[segment].size()));
      std::push_heap(heap.begin(), heap.end(), is_behind);
    }
  }
}

void Vocabulary::fold_names() {
  begins_.reserve(names_.size());
  for (const IndexedName& name : names_) {
    begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
    folded_ += "\n ";
    append_folded_name(name.name, folded_);
    folded_ += ' ';
  }
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
  const auto at = std::lower_bound(names_.begin(), names_.end(), name,
                                   [&](const IndexedName& one, std::string_view wanted) {
                                     return comes_before(one.type, one.name, type, wanted);
                                   });
  if (at == names_.end() || at->type != type || at->name != name) return std::nullopt;
  return static_cast<std::uint32_t>(at - names_.begin());
}

std::string_view Vocabulary::folded(std::size_t place) const {
  const std::size_t begin = begins_[place] + 2;
  const std::size_t end = place + 1 < begins_.size() ? begins_[place + 1] : folded_.size();
  return std::string_view(folded_).substr(begin, end > begin ? end - 1 - begin : 0);
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
  std::stable_sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
    return names_[a].articles > names_[b].articles;
  });
}

std::vector<std::string> Vocabulary::words_by_articles() const {
  std::unordered_map<std::string, std::uint64_t> articles;
  for (std::size_t place = 0; place < names_.size(); ++place) {
    for (std::string& word : split(folded(place))) {
      articles[std::move(word)] += names_[place].articles;
    }
  }
  std::vector<std::pair<std::uint64_t, std::string>> ordered;
  for (const auto& [word, count] : articles) ordered.emplace_back(count, word);
  std::sort(ordered.begin(), ordered.end(), std::greater<>());
  std::vector<std::string> words;
  for (auto& [count, word] : ordered) words.push_back(std::move(word));
  return words;
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
