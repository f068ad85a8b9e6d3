// What can be put right about the mentions of an article before they are resolved, by what stands around
// them in the text.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/mention.h"
#include "indexer/entities/name_rules.h"

namespace dateline {

/// - A known place that was found in two parts is one: "Washington, D.C."
/// - A person has the particle in front: "bin Laden", "van Gogh".
/// - Stage directions are no names, wherever else the word stands in the article: "(Laughter.)",
///   "(Applause and cheers.)"
/// `mentions` are in text order, with offsets and kinds set. Linear.
void repair_mentions(std::string_view text, const NameRules& rules, std::vector<Mention>& mentions);

}  // namespace dateline
