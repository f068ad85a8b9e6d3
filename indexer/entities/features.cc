#include "indexer/entities/features.h"

#include <algorithm>

namespace dateline {
namespace {

/// Numbers of the templates; part of the model's format.
enum Template : std::uint32_t {
  kLower = 1, kExact, kShape, kPrefix, kSuffix, kList, kLists, kCluster, kCoarse, kLowerShare,
  kBias, kStart, kPair, kPairNext, kAround, kShapes, kRun, kRunBefore, kRunAfter, kRunFirst,
  kRunLast, kListedBegin, kListedInside, kListedEnd, kListPair, kListPairNext, kCase, kCoarsePair,
  kCoarsePairNext, kClusterAround, kLinked, kEdge
};

class Collector {
 public:
  Collector(std::vector<Feature>& features, std::uint32_t salt) : features_(features), salt_(salt) {}

  void add(Template name, std::uint32_t value, FeatureGroup group) {
    features_.push_back({mix(mix(salt_, name), value), group});
  }
  void add_lists(Template name, ListMask lists) {
    for (; lists != 0; lists &= lists - 1) {
      add(name, static_cast<std::uint32_t>(__builtin_ctz(lists)), FeatureGroup::Lists);
    }
  }

 private:
  std::vector<Feature>& features_;
  std::uint32_t salt_;
};

constexpr std::uint32_t kContextSalt = 0xC0117EC7;

void add_affixes(const WordForm& word, Collector& out) {
  for (const auto prefix : word.prefixes) {
    if (prefix != 0) out.add(kPrefix, prefix, FeatureGroup::Form);
  }
  for (const auto suffix : word.suffixes) {
    if (suffix != 0) out.add(kSuffix, suffix, FeatureGroup::Form);
  }
}

void add_clusters(const WordForm& word, Collector& out) {
  if (word.corpus.cluster != 0) out.add(kCluster, word.corpus.cluster, FeatureGroup::Cluster);
  if (word.corpus.coarse != 0) out.add(kCoarse, word.corpus.coarse, FeatureGroup::Cluster);
}

/// The lists that matter for its neighbours, as one value.
ListMask gist(const WordForm* word) {
  if (word == nullptr) return 0;
  static constexpr ListMask kGist =
      list_bit(NameList::First) | list_bit(NameList::Last) | list_bit(NameList::City) |
      list_bit(NameList::Country) | list_bit(NameList::Title) | list_bit(NameList::OrgSuffix) |
      list_bit(NameList::OrgHead) | list_bit(NameList::PlaceHead) | list_bit(NameList::Demonym) |
      list_bit(NameList::Role) | list_bit(NameList::Calendar);
  return word->name.lists & kGist;
}

std::uint32_t lower_of(const WordForm* word) { return word == nullptr ? 1 : word->lower; }
std::uint32_t shape_of(const WordForm* word) { return word == nullptr ? 1 : word->shape; }
std::uint32_t coarse_of(const WordForm* word) { return word == nullptr ? 9999 : word->corpus.coarse; }
std::uint32_t cluster_of(const WordForm* word) { return word == nullptr ? 9999 : word->corpus.cluster; }

/// Where in its run a word stands: alone, first, last, inside.
std::uint32_t place_in_run(const Sentence& sentence, std::size_t i) {
  const bool first = sentence.run_first(i) == i;
  const bool last = sentence.run_last(i) == i + 1;
  return (first ? 1U : 0U) | (last ? 2U : 0U);
}

void add_neighbours(const Sentence& sentence, std::size_t i, Collector& out) {
  const auto at = static_cast<std::ptrdiff_t>(i);
  const WordForm& here = *sentence.form(at);
  const WordForm* before = sentence.form(at - 1);
  const WordForm* after = sentence.form(at + 1);
  out.add(kPair, mix(lower_of(before), here.lower), FeatureGroup::Word);
  out.add(kPairNext, mix(here.lower, lower_of(after)), FeatureGroup::Word);
  out.add(kAround, mix(lower_of(before), lower_of(after)), FeatureGroup::Form);
  out.add(kShapes, mix(mix(shape_of(before), here.shape), shape_of(after)), FeatureGroup::Form);
  out.add(kCoarsePair, mix(coarse_of(before), here.corpus.coarse), FeatureGroup::Cluster);
  out.add(kCoarsePairNext, mix(here.corpus.coarse, coarse_of(after)), FeatureGroup::Cluster);
  out.add(kClusterAround, mix(cluster_of(before), cluster_of(after)), FeatureGroup::Cluster);
  out.add(kListPair, mix(gist(before), gist(&here)), FeatureGroup::Lists);
  out.add(kListPairNext, mix(gist(&here), gist(after)), FeatureGroup::Lists);
}

void add_run(const Sentence& sentence, std::size_t i, Collector& out) {
  const auto first = static_cast<std::ptrdiff_t>(sentence.run_first(i));
  const auto last = static_cast<std::ptrdiff_t>(sentence.run_last(i));
  const std::uint32_t place = place_in_run(sentence, i);
  const auto length = static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(last - first, 6));
  out.add(kRun, length * 4 + place, FeatureGroup::Form);
  out.add(kRunBefore, mix(lower_of(sentence.form(first - 1)), place), FeatureGroup::Form);
  out.add(kRunAfter, mix(lower_of(sentence.form(last)), place), FeatureGroup::Form);
  out.add(kEdge, mix(coarse_of(sentence.form(first - 1)), coarse_of(sentence.form(last))),
          FeatureGroup::Cluster);
  if (last - first == 1) return;
  out.add(kRunFirst, mix(lower_of(sentence.form(first)), place), FeatureGroup::Word);
  out.add(kRunLast, mix(lower_of(sentence.form(last - 1)), place), FeatureGroup::Word);
}

}  // namespace

