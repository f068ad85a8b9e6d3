// Files of the user: a byte says whether the rest is an authority file or one of synonyms.
#include <set>
#include <string>

#include "searcher/names/authority.h"
#include "searcher/names/vocabulary.h"
#include "searcher/query/compose.h"
#include "searcher/query/parser.h"
#include "searcher/query/synonyms.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

namespace {

void check_line(const Problem& problem) {
  require(problem.message.rfind("FILE:", 0) == 0, "a mistake is told with its file and line");
}

void fuzz_authority(std::string_view text) {
  const auto rules = parse_authority(text, "FILE");
  if (!rules) return check_line(rules.problem());
  using Action = AuthorityRule::Action;
  std::set<std::pair<EntityType, std::string>> merged;
  for (const AuthorityRule& rule : rules.value()) {
    require(!folded_name(rule.name).empty(), "a rule is about a name");
    if (rule.action == Action::Merge) merged.emplace(rule.type, folded_name(rule.name));
  }
  for (const AuthorityRule& rule : rules.value()) {
    if (rule.action != Action::Merge) continue;
    require(merged.count({rule.type, folded_name(rule.to)}) == 0, "merges end in what stays");
  }
}

void fuzz_synonyms(std::string_view text) {
  const auto synonyms = Synonyms::parse(text, "FILE");
  if (!synonyms) return check_line(synonyms.problem());
  const QueryContext context{{2022, 1, 7}, &synonyms.value()};
  for (const char* query : {"car a b", "\"a b\" OR oil", "title:(a b) w/5 c"}) {
    const auto tree = parse_query(query, context);
    if (tree) require(count_nodes(tree.value()) <= kMaxQueryNodes, "a query stays bounded");
  }
}

}  // namespace

void fuzz_rule_files(std::string_view input) {
  Pieces pieces(input);
  if (pieces.number(2) == 0) return fuzz_authority(pieces.rest());
  fuzz_synonyms(pieces.rest());
}

}  // namespace dateline::fuzz
