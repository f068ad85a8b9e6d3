// What a program's options are, as data: the one table that feeds parsing, -h, --help, the manual
// and the completions of shells. A new option is one more row.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dateline {

/// What a shell offers for the value of an option.
enum class Offer {
  Nothing,
  Files,
  Folders,
  Words,     ///< one of OptionFacts::words
  WordList,  ///< some of them, with commas between
  People,    ///< what the index knows by that name, as its own program tells; so the next two
  Organisations,
  Places,
};

/// All that is said of one option.
struct OptionFacts {
  std::vector<std::string> names;  ///< "-0", "--null": short ones first
  std::string value;               ///< what its value is called: "N"; empty: it takes none
  std::string brief;               ///< a line without a full stop
  std::string more = {};           ///< whole sentences for --help and the manual; may be empty
  bool common = false;             ///< in -h too
  bool hidden = false;             ///< parsed, but nowhere told of
  bool repeatable = false;
  bool optional_value = false;  ///< the next argument, unless there is none or it begins with a dash
  std::string environment = {};  ///< the variable that stands in for it; may be empty
  Offer offer = Offer::Nothing;
  std::vector<std::string> words = {};

  /// The long name if there is one.
  const std::string& name() const { return names.back(); }
};

struct OptionGroup {
  std::string title;
  std::vector<OptionFacts> options;
};

/// A part of --help and of the manual, its lines at most 80 columns wide and told as they stand.
struct HelpSection {
  std::string title;
  std::string text;
  bool common = false;  ///< in -h too
  bool in_long = true;  ///< in --help and the manual
};

/// All that is said of one program.
struct ProgramFacts {
  std::string name;     ///< "dateline-search"
  std::string usage;    ///< "dateline-search [options] QUERY... --index DIR"
  std::string summary;  ///< a line: "searches an index that dateline-index made"
  std::string description;
  std::vector<OptionGroup> groups;
  std::vector<HelpSection> sections;
  std::vector<std::pair<std::string, std::string>> see_also;  ///< name and section of manuals
  bool takes_files = false;              ///< what is no option is a file or folder
  std::vector<std::string> query_words;  ///< what a query's words may begin with: "date:"
};

}  // namespace dateline
