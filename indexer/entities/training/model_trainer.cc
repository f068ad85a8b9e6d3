#include "indexer/entities/training/model_trainer.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <iostream>
#include <set>

#include "indexer/entities/training/data_files.h"
#include "indexer/entities/training/perceptron.h"

namespace dateline {
namespace {

struct Corpus {
  const char* name;
  bool tags_misc;
  std::size_t sentences_per_article;  ///< where the corpus does not say
  /// How much of the corpus's own weights joins the shared ones, to the others' 1. Universal NER's idea of names
  /// is the one we follow.
  float own_share = 1;
};

constexpr Corpus kCorpora[] = {
    {"uner_ewt", true, 25, 4},       {"uner_pud_wiki", false, 25, 2.5}, {"gum_open", true, 25},
    {"wikigold", true, 25},          {"crossner_politics", true, 25}, {"crossner_ai", true, 25},
    {"crossner_literature", true, 25}, {"crossner_music", true, 25},  {"crossner_science", true, 25},
    {"btc_clean", false, 1},         {"wnut17", true, 1},             {"gmb", true, 25}};

constexpr int kPerceptronEpochs = 8;
/// Weights of a perceptron are some five times as large as those of a Crf.
constexpr float kPerceptronSteps = 12;

std::int8_t small_step(float weight, float steps_per_unit) {
  return static_cast<std::int8_t>(std::clamp(std::lround(weight * steps_per_unit), -127L, 127L));
}

LabelWeights stored(const LabelScores& scores, float steps_per_unit) {
  LabelWeights weights{};
  for (std::size_t y = 0; y < kLabels; ++y) weights[y] = small_step(scores[y], steps_per_unit);
  return weights;
}

LabelPairs stored(const Transitions& transitions, float steps_per_unit) {
  LabelPairs pairs{};
  for (std::size_t a = 0; a < kLabels; ++a) {
    for (std::size_t b = 0; b < kLabels; ++b) {
      pairs[a][b] = static_cast<std::int16_t>(std::lround(transitions[a][b] * steps_per_unit));
    }
  }
  return pairs;
}

/// The mean of models of the same features is steadier than each, and costs no time when tagging.
ChainWeights mean_of(const std::vector<Crf>& crfs) {
  ChainWeights mean{std::vector<LabelScores>(crfs[0].rows().size()), {}};
  const float share = 1.0F / static_cast<float>(crfs.size());
  const auto add = [share](const auto& from, auto& to) {
    for (std::size_t i = 0; i < to.size(); ++i) {
      for (std::size_t y = 0; y < kLabelStride; ++y) to[i][y] += share * from[i][y];
    }
  };
  for (const Crf& crf : crfs) {
    add(crf.rows(), mean.rows);
    add(crf.transitions(), mean.transitions);
  }
  return mean;
}

}  // namespace

ModelTrainer::ModelTrainer(TrainingOptions options)
    : options_(std::move(options)), lexicon_(read_lexicon(options_.data)), builder_(lexicon_) {}

void ModelTrainer::read_corpora() {
  const std::set<std::string> without(options_.without.begin(), options_.without.end());
  std::vector<std::pair<std::vector<TaggedArticle>, CorpusTraits>> corpora;
  std::uint32_t domain = 0;
  for (const Corpus& corpus : kCorpora) {
    ++domain;
    if (without.count(corpus.name) != 0) continue;
    const std::string path = options_.data + "/train/" + corpus.name + ".conll.zst";
    const CorpusTraits traits{corpus.tags_misc, options_.baseline ? 0 : domain};
    corpora.push_back({read_corpus_file(path, corpus.sentences_per_article), traits});
    builder_.count(corpora.back().first, {corpus.tags_misc, 0}, shared_);
    builder_.count(corpora.back().first, traits, index_);
    domains_.push_back({domain, corpus.own_share});
  }
  shared_.assign_rows(options_.least_count);
  index_.assign_rows(options_.least_count);
  for (const auto& [articles, traits] : corpora) builder_.build(articles, traits, index_, set_);
}

Crf ModelTrainer::learn(const std::vector<std::uint32_t>& chains, std::uint32_t seed) const {
  CrfOptions options;
  options.epochs = options_.epochs;
  options.rate = options_.rate;
  options.decay = options_.decay;
  options.seed = seed;
  options.dropout[static_cast<std::size_t>(FeatureGroup::Word)] = options_.word_dropout;
  options.dropout[static_cast<std::size_t>(FeatureGroup::Lists)] = options_.list_dropout;
  options.dropout[static_cast<std::size_t>(FeatureGroup::Cluster)] = options_.cluster_dropout;
  options.dropout[static_cast<std::size_t>(FeatureGroup::Vector)] = options_.vector_dropout;
  Crf crf(index_.keys().size());
  crf.train(set_, chains, options);
  blend(crf);
  return crf;
}

void ModelTrainer::blend(Crf& crf) const {
  const float average = options_.blend / static_cast<float>(domains_.size());
  for (const FeatureKey key : shared_.keys()) {
    LabelScores& row = crf.row(static_cast<std::size_t>(index_.row(key)));
    for (const auto& [domain, share] : domains_) {
      const std::int64_t own = index_.row(domain_key(key, domain));
      if (own < 0) continue;
      LabelScores& more = crf.row(static_cast<std::size_t>(own));
      for (std::size_t y = 0; y < kLabels; ++y) row[y] += average * share * more[y];
      more = {};
    }
  }
}

void ModelTrainer::store_weights(const ChainWeights& weights, float steps_per_unit, EntityModel& model) const {
  for (const FeatureKey key : shared_.keys()) {
    const auto row = static_cast<std::size_t>(index_.row(key));
    const LabelWeights steps = stored(weights.rows[row], steps_per_unit);
    if (key == 0 || steps == LabelWeights{}) continue;
    model.keys.push_back(key);
    model.weights.push_back(steps);
  }
  model.transitions = stored(weights.transitions, steps_per_unit);
}

Crf ModelTrainer::score_held_out(int fold, ChainSet& second, std::vector<Label>& labels) const {
  std::vector<std::uint32_t> seen;
  std::vector<std::uint32_t> unseen;
  for (std::uint32_t i = 0; i < set_.chains.size(); ++i) {
    const bool held = static_cast<int>(set_.chains[i].article) % options_.folds == fold;
    (held ? unseen : seen).push_back(i);
  }
  Crf crf = learn(seen, static_cast<std::uint32_t>(fold) + 2);
  for (const auto i : unseen) {
    const Chain& chain = set_.chains[i];
    const auto best = crf.decode(set_, chain);
    for (std::uint32_t t = 0; t < chain.word_count; ++t) {
      second.offsets[chain.first_word + t] = crf.score(set_, chain.first_word + t);
      labels[chain.first_word + t] = best[t];
    }
  }
  return crf;
}

void ModelTrainer::add_memory_features(const std::vector<Label>& labels, ChainSet& second) const {
  ArticleMemory memory;
  std::size_t first = 0;
  std::vector<std::uint32_t> lengths;
  const auto words_of = [&](const Chain& chain) {
    std::vector<MemoryWord> words;
    for (std::uint32_t t = 0; t < chain.word_count; ++t) {
      words.push_back(set_.memory[chain.first_word + t]);
      words.back().label = labels[chain.first_word + t];
    }
    return words;
  };
  while (first < set_.chains.size()) {
    memory.clear();
    std::size_t last = first;
    for (; last < set_.chains.size() && set_.chains[last].article == set_.chains[first].article; ++last) {
      const auto words = words_of(set_.chains[last]);
      memory.add(words.data(), words.size());
    }
    for (; first < last; ++first) {
      const auto words = words_of(set_.chains[first]);
      name_lengths(words.data(), words.size(), lengths);
      for (std::size_t t = 0; t < words.size(); ++t) {
        ChainWord& word = second.words[set_.chains[first].first_word + t];
        word.first_use = second.uses.size();
        word.use_count = ArticleMemory::kFeaturesPerWord;
        for (const auto feature : memory.features(words[t], lengths[t])) second.uses.push_back({feature, 0});
      }
    }
  }
}

std::vector<Crf> ModelTrainer::learn_second_pass(EntityModel& model) const {
  ChainSet second;
  second.chains = set_.chains;
  second.words = set_.words;
  second.offsets.resize(set_.words.size());
  std::vector<Label> labels(set_.words.size(), kOutside);
  // Each writes to its own words only: the order they end in does not matter.
  std::vector<std::future<Crf>> folds;
  for (int fold = 0; fold < options_.folds; ++fold) {
    folds.push_back(std::async(std::launch::async,
                               [&, fold] { return score_held_out(fold, second, labels); }));
  }
  std::vector<Crf> first_passes;
  for (auto& fold : folds) first_passes.push_back(fold.get());
  add_memory_features(labels, second);
  std::vector<std::uint32_t> chains(set_.chains.size());
  for (std::uint32_t i = 0; i < chains.size(); ++i) chains[i] = i;
  CrfOptions options;
  options.epochs = 4;
  options.rate = 0.05F;
  options.decay = 0;
  Crf crf(ArticleMemory::kFeatureCount);
  crf.train(second, chains, options);
  for (std::size_t i = 0; i < ArticleMemory::kFeatureCount; ++i) {
    model.article_weights[i] = stored(crf.row(i), options_.steps_per_unit);
  }
  model.article_transitions = stored(crf.transitions(), options_.steps_per_unit);
  return first_passes;
}

EntityModel ModelTrainer::train() {
  if (options_.baseline) return train_baseline();
  read_corpora();
  std::cerr << set_.words.size() << " words to score, " << index_.keys().size() << " features\n";
  std::vector<std::uint32_t> chains(set_.chains.size());
  for (std::uint32_t i = 0; i < chains.size(); ++i) chains[i] = i;
  EntityModel model;
  model.lexicon = lexicon_;
  model.article_weights.resize(ArticleMemory::kFeatureCount);
  auto first_pass = std::async(std::launch::async, [&] { return learn(chains, 1); });
  const bool twice = options_.folds > 1;
  std::vector<Crf> crfs;
  if (twice) crfs = learn_second_pass(model);
  crfs.push_back(first_pass.get());
  store_weights(mean_of(crfs), options_.steps_per_unit, model);
  if (!twice) model.article_transitions = model.transitions;
  model.finish();
  return model;
}

EntityModel ModelTrainer::train_baseline() {
  read_corpora();
  const ChainWeights weights = train_perceptron(set_, index_.keys().size(), kPerceptronEpochs);
  EntityModel model;
  model.lexicon = lexicon_;
  model.article_weights.resize(ArticleMemory::kFeatureCount);
  store_weights(weights, kPerceptronSteps, model);
  model.article_transitions = model.transitions;
  model.finish();
  return model;
}

}  // namespace dateline
