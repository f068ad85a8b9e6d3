// Groups words by the company they keep, for words that no tagged corpus has: the exchange algorithm for class
// bigrams (Kneser and Ney 1993; Martin, Liermann and Ney 1998), which puts each word into the class that makes
// the text most likely until few words move. On a few million words it groups names better than vectors
// do. One thread, deterministic.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

/// Stand between the word numbers of a text: an end of sentence, a word too rare to have a number.
inline constexpr std::uint32_t kSentenceBreak = 0xFFFFFFFF;
inline constexpr std::uint32_t kRareWord = 0xFFFFFFFE;

/// How often each of `words` words has which neighbours.
class Neighbours {
 public:
  struct Count {
    std::uint32_t word = 0;
    std::uint32_t times = 0;
  };

  /// `text`: word numbers below `words`, with kSentenceBreak and kRareWord.
  Neighbours(const std::vector<std::uint32_t>& text, std::size_t words);

  std::size_t words() const { return times_.size(); }
  /// The number that stands for an end of sentence among neighbours: the last.
  std::uint32_t edge() const { return static_cast<std::uint32_t>(times_.size() - 1); }
  const std::vector<Count>& before(std::size_t word) const { return before_[word]; }
  const std::vector<Count>& after(std::size_t word) const { return after_[word]; }
  std::uint32_t times(std::size_t word) const { return times_[word]; }
  /// Of the word right after itself; not in before() and after().
  std::uint32_t doubled(std::size_t word) const { return doubled_[word]; }

 private:
  std::vector<std::vector<Count>> before_;
  std::vector<std::vector<Count>> after_;
  std::vector<std::uint32_t> times_;
  std::vector<std::uint32_t> doubled_;
};

/// The class, 1 .. classes, of each word; 0 for the edge. Words are to be numbered by how common they are: the
/// commonest start in classes of their own.
std::vector<std::uint16_t> classes_of(const Neighbours& neighbours, std::size_t classes, int rounds);

}  // namespace dateline
