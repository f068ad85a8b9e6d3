#include "searcher/rank/scored_terms.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

class Collector {
 public:
  explicit Collector(Stemmer& stemmer) : stemmer_(stemmer) {}

  void collect(const Node& node, double weight) {
    weight *= node.weight;
    switch (node.kind) {
      case Node::Kind::Not:
        return;
      case Node::Kind::Word:
      case Node::Kind::Phrase:
        for (const std::string& word : node.words) add({std::string(stemmer_.stem(word))}, weight);
        return;
      case Node::Kind::Pattern:
        add(stems_of(node.terms), weight);
        return;
      default:
        for (const Node& child : node.children) collect(child, weight);
    }
  }

  std::vector<ScoredWord> words;

 private:
  std::vector<std::string> stems_of(const std::vector<std::string>& forms) {
    std::vector<std::string> stems;
    for (const std::string& form : forms) stems.emplace_back(stemmer_.stem(form));
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return stems;
  }

  void add(std::vector<std::string> stems, double weight) {
    if (stems.empty() || weight <= 0) return;
    const auto known = std::find_if(words.begin(), words.end(),
                                    [&](const ScoredWord& word) { return word.stems == stems; });
    if (known == words.end()) {
      words.push_back({std::move(stems), weight});
    } else {
      known->weight += weight;
    }
  }

  Stemmer& stemmer_;
};

}  // namespace

std::vector<ScoredWord> scored_words(const Node& query, Stemmer& stemmer) {
  Collector collector(stemmer);
  collector.collect(query, 1);
  return std::move(collector.words);
}

}  // namespace dateline
