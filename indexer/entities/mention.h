// A name where it stands in an article, and what the mentions of an article amount to. Plain data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity.h"

namespace dateline {

struct Mention {
  std::uint32_t begin = 0;  ///< byte offset in the text
  std::uint32_t end = 0;    ///< one past its last byte
  EntityType kind = EntityType::Person;
  std::string canonical;    ///< the name this stands for: "Tokayev" -> "Kassym-Jomart Tokayev"
};

/// What the mentions amount to, most salient first: those of the lead, then by count, name and type.
/// `lead_end`: see common/text/paragraphs.h.
std::vector<ArticleName> fold_mentions(const std::vector<Mention>& mentions, std::size_t lead_end);

}  // namespace dateline
