#include "searcher/query/fields.h"

#include <vector>

#include "common/text/nearest.h"
#include "searcher/query/ascii.h"

namespace dateline {

namespace {

struct FieldName {
  const char* name;
  QueryField field;
  bool is_ours = false;  ///< named in messages
};

constexpr FieldName kFieldNames[] = {
    {"date", QueryField::Date, true},
    {"after", QueryField::After, true},
    {"before", QueryField::Before, true},
    {"source", QueryField::Source, true},
    {"author", QueryField::Author, true},
    {"section", QueryField::Section, true},
    {"path", QueryField::Path, true},
    {"url", QueryField::Url, true},
    {"lang", QueryField::Language, true},
    {"id", QueryField::Id, true},
    {"wc", QueryField::WordCount, true},
    {"title", QueryField::Title, true},
    {"lead", QueryField::Lead, true},
    {"hlead", QueryField::TitleOrLead, true},
    {"person", QueryField::Person, true},
    {"org", QueryField::Organisation, true},
    {"place", QueryField::Place, true},
    {"entity", QueryField::Entity, true},
    // What others call them.
    {"headline", QueryField::Title},
    {"hd", QueryField::Title},
    {"hlp", QueryField::TitleOrLead},
    {"byline", QueryField::Author},
    {"by", QueryField::Author},
    {"au", QueryField::Author},
    {"sn", QueryField::Source},
    {"publication", QueryField::Source},
    {"se", QueryField::Section},
    {"language", QueryField::Language},
    {"la", QueryField::Language},
    {"length", QueryField::WordCount},
    {"organisation", QueryField::Organisation},
    {"organization", QueryField::Organisation},
};

}  // namespace

std::optional<QueryField> find_field(std::string_view name) {
  const std::string wanted = lower_ascii(name);
  for (const FieldName& known : kFieldNames) {
    if (wanted == known.name) return known.field;
  }
  return std::nullopt;
}

bool is_zone(QueryField field) {
  return field == QueryField::Title || field == QueryField::Lead ||
         field == QueryField::TitleOrLead;
}

Zone::Part zone_part(QueryField field) {
  switch (field) {
    case QueryField::Lead:
      return Zone::Part::Lead;
    case QueryField::TitleOrLead:
      return Zone::Part::TitleOrLead;
    default:
      return Zone::Part::Title;
  }
}

bool is_name(QueryField field) {
  return field == QueryField::Person || field == QueryField::Organisation ||
         field == QueryField::Place || field == QueryField::Entity;
}

std::optional<EntityType> type_of(QueryField field) {
  switch (field) {
    case QueryField::Person:
      return EntityType::Person;
    case QueryField::Organisation:
      return EntityType::Organisation;
    case QueryField::Place:
      return EntityType::Place;
    default:
      return std::nullopt;
  }
}

std::optional<Letters> find_letters(std::string_view name) {
  const std::string wanted = lower_ascii(name);
  if (wanted == "caps") return Letters::Caps;
  if (wanted == "allcaps") return Letters::AllCaps;
  if (wanted == "nocaps") return Letters::NoCaps;
  return std::nullopt;
}

Problem unknown_field(std::string_view name, std::string_view word, std::size_t column) {
  const std::string quotes =
      "write \"" + std::string(word) + "\" in quotes to search for it as text";
  if (is_digits(name) || word.substr(name.size() + 1, 2) == "//") {
    return Problem{"the colon in \"" + std::string(word) + "\" is not part of a field's name",
                   quotes, column};
  }
  std::vector<std::string> names;
  std::string list;
  for (const FieldName& known : kFieldNames) {
    if (!known.is_ours) continue;
    names.push_back(known.name);
    list += std::string(list.empty() ? "" : " ") + known.name + ":";
  }
  const std::string message =
      "unknown field \"" + std::string(name) + ":\" (the fields are " + list + ")";
  if (find_letters(name)) {
    return Problem{message, "write " + std::string(name) + "(word) with parentheses", column};
  }
  const std::string meant = nearest(name, names);
  return Problem{message, meant.empty() ? quotes : did_you_mean(meant + ":"), column};
}

}  // namespace dateline
