// What the command lines of both programs have in common, around CLI11: which arguments are
// options, messages of our own for every mistake, help that fits a screen.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/text/nearest.h"

namespace dateline {

/// argv parted: what CLI11 reads, and the rest, which it is not to touch (it takes [a,b] apart).
struct Arguments {
  std::vector<std::string> options;  ///< in the reverse order that App::parse wants
  std::vector<std::string> positionals;
};

/// Everything behind "--" is positional, and what does not start with a dash, and "-". A Problem
/// names an option that does not exist, with the one that was probably meant or else `hint`;
/// `short_hint` makes the hint for one with a single dash.
Result<Arguments> part_arguments(int argc, const char* const* argv, const CLI::App& app,
                                 const std::string& hint,
                                 std::string (*short_hint)(const std::string& name) = nullptr);

/// Help of the form "  --sort ORDER    relevance, newest or oldest" under a line of usage.
class HelpFormat : public CLI::Formatter {
 public:
  explicit HelpFormat(std::string usage) : usage_(std::move(usage)) { label("OPTIONS", ""); }
  std::string make_usage(const CLI::App*, std::string) const override { return usage_ + "\n"; }
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_name().empty() ? "" : " " + option->get_type_name();
  }
  std::string make_footer(const CLI::App* app) const override { return app->get_footer(); }

 private:
  std::string usage_;
};

template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// Sets `value` to what `text` names among the choices.
template <class Value>
std::optional<Problem> choose(const char* option, const std::string& text,
                              const Choices<Value>& choices, Value& value) {
  std::vector<std::string> names;
  std::string list;
  for (const auto& [name, meaning] : choices) {
    if (name == text) {
      value = meaning;
      return std::nullopt;
    }
    names.push_back(name);
    list += (list.empty() ? "" : ", ") + name;
  }
  const std::string meant = nearest(text, names);
  return Problem{
      std::string(option) + " \"" + text + "\" is none of " + list, did_you_mean(meant), {}};
}

/// Sets `value` to the whole number `text`.
std::optional<Problem> set_number(const char* option, const std::string& text,
                                  std::uint32_t& value);

/// Sets `value` to a number of bytes: "500MB", "2G", "1048576"; units K, M, G, T of 1000, with B
/// behind or not; KiB and so on of 1024.
std::optional<Problem> set_size(const char* option, const std::string& text, std::uint64_t& value);

}  // namespace dateline
