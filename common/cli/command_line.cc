#include "common/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <system_error>

namespace dateline {

namespace {

/// argv parted: what CLI11 reads, and the rest, which it is not to touch (it takes [a,b] apart).
struct Arguments {
  std::vector<std::string> options;  ///< in the reverse order that App::parse wants
  std::vector<std::string> positionals;
};

Problem unknown_option(const std::string& argument, const std::vector<const OptionFacts*>& options,
                       const CommandLineHints& hints) {
  const std::string name = argument.substr(0, argument.find('='));
  if (argument[1] != '-') {
    const bool own = hints.short_option != nullptr;
    return Problem{"unknown option " + name, own ? hints.short_option(name) : hints.see_help, {}};
  }
  std::vector<std::string> names;
  for (const OptionFacts* option : options) {
    if (!option->hidden) names.push_back(option->name());
  }
  const std::string meant = nearest(name, names);
  return Problem{
      "unknown option " + name, meant.empty() ? hints.see_help : did_you_mean(meant), {}};
}

/// The bytes that a unit stands for; 0 for none that is known.
double unit_bytes(std::string unit) {
  for (char& c : unit) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  if (unit.empty() || unit == "B") return 1;
  const std::size_t power = std::string("KMGT").find(unit[0]);
  if (power == std::string::npos) return 0;
  const std::string rest = unit.substr(1);
  if (!rest.empty() && rest != "B" && rest != "IB") return 0;
  double bytes = 1;
  for (std::size_t i = 0; i <= power; ++i) bytes *= rest == "IB" ? 1024 : 1000;
  return bytes;
}

bool may_lack_value(const CLI::Option* option, const CLI::App& app,
                    const std::vector<const OptionFacts*>& options) {
  return std::any_of(options.begin(), options.end(), [&](const OptionFacts* facts) {
    return facts->optional_value && app.get_option_no_throw(facts->name()) == option;
  });
}

Result<Arguments> part_arguments(int argc, const char* const* argv, const CLI::App& app,
                                 const std::vector<const OptionFacts*>& options,
                                 const CommandLineHints& hints) {
  Arguments parted;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--") {
      parted.positionals.insert(parted.positionals.end(), argv + i + 1, argv + argc);
      break;
    }
    if (argument.size() < 2 || argument[0] != '-') {
      parted.positionals.push_back(argument);
      continue;
    }
    const std::size_t equals = argument.find('=');
    const CLI::Option* option = app.get_option_no_throw(argument.substr(0, equals));
    const CLI::Option* short_option =
        argument[1] != '-' ? app.get_option_no_throw(argument.substr(0, 2)) : nullptr;
    if (option == nullptr && short_option != nullptr && short_option->get_expected_min() > 0) {
      parted.options.push_back(argument.substr(0, 2));  // -j4
      parted.options.push_back(argument.substr(2));
      continue;
    }
    if (option == nullptr) return unknown_option(argument, options, hints);
    if (option->get_expected_min() == 0 && equals != std::string::npos) {
      return Problem{argument.substr(0, equals) + " takes no value", hints.see_help, {}};
    }
    if (equals + 1 == argument.size()) {  // --option=: CLI11 would take the next argument
      parted.options.push_back(argument.substr(0, equals));
      parted.options.emplace_back("");
      continue;
    }
    parted.options.push_back(argument);
    const bool wants_value = option->get_expected_min() > 0 && equals == std::string::npos;
    if (!wants_value) continue;
    if (may_lack_value(option, app, options) && (i + 1 == argc || argv[i + 1][0] == '-')) {
      parted.options.emplace_back("");
      continue;
    }
    if (++i == argc) return Problem{argument + " needs a value", hints.see_help, {}};
    parted.options.emplace_back(argv[i]);
  }
  std::reverse(parted.options.begin(), parted.options.end());
  return parted;
}

