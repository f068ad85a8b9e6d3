#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "common/index/name_table_writer.h"

namespace dateline {

namespace {

/// The names of one part with their articles, one after the other, and what becomes of their ids.
class NameCursor {
 public:
  explicit NameCursor(const Xapian::Database& part) : part_(part), names_(part_) {
    new_ids_.reserve(part_.size());
    read_lists();
  }

  const NameBlocks& part() const { return part_; }
  bool done() const { return names_.done(); }
  std::string_view line() const { return names_.line(); }
  EntityType type() const { return names_.type(); }
  void append_articles(std::vector<std::uint32_t>& numbers) const {
    lists_.append(names_.id() % kNamesInBlock, numbers);
  }
  void next(std::uint32_t new_id) {
    new_ids_.push_back(new_id);
    names_.next();
    if (names_.id() % kNamesInBlock == 0) read_lists();
  }
  std::uint32_t new_id(std::uint32_t id) const { return new_ids_[id]; }

 private:
  void read_lists() {
    if (!done()) lists_ = part_.read_lists(names_.id() / kNamesInBlock);
  }

  const NameBlocks part_;
  NameStream names_;
  NameListBlock lists_;
  std::vector<std::uint32_t> new_ids_;
};

using Cursors = std::vector<std::unique_ptr<NameCursor>>;

void join_names(const Cursors& parts, NameTableWriter& writer) {
  // A heap of the parts, that with the least name in front, and of equals that with earlier articles.
  const auto is_behind = [&](std::size_t a, std::size_t b) {
    const int order = parts[a]->line().compare(parts[b]->line());
    return order > 0 || (order == 0 && a > b);
  };
  std::vector<std::size_t> heap;
  for (std::size_t part = 0; part < parts.size(); ++part) heap.push_back(part);
  std::make_heap(heap.begin(), heap.end(), is_behind);
  std::vector<std::uint32_t> articles;
  for (std::uint32_t id = 0; !heap.empty(); ++id) {
    const EntityType type = parts[heap.front()]->type();
    const std::string line(parts[heap.front()]->line());
    articles.clear();
    while (!heap.empty() && parts[heap.front()]->line() == line) {
      std::pop_heap(heap.begin(), heap.end(), is_behind);
      NameCursor& part = *parts[heap.back()];
      part.append_articles(articles);
      part.next(id);
      if (part.done()) {
        heap.pop_back();
      } else {
        std::push_heap(heap.begin(), heap.end(), is_behind);
      }
    }
    writer.add(type, std::string_view(line).substr(1), articles);
  }
}

void join_articles(const NameCursor& cursor, NameTableWriter& writer) {
  const NameBlocks& part = cursor.part();
  for (std::uint32_t number = 0; number < part.chunks(); ++number) {
    const NameChunk chunk = part.read_chunk(number, true);
    for (std::uint32_t place = 0; place < chunk.size(); ++place) {
      auto names = chunk.names(place);
      for (NameInArticle& name : names) name.id = cursor.new_id(name.id);
      writer.add_article(part.first_article() + number * kArticlesInChunk + place, names);
    }
  }
}

}  // namespace

void join_name_tables(const std::vector<Xapian::Database>& parts, const TableSink& sink) {
  Cursors cursors;
  for (const Xapian::Database& part : parts) {
    auto cursor = std::make_unique<NameCursor>(part);
    if (!cursor->done()) cursors.push_back(std::move(cursor));
  }
  if (cursors.empty()) return;
  NameTableWriter writer(cursors.front()->part().first_article(), sink);
  join_names(cursors, writer);
  for (auto& cursor : cursors) {
    join_articles(*cursor, writer);
    cursor.reset();
  }
  writer.finish();
}

}  // namespace dateline
