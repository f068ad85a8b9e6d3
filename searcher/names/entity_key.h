// What the names of one person, organisation or place have in common, whoever writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/entity.h"

namespace dateline {

/// Names with the same key are one entity. `folded` is folded_name(name). People without the initials
/// inside, others without "and" and a "the" in front and with US, UK, UN and EU spelled out:
/// "Barack H. Obama" -> "Pbarack obama"; "the US Fish and Wildlife Service" -> "Ounited states fish
/// wildlife service".
std::string entity_key(EntityType type, std::string_view name, std::string_view folded);
/// Replaces `key` with it.
void entity_key(EntityType type, std::string_view name, std::string_view folded, std::string& key);

/// Lists of folded words: every name with this key has all words of one of them.
std::vector<std::vector<std::string>> words_with_key(std::string_view key);

/// Whether every name that is one entity by its key with another that has this folded word has it too:
/// not of initials, of "the" and "and", of "us" and "states".
bool is_in_all_forms(std::string_view word);

}  // namespace dateline
