// A user's authority file: what is known better of names than the index can know. Applied when
// searching; nothing is indexed again. A line is one rule, either tab-separated
//
//   merge  TYPE NAME NAME   the first is the second, whether the index has that or not
//   rename TYPE NAME NAME   it is to be called so
//   retype TYPE NAME TYPE   it is not a person but an organisation, say
//   hide   TYPE NAME        it is no name at all
//
// or, where a line begins with {, JSON: {"rule":"merge","type":"person","name":"A","to":"B"}. TYPE
// is person, org or place. Empty lines and lines that begin with # say nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/entity.h"
#include "common/error.h"

namespace dateline {

struct AuthorityRule {
  enum class Action { Merge, Rename, Retype, Hide };

  Action action = Action::Merge;
  EntityType type = EntityType::Person;
  std::string name;
  std::string to;                           ///< of Merge and Rename
  EntityType to_type = EntityType::Person;  ///< of Retype
};

/// The rules of a file's text, in order; what is merged into a name that is itself merged goes
/// where that goes. A Problem names `file`, line and column (in bytes, from 1) of the first
/// mistake, which a merge that closes a circle is too.
Result<std::vector<AuthorityRule>> parse_authority(std::string_view text, const std::string& file);

}  // namespace dateline
