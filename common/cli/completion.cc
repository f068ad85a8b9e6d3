#include "common/cli/completion.h"

#include <string_view>
#include <vector>

namespace dateline {

namespace {

/// `text` in single quotes, for any of the three shells: none of the texts of a table has a
/// backslash.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + '\'';
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// "_dateline_search"
std::string function_name(const ProgramFacts& program) {
  std::string name = "_" + program.name;
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
}

std::vector<const OptionFacts*> told(const ProgramFacts& program) {
  std::vector<const OptionFacts*> options;
  for (const OptionGroup& group : program.groups) {
    for (const OptionFacts& option : group.options) {
      if (!option.hidden) options.push_back(&option);
    }
  }
  return options;
}

/// What --type calls the names that are offered; empty for other offers.
std::string type_of(Offer offer) {
  switch (offer) {
    case Offer::People:
      return "person";
    case Offer::Organisations:
      return "org";
    case Offer::Places:
      return "place";
    default:
      return "";
  }
}

std::string bash_offer(const OptionFacts& option) {
  const std::string type = type_of(option.offer);
  if (!type.empty()) return "_names " + type;
  switch (option.offer) {
    case Offer::Files:
      return "_files";
    case Offer::Folders:
      return "_folders";
    case Offer::Words:
      return "_words " + quoted(joined(option.words));
    case Offer::WordList:
      return "_list " + quoted(joined(option.words));
    default:
      return ":";
  }
}

// The index, if the command line names one, is passed on; the environment the program reads itself.
constexpr const char* kBashParts =
    R"sh(FUNCTION_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }
FUNCTION_list() {
  local done=
  [[ $cur == *,* ]] && done=${cur%,*},
  COMPREPLY=($(compgen -P "$done" -W "$1" -- "${cur##*,}"))
  compopt -o nospace
}
FUNCTION_files() { COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames; }
FUNCTION_folders() { COMPREPLY=($(compgen -d -- "$cur")); compopt -o filenames; }
FUNCTION_names() {
  local index=() name i
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${COMP_WORDS[i]} == --index ]] || continue
    index=(--index "${COMP_WORDS[i + 1]}")
    [[ ${COMP_WORDS[i + 1]} == = ]] && index=(--index "${COMP_WORDS[i + 2]}")
  done
  while IFS= read -r name; do
    COMPREPLY+=("$(printf %q "$name")")
  done < <("${COMP_WORDS[0]}" "${index[@]}" --entities="${cur//\\/}" --type "$1" --format names \
    --limit 30 2>/dev/null)
}
)sh";

std::string with_function(std::string_view text, const std::string& function) {
  constexpr std::string_view kPlace = "FUNCTION";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find(kPlace, at);
    out += text.substr(at, found - at);
    if (found == std::string_view::npos) break;
    out += function;
    at = found + kPlace.size();
  }
  return out;
}

constexpr const char* kZshNames = R"sh(FUNCTION_names() {
  local -a names
  names=(${(f)"$($words[1] ${opt_args[--index]:+--index=${(Q)opt_args[--index]}} \
    --entities=${(Q)PREFIX} --type $1 --format names --limit 30 2>/dev/null)"})
  compadd -U -a names  # they need not begin with what was typed
}
)sh";

std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const OptionFacts& option, const std::string& function) {
  const std::string type = type_of(option.offer);
  if (!type.empty()) return '{' + function + "_names " + type + '}';
  switch (option.offer) {
    case Offer::Files:
      return "_files";
    case Offer::Folders:
      return "_files -/";
    case Offer::Words:
      return '(' + joined(option.words) + ')';
    case Offer::WordList:
      return "_values -s , list " + joined(option.words);
    default:
      return " ";
  }
}

