// What the rows of the option table do with the values they are given.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "searcher/options/option_rows.h"
#include "searcher/output/names.h"

namespace dateline {

inline Taker<Given> given(bool Given::*member) { return flag<Given>(member); }
inline Taker<Given> given(std::string Given::*member) { return text<Given>(member); }
inline Taker<Given> given(std::uint32_t Given::*member) { return number<Given>(member); }

/// One of `values`, by the names that name_of gives them.
template <class Value>
Taker<Given> one_named(Value Options::*member, std::initializer_list<Value> values) {
  Choices<Value> choices;
  for (const Value value : values) choices.emplace_back(name_of(value), value);
  return one_of<Given, Value>(member, choices);
}

/// A number of articles or lines; 0 is all.
Taker<Given> limit();

/// A number from `least` to `most` into a member of PassageSettings.
Taker<Given> passage_number(std::size_t PassageSettings::*member, std::uint32_t least,
                            std::uint32_t most);

/// One more text of several.
Taker<Given> listed_text(std::vector<std::string> Options::*member);

Taker<Given> format_choice();
Taker<Given> color_choice();

/// "90d", "12w", "2y"
Taker<Given> half_life();

/// "person,year"
Taker<Given> facet_list();

/// "person,org"
Taker<Given> entity_types();

/// A text with a word in it.
Taker<Given> one_name(std::string Given::*member);

/// A text without white space, not empty.
Taker<Given> one_word(std::string Given::*member);

/// "Putin, Tokayev": any of them.
Taker<Given> any_name(EntityType type);

/// The option chooses what the program does; `value` takes what is given with it, if anything.
Taker<Given> command(Command command, Taker<Given> value = {});

}  // namespace dateline
