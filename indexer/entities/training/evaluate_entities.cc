// dateline-evaluate-entities: figures for the compiled-in model. See scripts/evaluate-entities.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "indexer/entities/annotate.h"
#include "indexer/entities/training/data_files.h"
#include "indexer/entities/training/evaluation.h"

namespace dateline {
namespace {

int run(int argc, char** argv) {
  std::vector<std::string> tagged;
  std::vector<std::string> texts;
  std::vector<std::string> annotate;
  std::string model_file;
  CLI::App app("Measures the entity tagger of Dateline.");
  app.add_option("--tagged", tagged, "tagged files: word TAB tag");
  app.add_option("--speed", texts, "raw texts to time");
  app.add_option("--annotate", annotate, "raw texts to print the mentions of");
  app.add_option("--model", model_file, "a model file instead of the one compiled in");
  CLI11_PARSE(app, argc, argv);
  EntityModel own;
  if (!model_file.empty()) own = EntityModel::parse(read_data_file(model_file));
  const EntityModel& model = model_file.empty() ? EntityModel::english() : own;
  if (!tagged.empty()) print_scores(model, tagged, std::cout);
  if (!texts.empty()) print_speed(model, texts, std::cout);
  const EntityLanguage language{"en", model, english_name_rules()};
  EntityTagger tagger(language);
  for (const auto& path : annotate) {
    annotate_text(tagger, path, read_data_file(path), AnnotationFormat::Tsv, std::cout);
  }
  return 0;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  try {
    return dateline::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "dateline-evaluate-entities: " << error.what() << '\n';
    return 3;
  }
}
