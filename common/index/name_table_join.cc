#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "common/index/name_table.h"

namespace dateline {

namespace {

/// The names of one part, one after the other, with what becomes of their ids.
class NameCursor {
 public:
  explicit NameCursor(const Xapian::Database& part)
      : table_(std::make_unique<NameTable>(part)) {
    new_ids_.reserve(table_->size());
    read();
  }

  NameTable& table() const { return *table_; }
  bool done() const { return new_ids_.size() == table_->size(); }
  const NameTable::Name& name() const { return name_; }
  void append_articles(std::vector<std::uint32_t>& numbers) const {
    table_->append_articles(static_cast<std::uint32_t>(new_ids_.size()), numbers);
  }
  void next(std::uint32_t new_id) {
    new_ids_.push_back(new_id);
    read();
  }
  std::uint32_t new_id(std::uint32_t id) const { return new_ids_[id]; }

 private:
  void read() {
    if (done()) return;
    if (!new_ids_.empty() && new_ids_.size() % kNamesInBlock == 0) table_->forget_names();
    name_ = table_->name(static_cast<std::uint32_t>(new_ids_.size()));
  }

  std::unique_ptr<NameTable> table_;
  std::vector<std::uint32_t> new_ids_;
  NameTable::Name name_;
};

bool comes_before(const NameTable::Name& a, const NameTable::Name& b) {
  return dateline::comes_before(a.type, a.name, b.type, b.name);
}

void join_names(std::vector<NameCursor>& parts, NameTableWriter& writer) {
  // A heap of the parts, that with the least name in front, and of equals that with earlier articles.
  const auto is_behind = [&](std::size_t a, std::size_t b) {
    if (comes_before(parts[b].name(), parts[a].name())) return true;
    return !comes_before(parts[a].name(), parts[b].name()) && a > b;
  };
  std::vector<std::size_t> heap;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (!parts[part].done()) heap.push_back(part);
  }
  std::make_heap(heap.begin(), heap.end(), is_behind);
  std::vector<std::uint32_t> articles;
  for (std::uint32_t id = 0; !heap.empty(); ++id) {
    const EntityType type = parts[heap.front()].name().type;
    const std::string name(parts[heap.front()].name().name);
    articles.clear();
    while (!heap.empty() && parts[heap.front()].name().type == type &&
           parts[heap.front()].name().name == name) {
      std::pop_heap(heap.begin(), heap.end(), is_behind);
      NameCursor& part = parts[heap.back()];
      part.append_articles(articles);
      part.next(id);
      if (part.done()) {
        heap.pop_back();
      } else {
        std::push_heap(heap.begin(), heap.end(), is_behind);
      }
    }
    writer.add(type, name, articles);
  }
}

void join_articles(const NameCursor& part, NameTableWriter& writer) {
  for (std::uint32_t number = 0; number < part.table().chunks(); ++number) {
    const NameChunk chunk = part.table().read_chunk(number);
    PackedReader salience = NameTable::salience(chunk);
    for (std::uint32_t place = 0; place < chunk.size(); ++place) {
      auto names = NameTable::articles_names(chunk, place, salience);
      for (NameInArticle& name : names) name.id = part.new_id(name.id);
      writer.add_article(part.table().first_article() + number * kArticlesInChunk + place, names);
    }
  }
}

}  // namespace

SideTable join_name_tables(const std::vector<Xapian::Database>& parts) {
  std::vector<NameCursor> cursors;
  for (const Xapian::Database& part : parts) {
    cursors.emplace_back(part);
    if (cursors.back().table().size() == 0) cursors.pop_back();
  }
  if (cursors.empty()) return {};
  NameTableWriter writer(cursors.front().table().first_article());
  join_names(cursors, writer);
  for (const NameCursor& cursor : cursors) join_articles(cursor, writer);
  return writer.finish();
}

}  // namespace dateline
