#include "common/index/name_table.h"

#include <string>
#include <utility>

namespace dateline {

NameTable::NameTable(Xapian::Database segment, std::size_t kept_bytes)
    : blocks_(std::move(segment)),
      names_(kept_bytes),
      words_(kept_bytes),
      lists_(kept_bytes),
      chunks_(kept_bytes) {}

const NameBlock& NameTable::names(std::size_t block) {
  return names_.get(block, [&](std::size_t number) { return blocks_.read_names(number); });
}

const NameChunk& NameTable::chunk(std::uint32_t number, bool with_salience) {
  const auto fits = [&](const NameChunk& chunk) { return !with_salience || chunk.has_salience(); };
  return chunks_.get(
      number,
      [&](std::size_t) { return blocks_.read_chunk(number, with_salience); }, fits);
}

NameTable::Name NameTable::name(std::uint32_t id) {
  const NameBlock& block = names(id / kNamesInBlock);
  const std::size_t place = id % kNamesInBlock;
  return {blocks_.type_of(id), block.name(place), block.articles(place)};
}

std::optional<std::uint32_t> NameTable::find(EntityType type, std::string_view name) {
  const std::string line = name_line(type, name);
  const auto number = blocks_.block_of(line);
  if (!number) return std::nullopt;
  const Lines& lines = names(*number).lines();
  const std::size_t place = lines.lower_bound(line);
  if (place == lines.size() || lines[place] != line) return std::nullopt;
  return static_cast<std::uint32_t>(*number * kNamesInBlock + place);
}

std::vector<std::uint32_t> NameTable::perhaps_with_word(std::string_view folded) {
  if (size() == 0) return {};
  const std::uint64_t bucket = blocks_.bucket_of(name_word_hash(folded));
  const NameWordBlock& block = words_.get(
      bucket / kBucketsInBlock, [&](std::size_t number) { return blocks_.read_words(number); });
  const auto [begin, end] = block.ids(bucket % kBucketsInBlock);
  return {begin, end};
}

void NameTable::append_articles(std::uint32_t id, std::vector<std::uint32_t>& numbers) {
  lists_
      .get(id / kNamesInBlock, [&](std::size_t number) { return blocks_.read_lists(number); })
      .append(id % kNamesInBlock, numbers);
}

std::vector<NameInArticle> NameTable::of_article(std::uint32_t number) {
  if (number < blocks_.first_article() || number > blocks_.last_article()) return {};
  const std::uint32_t place = number - blocks_.first_article();
  const NameChunk& chunk = this->chunk(place / kArticlesInChunk, true);
  if (place % kArticlesInChunk >= chunk.size()) return {};
  return chunk.names(place % kArticlesInChunk);
}

}  // namespace dateline
