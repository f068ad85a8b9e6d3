#include "common/cli/generated.h"

#include "common/cli/completion.h"
#include "common/cli/manual.h"

namespace dateline {

Result<std::string> generated(const ProgramFacts& program, const std::string& version,
                              const std::string& what) {
  if (what == "man") return manual_page(program, version);
  if (what == "bash") return bash_completion(program);
  if (what == "zsh") return zsh_completion(program);
  if (what == "fish") return fish_completion(program);
  return Problem{"--generate \"" + what + "\" is none of man, bash, zsh, fish", "", {}};
}

}  // namespace dateline
