#include "common/cli/config_file.h"

// toml++ 3.3 asserts of "[[[" what it then reports as the mistake it is.
#define TOML_ASSERT(holds) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <system_error>

#include "common/text/nearest.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t kMostBytes = 1 << 20;

std::string key_of(const OptionFacts& option) { return option.name().substr(2); }

/// May it stand in a file? Not what is only ever asked for by hand.
bool is_allowed(const OptionFacts& option) {
  return !option.hidden && option.name().compare(0, 2, "--") == 0 &&
         option.name() != kConfigOption && option.name() != kPrintConfigOption;
}

std::optional<std::string> text_of(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return text;
  if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  if (const auto date = node.value_exact<toml::date>()) {
    std::ostringstream text;
    text << *date;
    return text.str();
  }
  return std::nullopt;
}

/// Reads the values of one file.
class Reader {
 public:
  Reader(const std::string& file, const std::vector<const OptionFacts*>& options,
         const std::string& positional_key)
      : file_(file), options_(options), positional_key_(positional_key) {}

  std::optional<Problem> read(const std::string& key, const toml::node& node) {
    origin_ = file_ + ':' + std::to_string(node.source().begin.line);
    if (node.is_table() || node.is_array_of_tables()) {
      return mistake("sections have no meaning here: " + key);
    }
    if (key == positional_key_) return read_list(key, node, config_.positionals);
    const auto found = std::find_if(options_.begin(), options_.end(), [&](const OptionFacts* option) {
      return is_allowed(*option) && key_of(*option) == key;
    });
    if (found == options_.end()) return unknown(key);
    return read_option(key, node, static_cast<std::size_t>(found - options_.begin()));
  }

  Config take() { return std::move(config_); }

 private:
  Problem mistake(const std::string& message, const std::string& hint = "") const {
    return {origin_ + ": " + message, hint, {}};
  }

  Problem unknown(const std::string& key) const {
    std::vector<std::string> keys{positional_key_};
    for (const OptionFacts* option : options_) {
      if (is_allowed(*option)) keys.push_back(key_of(*option));
    }
    return mistake("there is no option " + key, did_you_mean(nearest(key, keys)));
  }

  std::optional<Problem> read_option(const std::string& key, const toml::node& node,
                                     std::size_t place) {
    const OptionFacts& option = *options_[place];
    if (option.value.empty() || (option.optional_value && node.is_boolean())) {
      const auto is_given = node.value_exact<bool>();
      if (!is_given) return mistake(key + " takes no value: it is true or false");
      if (*is_given) config_.options.push_back({place, "", origin_});
      return std::nullopt;
    }
    std::vector<std::string> values;
    if (auto problem = read_list(key, node, values)) return problem;
    if (node.is_array() && !option.repeatable) return mistake(key + " takes one value, no list");
    for (std::string& value : values) config_.options.push_back({place, std::move(value), origin_});
    return std::nullopt;
  }

  std::optional<Problem> read_list(const std::string& key, const toml::node& node,
                                   std::vector<std::string>& values) const {
    const auto add = [&](const toml::node& one) {
      const auto text = text_of(one);
      if (text) values.push_back(*text);
      return text.has_value();
    };
    bool all = true;
    if (const toml::array* list = node.as_array()) {
      for (const toml::node& one : *list) all = add(one) && all;
    } else {
      all = add(node);
    }
    if (all) return std::nullopt;
    return mistake("the value of " + key + " is neither a text nor a whole number",
                   "put it in quotes");
  }

  const std::string& file_;
  const std::vector<const OptionFacts*>& options_;
  const std::string& positional_key_;
  std::string origin_;
  Config config_;
};

/// A number as such where it reads back to the same text.
void append(toml::array& list, const std::string& value) {
  std::int64_t number = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error == std::errc() && stop == end && std::to_string(number) == value) {
    list.push_back(number);
  } else {
    list.push_back(value);
  }
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint read = decode_utf8(text, at);
    if (read.value < 0) return false;
    at += read.bytes;
  }
  return true;
}

/// "exclude = [ 'drafts/' ]"
std::string line_of(const std::string& key, const std::vector<std::string>& values, bool is_list) {
  toml::table table;
  toml::array list;
  for (const std::string& value : values) append(list, value);
  if (is_list) {
    table.insert(key, std::move(list));
  } else {
    table.insert(key, list[0]);
  }
  std::ostringstream line;
  line << table << '\n';
  return line.str();
}

std::string comment_of(const OptionFacts& option) {
  std::string line = "# " + key_of(option) + " = ";
  line += option.value.empty() ? "true" : '"' + option.value + '"';
  return line + "  # " + option.brief + '\n';
}

}  // namespace

Result<Config> parse_config(std::string_view text, const std::string& file,
                            const std::vector<const OptionFacts*>& options,
                            const std::string& positional_key) {
  try {
    const toml::table table = toml::parse(text, file);
    Reader reader(file, options, positional_key);
    for (const auto& [key, node] : table) {
      if (auto problem = reader.read(std::string(key.str()), node)) return *problem;
    }
    return reader.take();
  } catch (const toml::parse_error& error) {
    return Problem{file + ':' + std::to_string(error.source().begin.line) + ": " +
                       std::string(error.description()),
                   "it is TOML: a line is key = \"text\", a number, true, or a [\"list\"]",
                   {}};
  }
}

Result<Config> read_config(const std::string& file, const std::vector<const OptionFacts*>& options,
                           const std::string& positional_key) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  std::string text(kMostBytes + 1, '\0');
  if (!in || (in.read(text.data(), static_cast<std::streamsize>(text.size())), in.bad())) {
    const std::string reason = errno != 0 ? std::strerror(errno) : "it is no file";
    return Problem{"cannot read " + file + ": " + reason, "", {}};
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > kMostBytes) return Problem{file + " is over 1 MiB: no config file", "", {}};
  return parse_config(text, file, options, positional_key);
}

Result<std::string> config_text(const std::vector<OptionGroup>& groups,
                                const std::vector<OptionValue>& given,
                                const std::string& positional_key,
                                const std::vector<std::string>& positionals) {
  std::string text;
  for (const std::string& positional : positionals) {
    if (!is_utf8(positional)) return Problem{positional + " is not UTF-8", "", {}};
  }
  if (!positionals.empty()) text += line_of(positional_key, positionals, true);
  std::size_t place = 0;
  for (const OptionGroup& group : groups) {
    text += (text.empty() ? "# " : "\n# ") + group.title + '\n';
    for (const OptionFacts& option : group.options) {
      std::vector<std::string> values;
      for (const OptionValue& one : given) {
        if (one.option == place) values.push_back(one.value);
      }
      ++place;
      if (!is_allowed(option)) continue;
      for (const std::string& value : values) {
        if (!is_utf8(value)) return Problem{option.name() + ' ' + value + " is not UTF-8", "", {}};
      }
      if (values.empty()) {
        text += comment_of(option);
      } else if (option.value.empty()) {
        text += key_of(option) + " = true\n";
      } else {
        text += line_of(key_of(option), values, option.repeatable);
      }
    }
  }
  return text;
}

}  // namespace dateline
