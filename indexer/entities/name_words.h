// A name as a list of words, for comparing names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

using Words = std::vector<std::string>;

/// The words between white space and control characters.
Words split(std::string_view text);
/// With a space between.
std::string join(const Words& words);

/// Lower case without dots: "U.S." -> us
std::string key_of(std::string_view word);
Words keys_of(const Words& words);

/// Takes `suffix` off, unless nothing would be left.
void strip_suffix(std::string& word, std::string_view suffix);

bool ends_with(const Words& whole, const Words& part);
bool starts_with(const Words& whole, const Words& part);
bool contains(const Words& whole, const Words& part);

}  // namespace dateline
