// Options in a file, for command lines that would be long: TOML, a key for each option by its long name
// without the dashes, and one for what is no option.
//
//   index = "/srv/news.index"
//   folders = ["/srv/news/guardian", "/srv/news/nyt"]
//   exclude = ["drafts/", "*.bak"]
//   jobs = 2
//   quiet = true
//
// A value is a text or a whole number, a date where the option takes one; true or false for an option
// without a value; a list for one that may come again. What it means is the option's business, as on
// the command line. Sections have no meaning and are refused.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/option_facts.h"
#include "common/error.h"

namespace dateline {

inline constexpr const char* kConfigOption = "--config";
inline constexpr const char* kPrintConfigOption = "--print-config";

/// An option as it was given somewhere.
struct OptionValue {
  std::size_t option = 0;  ///< its place in the table
  std::string value;       ///< empty for one that takes none
  std::string origin;      ///< "news.toml:3" where a file gave it; else empty
};

struct Config {
  std::vector<OptionValue> options;  ///< several of one in the order given
  std::vector<std::string> positionals;
};

/// What a file's text says. `positional_key`: the key of what is no option, "folders". A Problem names
/// `file` and the line.
Result<Config> parse_config(std::string_view text, const std::string& file,
                            const std::vector<const OptionFacts*>& options,
                            const std::string& positional_key);

/// The same of a file, which is a Problem if it cannot be read.
Result<Config> read_config(const std::string& file, const std::vector<const OptionFacts*>& options,
                           const std::string& positional_key);

/// A file that says the same as `given` and `positionals`, with the options that are not given as
/// comments. A Problem if a value is not UTF-8, which no such file can be.
Result<std::string> config_text(const std::vector<OptionGroup>& groups,
                                const std::vector<OptionValue>& given,
                                const std::string& positional_key,
                                const std::vector<std::string>& positionals);

}  // namespace dateline
