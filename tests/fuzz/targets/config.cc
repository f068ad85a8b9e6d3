// A --config file, for a program with an option of each kind.
#include <string>
#include <vector>

#include "common/cli/config_file.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

namespace {

const std::vector<OptionGroup>& groups() {
  static const std::vector<OptionGroup> all = [] {
    const OptionFacts index{{"--index"}, "DIR", "a text"};
    OptionFacts exclude{{"--exclude"}, "GLOB", "several"};
    exclude.repeatable = true;
    OptionFacts list{{"--list"}, "[PREFIX]", "a text or none"};
    list.optional_value = true;
    const OptionFacts quiet{{"-q", "--quiet"}, "", "no value"};
    return std::vector<OptionGroup>{{"All", {index, exclude, list, quiet}}};
  }();
  return all;
}

/// What is given, in the order of the table, an option a line.
std::string summary(const Config& config) {
  std::string lines;
  for (std::size_t place = 0; place < groups()[0].options.size(); ++place) {
    for (const OptionValue& one : config.options) {
      if (one.option == place) lines += std::to_string(place) + ' ' + one.value + '\n';
    }
  }
  for (const std::string& positional : config.positionals) lines += positional + '\n';
  return lines;
}

}  // namespace

void fuzz_config(std::string_view input) {
  std::vector<const OptionFacts*> options;
  for (const OptionFacts& option : groups()[0].options) options.push_back(&option);
  const Result<Config> config = parse_config(input, "FILE", options, "folders");
  if (!config) {
    return require(config.problem().message.rfind("FILE:", 0) == 0,
                   "a mistake is told with its line");
  }
  for (const OptionValue& one : config.value().options) {
    require(one.option < options.size() && one.origin.rfind("FILE:", 0) == 0, "a value has its line");
  }
  const auto text = config_text(groups(), config.value().options, "folders", config.value().positionals);
  require(text.ok(), "what is read can be printed");
  const Result<Config> again = parse_config(text.value(), "FILE", options, "folders");
  if (!again) require_equal(again.problem().message, text.value(), "what is printed can be read");
  require_equal(summary(again.value()), summary(config.value()), "what is printed says the same");
}

}  // namespace dateline::fuzz
