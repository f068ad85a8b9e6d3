// dateline-learn-words: makes data/entities/words.tsv from plain text and tagged corpora, whose tags it does not
// look at (file names on standard input): for each frequent word its fine and coarse cluster and how often it is
// in lower case where it has the choice.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <unordered_map>

#include "indexer/entities/training/data_files.h"
#include "indexer/entities/training/word_classes.h"
#include "indexer/entities/word_form.h"
#include "indexer/entities/word_splitter.h"

namespace dateline {
namespace {

constexpr std::uint32_t kLeastCount = 3;
constexpr std::size_t kFine = 1000;
constexpr std::size_t kCoarse = 64;
constexpr int kRounds = 12;

/// Digits are all alike: "2019" is 0000.
std::string normal_form(std::string_view word) {
  std::string form(word);
  for (char& c : form) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return form;
}

struct CaseCount {
  std::uint32_t lower = 0;
  std::uint32_t all = 0;
};

class Corpus {
 public:
  void add_text(const std::string& text) {
    split_words(text, split_);
    std::size_t first = 0;
    for (const std::size_t last : split_.sentence_ends) {
      for (std::size_t i = first; i < last; ++i) {
        const auto& word = split_.words[i];
        add_word(std::string_view(text).substr(word.begin, word.end - word.begin), i == first);
      }
      text_.push_back(kSentenceBreak);
      first = last;
    }
  }

  void add_tagged(const std::vector<TaggedArticle>& articles) {
    for (const auto& article : articles) {
      for (const auto& sentence : article) {
        for (const auto& word : sentence.words) add_word(word, &word == &sentence.words.front());
        text_.push_back(kSentenceBreak);
      }
    }
  }

  void print(std::ostream& out) {
    const auto order = rank();
    const Neighbours neighbours(ranked_text(order), order.size());
    const auto fine = classes_of(neighbours, kFine, kRounds);
    const auto coarse = classes_of(neighbours, kCoarse, kRounds);
    for (std::size_t i = 0; i < order.size(); ++i) {
      out << *order[i] << '\t' << fine[i] << '\t' << coarse[i] << '\t' << share_of(*order[i]) << '\n';
    }
  }

 private:
  void add_word(std::string_view word, bool first) {
    const std::string form = normal_form(word);
    if (!first) count_case(form, traits_of(word));
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    const auto number = numbers_.try_emplace(form, next).first->second;
    counts_.resize(numbers_.size());
    ++counts_[number];
    text_.push_back(number);
  }

  void count_case(const std::string& form, std::uint8_t traits) {
    if ((traits & (WordTraits::kCapital | WordTraits::kSmall)) == 0) return;
    CaseCount& count = cases_[lower_case(form)];
    ++count.all;
    count.lower += (traits & WordTraits::kCapital) == 0;
  }

  unsigned share_of(const std::string& form) const {
    const auto found = cases_.find(lower_case(form));
    if (found == cases_.end()) return 0;
    return 1 + static_cast<unsigned>(7.0 * found->second.lower / found->second.all + 0.5);
  }

  /// The frequent words, commonest first.
  std::vector<const std::string*> rank() const {
    std::vector<std::pair<std::uint32_t, const std::string*>> words;
    for (const auto& [form, number] : numbers_) {
      if (counts_[number] >= kLeastCount) words.push_back({counts_[number], &form});
    }
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : *a.second < *b.second;
    });
    std::vector<const std::string*> order;
    for (const auto& word : words) order.push_back(word.second);
    return order;
  }

  std::vector<std::uint32_t> ranked_text(const std::vector<const std::string*>& order) const {
    std::vector<std::uint32_t> new_number(numbers_.size(), kRareWord);
    for (std::uint32_t i = 0; i < order.size(); ++i) new_number[numbers_.at(*order[i])] = i;
    std::vector<std::uint32_t> text;
    for (const auto number : text_) {
      text.push_back(number == kSentenceBreak ? kSentenceBreak : new_number[number]);
    }
    return text;
  }

  SplitText split_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> text_;
  std::unordered_map<std::string, CaseCount> cases_;
};

}  // namespace
}  // namespace dateline

int main() {
  try {
    dateline::Corpus corpus;
    for (std::string path; std::getline(std::cin, path);) {
      if (path.find(".conll") == std::string::npos) {
        corpus.add_text(dateline::read_data_file(path));
      } else {
        corpus.add_tagged(dateline::read_corpus_file(path, SIZE_MAX));
      }
    }
    corpus.print(std::cout);
  } catch (const std::exception& error) {
    std::cerr << "dateline-learn-words: " << error.what() << '\n';
    return 3;
  }
}
