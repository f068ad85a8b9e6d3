#include "indexer/entities/mention_repair.h"

#include <algorithm>
#include <set>

#include "indexer/entities/name_words.h"

namespace dateline {
namespace {

std::string_view written(std::string_view text, const Mention& mention) {
  return text.substr(mention.begin, mention.end - mention.begin);
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

void join_known_places(std::string_view text, const NameRules& rules,
                       std::vector<Mention>& mentions) {
  std::size_t kept = 0;
  for (const Mention& mention : mentions) {
    Mention* last = kept > 0 ? &mentions[kept - 1] : nullptr;
    if (last != nullptr && last->kind == EntityType::Place && mention.kind == EntityType::Place &&
        mention.begin - last->end == 2 && text[last->end] == ',' &&
        rules.known_name(key_of(text.substr(last->begin, mention.end - last->begin)))) {
      last->end = mention.end;
    } else {
      mentions[kept++] = mention;
    }
  }
  mentions.resize(kept);
}

/// Takes in the particles before persons, unless they belong to the mention before.
void take_in_particles(std::string_view text, const NameRules& rules,
                       std::vector<Mention>& mentions) {
  std::size_t free_from = 0;
  for (Mention& mention : mentions) {
    std::size_t begin = mention.begin;
    if (mention.kind == EntityType::Person && begin > free_from && text[begin - 1] == ' ') {
      std::size_t first = begin - 1;
      while (first > free_from && is_small(text[first - 1])) --first;
      const bool whole = first == 0 || text[first - 1] == ' ';
      if (whole && rules.is_particle(text.substr(first, begin - 1 - first))) {
        mention.begin = static_cast<std::uint32_t>(first);
      }
    }
    free_from = mention.end;
  }
}

/// Is the mention all that stands in brackets, with its full stop, but for "and" and a word?
bool is_stage_direction(std::string_view text, const Mention& mention) {
  if (mention.begin == 0) return false;
  const char open = text[mention.begin - 1];
  if (open != '(' && open != '[') return false;
  std::string_view rest = text.substr(mention.end);
  constexpr std::string_view kAnd = " and ";
  if (rest.substr(0, kAnd.size()) == kAnd) {
    rest.remove_prefix(kAnd.size());
    while (!rest.empty() && is_small(rest[0])) rest.remove_prefix(1);
  }
  return rest.size() >= 2 && (rest[0] == '.' || rest[0] == '!') && rest[1] == (open == '(' ? ')' : ']');
}

void drop_stage_directions(std::string_view text, std::vector<Mention>& mentions) {
  std::set<std::string_view> directions;
  for (const Mention& mention : mentions) {
    if (is_stage_direction(text, mention)) directions.insert(written(text, mention));
  }
  if (directions.empty()) return;
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                [&](const Mention& mention) {
                                  return directions.count(written(text, mention)) != 0;
                                }),
                 mentions.end());
}

}  // namespace

void repair_mentions(std::string_view text, const NameRules& rules, std::vector<Mention>& mentions) {
  join_known_places(text, rules, mentions);
  take_in_particles(text, rules, mentions);
  drop_stage_directions(text, mentions);
}

}  // namespace dateline