void add_word_features(const WordForm& word, Slot slot, std::vector<Feature>& features) {
  Collector out(features, static_cast<std::uint32_t>(slot));
  out.add(kLower, word.lower, FeatureGroup::Word);
  out.add(kShape, word.shape, FeatureGroup::Form);
  add_clusters(word, out);
  out.add_lists(kList, word.name.lists);
  if (slot == Slot::Previous2 || slot == Slot::Next2) return;
  if (word.suffixes[2] != 0 && slot != Slot::Here) {
    out.add(kSuffix, word.suffixes[2], FeatureGroup::Form);
  }
  out.add(kLists, word.name.lists, FeatureGroup::Lists);
  out.add(kLowerShare, word.corpus.lower_share, FeatureGroup::Cluster);
  if (slot != Slot::Here) return;
  out.add(kExact, word.exact, FeatureGroup::Word);
  add_affixes(word, out);
}

void add_context_features(const Sentence& sentence, std::size_t i, std::vector<Feature>& features) {
  Collector out(features, kContextSalt);
  const WordForm& here = *sentence.form(static_cast<std::ptrdiff_t>(i));
  out.add(kBias, 0, FeatureGroup::Form);
  if (i == 0) {
    out.add(kStart, here.shape, FeatureGroup::Form);
    out.add(kStart, here.corpus.lower_share, FeatureGroup::Cluster);
  }
  if (sentence.sentence_case() != SentenceCase::Normal) {
    const auto sentence_case = static_cast<std::uint32_t>(sentence.sentence_case());
    out.add(kCase, mix(sentence_case, here.shape), FeatureGroup::Form);
    out.add(kCase, mix(sentence_case, here.corpus.lower_share), FeatureGroup::Form);
  }
  add_neighbours(sentence, i, out);
  add_run(sentence, i, out);
  const ListedName& listed = sentence.listed(i);
  out.add_lists(kListedBegin, listed.begin);
  out.add_lists(kListedInside, listed.inside);
  out.add_lists(kListedEnd, listed.end);
}

}  // namespace dateline
