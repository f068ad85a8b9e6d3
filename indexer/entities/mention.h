// A name where it stands in an article, and what an article's mentions amount to. Plain data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/entity_kind.h"

namespace dateline {

struct Mention {
  std::uint32_t begin = 0;  ///< byte offset in the text
  std::uint32_t end = 0;    ///< one past its last byte
  EntityKind kind = EntityKind::Person;
  std::string canonical;    ///< the name this stands for: "Tokayev" -> "Kassym-Jomart Tokayev"
};

/// One person, organisation or place of an article.
struct ArticleEntity {
  EntityKind kind = EntityKind::Person;
  std::string canonical;
  std::uint32_t count = 0;  ///< mentions
  bool in_lead = false;     ///< at least one mention begins in the lead

  friend bool operator==(const ArticleEntity& a, const ArticleEntity& b) {
    return a.kind == b.kind && a.canonical == b.canonical && a.count == b.count &&
           a.in_lead == b.in_lead;
  }
};

/// Mentions grouped by kind and canonical name, sorted by both. `lead_end`: see
/// common/text/paragraphs.h.
std::vector<ArticleEntity> fold_mentions(const std::vector<Mention>& mentions, std::size_t lead_end);

}  // namespace dateline
