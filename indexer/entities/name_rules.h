// What resolution needs to know of a language: titles to strip, words that are never names, other names of
// countries and well-known organisations. Constant tables; any thread may ask.
//
// English is the only language so far; a second one is a second object of this type.
#pragma once

#include <optional>
#include <string_view>

#include "common/entity.h"

namespace dateline {

/// The name that an alias stands for.
struct KnownName {
  EntityType kind = EntityType::Place;
  std::string_view canonical;
};

class NameRules {
 public:
  virtual ~NameRules() = default;

  /// All arguments are lower-case without dots, accents kept: "us" for "U.S.".
  virtual std::optional<KnownName> known_name(std::string_view name) const = 0;
  virtual bool is_title(std::string_view word) const = 0;        ///< "mr", "president"
  virtual bool is_legal_suffix(std::string_view word) const = 0; ///< "inc", "ltd"
  virtual bool is_generic(std::string_view word) const = 0;      ///< "ministry": no name when alone
  virtual bool is_never_a_name(std::string_view name) const = 0; ///< pronouns, days, nationalities
  virtual bool is_small_word(std::string_view word) const = 0;   ///< "of": not counted in acronyms
  virtual bool is_article(std::string_view word) const = 0;      ///< "the"
  virtual bool is_of(std::string_view word) const = 0;           ///< "of": between a title and its office
  virtual bool is_particle(std::string_view word) const = 0;     ///< "bin", "van": part of the name after it
  virtual bool is_event_head(std::string_view word) const = 0;   ///< "hurricane": with a name, no person
};

/// Lives forever.
const NameRules& english_name_rules();

}  // namespace dateline