void declare(const OptionFacts& facts, CLI::App& app) {
  std::string names;
  for (const std::string& name : facts.names) names += (names.empty() ? "" : ",") + name;
  if (facts.value.empty()) {
    app.add_flag(names);
    return;
  }
  CLI::Option* option = app.add_option(names)->expected(1)->allow_extra_args(false);
  if (facts.repeatable) option->take_all();  // else CLI11 takes [a,b] for a list
}

/// The values of the option at a place that `given` has.
std::vector<OptionValue> values_of(std::size_t place, const std::vector<OptionValue>& given) {
  std::vector<OptionValue> values;
  for (const OptionValue& one : given) {
    if (one.option == place) values.push_back(one);
  }
  return values;
}

/// What of the arguments CLI11 took for options, by place.
std::vector<OptionValue> given_options(const CLI::App& app,
                                       const std::vector<const OptionFacts*>& options) {
  std::vector<OptionValue> all;
  for (std::size_t place = 0; place < options.size(); ++place) {
    const CLI::Option* given = app.get_option(options[place]->name());
    if (given->count() == 0) continue;
    if (options[place]->value.empty()) {
      all.push_back({place, "", ""});
      continue;
    }
    for (const std::string& value : given->results()) all.push_back({place, value, ""});
  }
  return all;
}

/// What the file says that --config names, if it is among `given`.
Result<Config> config_of(const std::vector<OptionValue>& given,
                         const std::vector<const OptionFacts*>& options,
                         const CommandLineHints& hints) {
  for (const OptionValue& one : given) {
    if (options[one.option]->name() != kConfigOption) continue;
    return read_config(one.value, options, hints.positional_key);
  }
  return Config{};
}

}  // namespace

Result<CommandLine> read_command_line(int argc, const char* const* argv,
                                      const std::vector<const OptionFacts*>& options,
                                      const CommandLineHints& hints) {
  CLI::App app;
  app.set_help_flag();
  for (const OptionFacts* option : options) declare(*option, app);
  Result<Arguments> arguments = part_arguments(argc, argv, app, options, hints);
  if (!arguments) return arguments.problem();
  try {
    app.parse(arguments.value().options);
  } catch (const CLI::ParseError& error) {
    return Problem{error.what(), hints.see_help, {}};  // an option twice
  }
  const std::vector<OptionValue> given = given_options(app, options);
  Result<Config> config = config_of(given, options, hints);
  if (!config) return config.problem();
  CommandLine line;
  for (std::size_t place = 0; place < options.size(); ++place) {
    std::vector<OptionValue> values = values_of(place, given);
    if (values.empty()) values = values_of(place, config.value().options);
    const std::string& variable = options[place]->environment;
    const char* const set = variable.empty() ? nullptr : std::getenv(variable.c_str());
    if (values.empty() && set != nullptr && *set != '\0') values.push_back({place, set, ""});
    line.options.insert(line.options.end(), values.begin(), values.end());
  }
  line.positionals = std::move(arguments.value().positionals);
  if (line.positionals.empty()) line.positionals = std::move(config.value().positionals);
  return line;
}

std::optional<Problem> set_number(const char* option, const std::string& text,
                                  std::uint32_t& value) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error == std::errc() && stop == end) return std::nullopt;
  return Problem{
      std::string(option) + " \"" + text + "\" is not a number from 0 to 4294967295", "", {}};
}

std::optional<Problem> set_size(const char* option, const std::string& text, std::uint64_t& value) {
  const char* end = text.data() + text.size();
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  const double bytes = number * unit_bytes(std::string(stop, end));
  constexpr double kMost = 1e18;
  if (error != std::errc() || !(bytes >= 1 && bytes <= kMost)) {
    return Problem{
        std::string(option) + " \"" + text + "\" is not a size", "write 500MB or 2GB", {}};
  }
  value = static_cast<std::uint64_t>(bytes);
  return std::nullopt;
}

}  // namespace dateline
