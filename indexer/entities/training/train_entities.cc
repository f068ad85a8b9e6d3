// dateline-train-entities: makes the model that the tagger is compiled with. See scripts/train-entities.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "common/error.h"
#include "indexer/entities/training/evaluation.h"
#include "indexer/entities/training/model_trainer.h"

namespace dateline {
namespace {

int run(int argc, char** argv) {
  TrainingOptions options;
  std::string output;
  std::vector<std::string> dev;
  CLI::App app("Trains the entity model of Dateline.");
  app.add_option("--data", options.data, "folder of the training data")->required();
  app.add_option("--output", output, "model file to write");
  app.add_option("--without", options.without, "training corpora to leave out");
  app.add_option("--dev", dev, "tagged files to print figures for");
  app.add_option("--epochs", options.epochs);
  app.add_option("--rate", options.rate);
  app.add_option("--decay", options.decay);
  app.add_option("--word-dropout", options.word_dropout);
  app.add_option("--list-dropout", options.list_dropout);
  app.add_option("--cluster-dropout", options.cluster_dropout);
  app.add_option("--vector-dropout", options.vector_dropout);
  app.add_option("--blend", options.blend);
  app.add_option("--least-count", options.least_count);
  app.add_option("--folds", options.folds);
  app.add_flag("--baseline", options.baseline, "an averaged perceptron instead, to compare with");
  CLI11_PARSE(app, argc, argv);
  const EntityModel model = ModelTrainer(options).train();
  const std::string bytes = model.serialise();
  std::cerr << model.keys.size() << " features kept, model of " << bytes.size() << " bytes\n";
  if (!output.empty()) {
    std::ofstream file(output, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) throw Error(output + ": cannot be written");
  }
  print_scores(model, dev, std::cout);
  return 0;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  try {
    return dateline::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "dateline-train-entities: " << error.what() << '\n';
    return 3;
  }
}
