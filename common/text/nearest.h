// "Did you mean": the known name that a mistyped one was probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The name at the least edit distance (insert, delete, replace, swap of neighbours, each 1; ASCII
/// case does not count) of `typed`, the first of equals; empty when every one is further than a
/// third of its length. nearest("tilte", {"date", "title"}) -> "title"
std::string nearest(std::string_view typed, const std::vector<std::string>& names);

/// What a hint says of it: "did you mean NAME?", or empty when `name` is.
std::string did_you_mean(const std::string& name);

}  // namespace dateline
