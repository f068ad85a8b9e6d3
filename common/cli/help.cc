#include "common/cli/help.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/text/columns.h"

namespace dateline {

namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kMostIndent = 24;  ///< where what is said of an option begins, at most
constexpr std::size_t kLongIndent = 22;

/// "-0, --null", "--limit N"
std::string heading_of(const OptionFacts& option) {
  std::string heading;
  for (const std::string& name : option.names) heading += (heading.empty() ? "" : ", ") + name;
  return option.value.empty() ? heading : heading + ' ' + option.value;
}

/// `heading`, then `told` from `indent` on, on lines of its own where the heading is too long.
std::string entry(const std::string& heading, const std::string& told, std::size_t indent) {
  std::string out = "  " + heading;
  bool first = out.size() + 2 <= indent;
  if (!first) out += '\n';
  for (const std::string_view line : wrap(told, kColumns - indent)) {
    out += std::string(first ? indent - out.size() : indent, ' ').append(line) + '\n';
    first = false;
  }
  return out;
}

std::string section_text(const HelpSection& section) {
  return '\n' + section.title + ":\n" + section.text;
}

/// All that is said of it as one paragraph.
std::string told_of(const OptionFacts& option) {
  std::string told = option.brief;
  if (option.repeatable) told += " (repeatable)";
  if (!option.more.empty()) told += ". " + option.more;
  return told;
}

}  // namespace

std::string short_help(const ProgramFacts& program) {
  std::string out = program.description + "\n" + program.usage + "\n\n";
  std::size_t indent = 0;
  for (const OptionGroup& group : program.groups) {
    for (const OptionFacts& option : group.options) {
      if (option.common) indent = std::max(indent, heading_of(option).size() + 4);
    }
  }
  indent = std::min(indent, kMostIndent);
  for (const OptionGroup& group : program.groups) {
    for (const OptionFacts& option : group.options) {
      if (option.common) out += entry(heading_of(option), option.brief, indent);
    }
  }
  for (const HelpSection& section : program.sections) {
    if (section.common) out += section_text(section);
  }
  return out;
}

std::string long_help(const ProgramFacts& program) {
  std::string out = program.description + "\n\n" + program.usage + '\n';
  for (const OptionGroup& group : program.groups) {
    const auto told = std::find_if(group.options.begin(), group.options.end(),
                                   [](const OptionFacts& option) { return !option.hidden; });
    if (told == group.options.end()) continue;
    out += '\n' + group.title + ":\n";
    for (const OptionFacts& option : group.options) {
      if (!option.hidden) out += entry(heading_of(option), told_of(option), kLongIndent);
    }
  }
  for (const HelpSection& section : program.sections) {
    if (section.in_long) out += section_text(section);
  }
  return out;
}

}  // namespace dateline
