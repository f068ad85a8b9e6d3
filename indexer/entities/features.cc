#include "indexer/entities/features.h"

#include <algorithm>

namespace dateline {
namespace {

/// Numbers of the templates; part of the model's format.
enum Template : std::uint32_t {
  kLower = 1, kExact, kShape, kPrefix, kSuffix, kList, kLists, kCluster, kCoarse, kLowerShare,
  kBias, kStart, kPair, kPairNext, kAround, kShapes, kRun, kRunBefore, kRunAfter, kRunFirst,
  kRunLast, kListedBegin, kListedInside, kListedEnd, kListPair, kListPairNext, kCase, kCoarsePair,
  kCoarsePairNext, kClusterAround, kLinked, kEdge, kVectorClass
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
  for (std::uint32_t i = 0; i < kVectorClassings; ++i) {
    if (word.vector[i] != 0) out.add(kVectorClass, mix(i, word.vector[i]), FeatureGroup::Vector);
  }
}

/// The lists that matter for its neighbours, as one value.
ListMask gist(const WordForm& word) {
  static constexpr ListMask kGist =
      list_bit(NameList::First) | list_bit(NameList::Last) | list_bit(NameList::City) |
      list_bit(NameList::Country) | list_bit(NameList::Title) | list_bit(NameList::OrgSuffix) |
      list_bit(NameList::OrgHead) | list_bit(NameList::PlaceHead) | list_bit(NameList::Demonym) |
      list_bit(NameList::Role) | list_bit(NameList::Calendar);
  return word.name.lists & kGist;
}

const WordForm& or_edge(const WordForm* word) { return word == nullptr ? edge_form() : *word; }

/// The template of what a word at an end of the run says with the place in it, if the slot is one.
Template run_template(Slot slot) {
  switch (slot) {
    case Slot::BeforeRun: return kRunBefore;
    case Slot::AfterRun: return kRunAfter;
    case Slot::RunFirst: return kRunFirst;
    default: return kRunLast;
  }
}

}  // namespace

const WordForm& edge_form() {
  static const WordForm kEdgeForm = [] {
    WordForm form;
    form.lower = 1;
    form.shape = 1;
    form.corpus.cluster = 9999;
    form.corpus.coarse = 9999;
    return form;
  }();
  return kEdgeForm;
}

RunPlace place_in_run(const Sentence& sentence, std::size_t i) {
  const bool first = sentence.run_first(i) == i;
  const bool last = sentence.run_last(i) == i + 1;
  return static_cast<RunPlace>((first ? 1U : 0U) | (last ? 2U : 0U));
}

std::uint32_t counted_run_length(const Sentence& sentence, std::size_t i) {
  return std::min(sentence.run_last(i) - sentence.run_first(i), kLongestCountedRun);
}

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

void add_run_end_features(const WordForm& word, Slot slot, RunPlace place,
                          std::vector<Feature>& features) {
  const bool outside = slot == Slot::BeforeRun || slot == Slot::AfterRun;
  Collector(features, kContextSalt)
      .add(run_template(slot), mix(word.lower, static_cast<std::uint32_t>(place)),
           outside ? FeatureGroup::Form : FeatureGroup::Word);
}

void add_start_features(const WordForm& here, std::vector<Feature>& features) {
  Collector out(features, kContextSalt);
  out.add(kStart, here.shape, FeatureGroup::Form);
  out.add(kStart, here.corpus.lower_share, FeatureGroup::Cluster);
}

void add_case_features(const WordForm& here, SentenceCase sentence_case,
                       std::vector<Feature>& features) {
  Collector out(features, kContextSalt);
  const auto number = static_cast<std::uint32_t>(sentence_case);
  out.add(kCase, mix(number, here.shape), FeatureGroup::Form);
  out.add(kCase, mix(number, here.corpus.lower_share), FeatureGroup::Form);
}

void add_before_features(const WordForm& before, const WordForm& here,
                         std::vector<Feature>& features) {
  Collector out(features, kContextSalt);
  out.add(kPair, mix(before.lower, here.lower), FeatureGroup::Word);
  out.add(kCoarsePair, mix(before.corpus.coarse, here.corpus.coarse), FeatureGroup::Cluster);
  out.add(kListPair, mix(gist(before), gist(here)), FeatureGroup::Lists);
}

void add_after_features(const WordForm& here, const WordForm& after, std::vector<Feature>& features) {
  Collector out(features, kContextSalt);
  out.add(kPairNext, mix(here.lower, after.lower), FeatureGroup::Word);
  out.add(kCoarsePairNext, mix(here.corpus.coarse, after.corpus.coarse), FeatureGroup::Cluster);
  out.add(kListPairNext, mix(gist(here), gist(after)), FeatureGroup::Lists);
}

void add_around_features(const WordForm& before, const WordForm& after,
                         std::vector<Feature>& features) {
  Collector out(features, kContextSalt);
  out.add(kAround, mix(before.lower, after.lower), FeatureGroup::Form);
  out.add(kClusterAround, mix(before.corpus.cluster, after.corpus.cluster), FeatureGroup::Cluster);
}

Feature shapes_feature(const WordForm& before, const WordForm& here, const WordForm& after) {
  const std::uint32_t shapes = mix(mix(before.shape, here.shape), after.shape);
  return {mix(mix(kContextSalt, kShapes), shapes), FeatureGroup::Form};
}

Feature edges_feature(const WordForm& before_run, const WordForm& after_run) {
  const std::uint32_t edges = mix(before_run.corpus.coarse, after_run.corpus.coarse);
  return {mix(mix(kContextSalt, kEdge), edges), FeatureGroup::Cluster};
}

void add_run_features(std::uint32_t length, RunPlace place, std::vector<Feature>& features) {
  Collector out(features, kContextSalt);
  out.add(kBias, 0, FeatureGroup::Form);
  out.add(kRun, length * 4 + static_cast<std::uint32_t>(place), FeatureGroup::Form);
}

void add_listed_features(const ListedName& listed, std::vector<Feature>& features) {
  Collector out(features, kContextSalt);
  out.add_lists(kListedBegin, listed.begin);
  out.add_lists(kListedInside, listed.inside);
  out.add_lists(kListedEnd, listed.end);
}

void add_context_features(const Sentence& sentence, std::size_t i, std::vector<Feature>& features) {
  const auto at = static_cast<std::ptrdiff_t>(i);
  const auto first = static_cast<std::ptrdiff_t>(sentence.run_first(i));
  const auto last = static_cast<std::ptrdiff_t>(sentence.run_last(i));
  const WordForm& here = *sentence.form(at);
  const WordForm& before = or_edge(sentence.form(at - 1));
  const WordForm& after = or_edge(sentence.form(at + 1));
  const WordForm& before_run = or_edge(sentence.form(first - 1));
  const WordForm& after_run = or_edge(sentence.form(last));
  const RunPlace place = place_in_run(sentence, i);
  if (i == 0) add_start_features(here, features);
  if (sentence.sentence_case() != SentenceCase::Normal) {
    add_case_features(here, sentence.sentence_case(), features);
  }
  add_before_features(before, here, features);
  add_after_features(here, after, features);
  add_around_features(before, after, features);
  features.push_back(shapes_feature(before, here, after));
  features.push_back(edges_feature(before_run, after_run));
  add_run_features(counted_run_length(sentence, i), place, features);
  add_run_end_features(before_run, Slot::BeforeRun, place, features);
  add_run_end_features(after_run, Slot::AfterRun, place, features);
  if (place != RunPlace::Alone) {
    add_run_end_features(*sentence.form(first), Slot::RunFirst, place, features);
    add_run_end_features(*sentence.form(last - 1), Slot::RunLast, place, features);
  }
  add_listed_features(sentence.listed(i), features);
}

}  // namespace dateline
