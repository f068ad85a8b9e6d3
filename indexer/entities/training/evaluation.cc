#include "indexer/entities/training/evaluation.h"

#include <ctime>
#include <iomanip>

#include "indexer/entities/entity_tagger.h"
#include "indexer/entities/training/data_files.h"

namespace dateline {
namespace {

/// CPU time of the process: the machine may be busy with other things.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string name_of(const std::string& path) {
  const std::string file = path.substr(path.rfind('/') + 1);
  return file.substr(0, file.find('.'));
}

struct Figures {
  KindScores scores;
  std::size_t words = 0;
  double seconds = 0;
};

void score_article(EntityTagger& tagger, const TaggedArticle& article, Figures& figures) {
  std::vector<std::vector<std::string_view>> sentences;
  for (const auto& sentence : article) {
    sentences.emplace_back(sentence.words.begin(), sentence.words.end());
    figures.words += sentence.words.size();
  }
  const double start = cpu_seconds();
  const auto labels = tagger.label(sentences);
  figures.seconds += cpu_seconds() - start;
  for (std::size_t i = 0; i < article.size(); ++i) figures.scores.add(article[i].labels, labels[i]);
}

void print_row(const std::string& name, const Figures& figures, std::ostream& out) {
  const auto& kinds = figures.scores.kinds;
  out << std::left << std::setw(24) << name << std::right << std::fixed << std::setprecision(1);
  out << std::setw(7) << 100 * kinds[3].precision() << std::setw(7) << 100 * kinds[3].recall();
  out << std::setprecision(2);
  for (const int kind : {3, 0, 1, 2}) out << std::setw(8) << 100 * kinds[kind].f1();
  out << std::setw(12) << std::setprecision(0) << static_cast<double>(figures.words) / figures.seconds << '\n';
}

}  // namespace

void print_scores(const EntityModel& model, const std::vector<std::string>& files, std::ostream& out) {
  const EntityLanguage language{"en", model, english_name_rules()};
  EntityTagger tagger(language);
  out << "set                           P      R      F1     PER     ORG     LOC     words/s\n";
  for (const auto& path : files) {
    Figures figures;
    for (const auto& article : read_corpus_file(path, SIZE_MAX)) score_article(tagger, article, figures);
    print_row(name_of(path), figures, out);
  }
}

void print_speed(const EntityModel& model, const std::vector<std::string>& files, std::ostream& out) {
  const EntityLanguage language{"en", model, english_name_rules()};
  EntityTagger tagger(language);
  std::size_t bytes = 0;
  std::size_t mentions = 0;
  double seconds = 0;
  for (const auto& path : files) {
    const std::string text = read_data_file(path);
    const double start = cpu_seconds();
    mentions += tagger.tag(text).size();
    seconds += cpu_seconds() - start;
    bytes += text.size();
  }
  out << files.size() << " texts, " << bytes << " bytes, " << mentions << " mentions: " << std::fixed
      << std::setprecision(1) << static_cast<double>(bytes) / 1e6 / seconds << " MB/s\n";
}

}  // namespace dateline
