// Articles made to be hard to search: few words, most of them the commonest of all, in every order,
// with the kinds of titles, sources, dates and words that a real archive has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/archive.h"

namespace dateline {

/// Words as they are written, common ones first.
const std::vector<std::string>& made_words();

/// Writes `count` articles; the same for the same seed. Names are "wire/2019/03/0000.txt" and so
/// on.
void make_articles(Archive& archive, std::size_t count, std::uint32_t seed);

/// Writes a few with texts of their own: phrases, hyphens, initials, dates that disagree.
void write_special_articles(Archive& archive);

}  // namespace dateline
