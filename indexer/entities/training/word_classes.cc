#include "indexer/entities/training/word_classes.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

/// n log n, the terms of the likelihood; most counts are small.
double n_log_n(std::int64_t n) {
  static const std::vector<double> kTable = [] {
    std::vector<double> table(1 << 15, 0.0);
    for (std::size_t i = 2; i < table.size(); ++i) {
      table[i] = static_cast<double>(i) * std::log(static_cast<double>(i));
    }
    return table;
  }();
  if (n < static_cast<std::int64_t>(kTable.size())) return kTable[static_cast<std::size_t>(n)];
  return static_cast<double>(n) * std::log(static_cast<double>(n));
}

double growth(std::int64_t from, std::int64_t by) { return n_log_n(from + by) - n_log_n(from); }

class Exchange {
 public:
  Exchange(const Neighbours& neighbours, std::size_t classes)
      : neighbours_(neighbours), size_(classes + 1), class_(neighbours.words()), times_(size_),
        after_(size_ * size_), before_(size_ * size_), left_(size_), right_(size_) {
    for (std::size_t word = 0; word < class_.size(); ++word) {
      class_[word] = static_cast<std::uint16_t>(1 + word % classes);
    }
    class_[neighbours.edge()] = 0;
    for (std::size_t word = 0; word < class_.size(); ++word) count(word);
  }

  /// Moves each word once to where it is best; how many moved.
  std::size_t move_all() {
    std::size_t moved = 0;
    for (std::size_t word = 0; word < class_.size(); ++word) {
      if (word == neighbours_.edge()) continue;
      const std::uint16_t old = class_[word];
      gather(word);
      put(word, old, -1);
      class_[word] = best_class(word, old);
      put(word, class_[word], 1);
      moved += class_[word] != old;
    }
    return moved;
  }

  const std::vector<std::uint16_t>& classes() const { return class_; }

 private:
  struct ClassCount {
    std::size_t number = 0;
    std::int32_t times = 0;
  };

  void count(std::size_t word) {
    const std::size_t own = class_[word];
    times_[own] += neighbours_.times(word);
    for (const auto& next : neighbours_.after(word)) {
      add_pair(own, class_[next.word], static_cast<std::int32_t>(next.times));
    }
    add_pair(own, own, static_cast<std::int32_t>(neighbours_.doubled(word)));
  }

  /// Kept twice, so that both sides of a class lie side by side.
  void add_pair(std::size_t first, std::size_t second, std::int32_t times) {
    after_[first * size_ + second] += times;
    before_[second * size_ + first] += times;
  }

  void gather_side(const std::vector<Neighbours::Count>& words, std::vector<std::int32_t>& by_class,
                   std::vector<ClassCount>& found) const {
    std::fill(by_class.begin(), by_class.end(), 0);
    for (const auto& word : words) by_class[class_[word.word]] += static_cast<std::int32_t>(word.times);
    found.clear();
    for (std::size_t c = 0; c < size_; ++c) {
      if (by_class[c] != 0) found.push_back({c, by_class[c]});
    }
  }

  /// The classes beside `word`.
  void gather(std::size_t word) {
    gather_side(neighbours_.before(word), left_, lefts_);
    gather_side(neighbours_.after(word), right_, rights_);
  }

  void put(std::size_t word, std::size_t target, std::int32_t sign) {
    for (const auto& left : lefts_) add_pair(left.number, target, sign * left.times);
    for (const auto& right : rights_) add_pair(target, right.number, sign * right.times);
    add_pair(target, target, sign * static_cast<std::int32_t>(neighbours_.doubled(word)));
    times_[target] += sign * static_cast<std::int64_t>(neighbours_.times(word));
  }

  /// How much likelier the text gets with `word` in `target`.
  double gain(std::size_t word, std::size_t target) const {
    const std::int32_t* before = &before_[target * size_];
    const std::int32_t* after = &after_[target * size_];
    double sum = 0;
    for (const auto& left : lefts_) {
      if (left.number != target) sum += growth(before[left.number], left.times);
    }
    for (const auto& right : rights_) {
      if (right.number != target) sum += growth(after[right.number], right.times);
    }
    const std::int32_t inside =
        left_[target] + right_[target] + static_cast<std::int32_t>(neighbours_.doubled(word));
    return sum + growth(after[target], inside) - 2 * growth(times_[target], neighbours_.times(word));
  }

  std::uint16_t best_class(std::size_t word, std::uint16_t old) const {
    std::uint16_t best = old;
    double most = gain(word, old);
    for (std::uint16_t target = 1; target < size_; ++target) {
      const double here = gain(word, target);
      if (here > most) {
        most = here;
        best = target;
      }
    }
    return best;
  }

  const Neighbours& neighbours_;
  std::size_t size_;
  std::vector<std::uint16_t> class_;
  std::vector<std::int64_t> times_;
  std::vector<std::int32_t> after_;
  std::vector<std::int32_t> before_;
  std::vector<std::int32_t> left_;
  std::vector<std::int32_t> right_;
  std::vector<ClassCount> lefts_;
  std::vector<ClassCount> rights_;
};

/// Pairs of a word and its neighbour, sorted, to counts per word.
void fill_counts(std::vector<std::uint64_t>& pairs, std::vector<std::vector<Neighbours::Count>>& counts) {
  std::sort(pairs.begin(), pairs.end());
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i;
    while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
    const auto times = static_cast<std::uint32_t>(end - i);
    counts[pairs[i] >> 32].push_back({static_cast<std::uint32_t>(pairs[i]), times});
    i = end;
  }
}

}  // namespace

Neighbours::Neighbours(const std::vector<std::uint32_t>& text, std::size_t words)
    : before_(words + 1), after_(words + 1), times_(words + 1), doubled_(words + 1) {
  std::vector<std::uint64_t> forward;
  std::vector<std::uint64_t> backward;
  std::uint32_t last = edge();
  for (std::uint32_t word : text) {
    if (word == kSentenceBreak) word = edge();
    if (word != kRareWord) ++times_[word];
    if (word != kRareWord && last != kRareWord && word == last) ++doubled_[word];
    if (word != kRareWord && last != kRareWord && word != last) {
      forward.push_back(std::uint64_t{last} << 32 | word);
      backward.push_back(std::uint64_t{word} << 32 | last);
    }
    last = word;
  }
  fill_counts(forward, after_);
  fill_counts(backward, before_);
}

std::vector<std::uint16_t> classes_of(const Neighbours& neighbours, std::size_t classes, int rounds) {
  Exchange exchange(neighbours, classes);
  for (int round = 0; round < rounds; ++round) {
    if (exchange.move_all() < neighbours.words() / 200) break;
  }
  return exchange.classes();
}

}  // namespace dateline