/// "'*--person=[with this person]:NAME:...'", one for each name of the option.
std::string zsh_specs(const OptionFacts& option, const std::string& function) {
  std::string out;
  for (const std::string& name : option.names) {
    const bool is_long = name.rfind("--", 0) == 0;
    std::string spec = option.repeatable ? "*" : "";
    if (option.names.size() > 1 && !option.repeatable) spec += '(' + joined(option.names) + ')';
    spec += name;
    if (!option.value.empty()) spec += is_long ? "=" : "+";
    spec += '[' + zsh_text(option.brief) + ']';
    if (!option.value.empty()) {
      spec += ':' + zsh_text(option.value) + ':' + zsh_action(option, function);
    }
    out += "  " + quoted(spec) + " \\\n";
  }
  return out;
}

std::string fish_offer(const OptionFacts& option, const std::string& program) {
  const std::string type = type_of(option.offer);
  if (!type.empty()) {
    return " -x -a " + quoted("(" + program + " --entities=(commandline -ct) --type " + type +
                              " --format names --limit 30 2>/dev/null)");
  }
  switch (option.offer) {
    case Offer::Files:
      return " -r -F";
    case Offer::Folders:
      return " -x -a '(__fish_complete_directories)'";
    case Offer::Words:
      return " -x -a " + quoted(joined(option.words));
    case Offer::WordList:
      return " -x -a " + quoted("(__fish_append , " + joined(option.words) + ")");
    default:
      return " -x";
  }
}

}  // namespace

std::string bash_completion(const ProgramFacts& program) {
  const std::string function = function_name(program);
  std::string out = "# bash completion of " + program.name + "; made by --generate bash\n" +
                    with_function(kBashParts, function) + function + R"sh(() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  if [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi
  if [[ $cur == = ]]; then cur=; fi
  case $prev in
)sh";
  std::vector<std::string> names;
  for (const OptionFacts* option : told(program)) {
    for (const std::string& name : option->names) names.push_back(name);
    if (option->value.empty()) continue;
    std::string cases;
    for (const std::string& name : option->names) cases += (cases.empty() ? "" : " | ") + name;
    const std::string offer = bash_offer(*option);
    out += "    " + cases + ") " + (offer == ":" ? offer : function + offer) + "; return ;;\n";
  }
  out += "  esac\n  if [[ $cur == -* ]]; then " + function + "_words " + quoted(joined(names));
  if (program.takes_files) {
    out += "; else " + function + "_files";
  } else if (!program.query_words.empty()) {
    out += "; else " + function + "_words " + quoted(joined(program.query_words)) +
           "; compopt -o nospace";
  }
  return out + "; fi\n}\ncomplete -F " + function + ' ' + program.name + '\n';
}

std::string zsh_completion(const ProgramFacts& program) {
  const std::string function = function_name(program);
  std::string out = "#compdef " + program.name + "\n# made by --generate zsh\n" +
                    with_function(kZshNames, function) + "_arguments -s -S : \\\n";
  for (const OptionFacts* option : told(program)) out += zsh_specs(*option, function);
  if (program.takes_files) return out + "  '*:folder:_files'\n";
  return out + "  " + quoted("*:query:(" + joined(program.query_words) + ")") + '\n';
}

std::string fish_completion(const ProgramFacts& program) {
  std::string out = "# fish completion of " + program.name + "; made by --generate fish\n";
  if (!program.takes_files) out += "complete -c " + program.name + " -f\n";
  for (const OptionFacts* option : told(program)) {
    out += "complete -c " + program.name;
    for (const std::string& name : option->names) {
      const bool is_long = name.rfind("--", 0) == 0;
      out += (is_long ? " -l " : " -s ") + name.substr(is_long ? 2 : 1);
    }
    if (!option->value.empty()) out += fish_offer(*option, program.name);
    out += " -d " + quoted(option->brief) + '\n';
  }
  if (!program.query_words.empty()) {
    out += "complete -c " + program.name + " -a " + quoted(joined(program.query_words)) + '\n';
  }
  return out;
}

}  // namespace dateline
