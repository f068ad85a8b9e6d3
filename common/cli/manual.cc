#include "common/cli/manual.h"

#include <string_view>

namespace dateline {

namespace {

/// Text that roff prints as it stands: a dash as one of the keyboard, so that it can be copied.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts_line = i == 0 || text[i - 1] == '\n';
    if (starts_line && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    if (text[i] == '\\') {
      out += "\\e";
    } else if (text[i] == '-') {
      out += "\\-";
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return text;
}

std::string option_entry(const OptionFacts& option) {
  std::string out = ".TP\n";
  for (const std::string& name : option.names) {
    if (&name != &option.names.front()) out += ", ";
    out += "\\fB" + escaped(name) + "\\fR";
  }
  if (!option.value.empty()) out += " \\fI" + escaped(option.value) + "\\fR";
  out += '\n' + escaped(option.brief);
  if (option.repeatable) out += " (repeatable)";
  if (!option.more.empty()) out += ".\n" + escaped(option.more);
  return out + '\n';
}

}  // namespace

std::string manual_page(const ProgramFacts& program, const std::string& version) {
  std::string out = ".TH " + capitals(program.name) + " 1 \"\" \"Dateline " + version +
                    "\" \"User Commands\"\n.SH NAME\n" + escaped(program.name) + " \\- " +
                    escaped(program.summary) + "\n.SH SYNOPSIS\n.B " + escaped(program.usage) +
                    "\n.SH DESCRIPTION\n" + escaped(program.description) + "\n.SH OPTIONS\n";
  for (const OptionGroup& group : program.groups) {
    out += ".SS " + escaped(group.title) + '\n';
    for (const OptionFacts& option : group.options) {
      if (!option.hidden) out += option_entry(option);
    }
  }
  for (const HelpSection& section : program.sections) {
    if (!section.in_long) continue;
    out += ".SH " + capitals(section.title) + "\n.nf\n" + escaped(section.text) + ".fi\n";
  }
  out += ".SH SEE ALSO\n";
  for (const auto& [name, section] : program.see_also) {
    out += ".BR " + escaped(name) + " (" + section + ")\n";
  }
  return out;
}

}  // namespace dateline
