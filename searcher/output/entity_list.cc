#include "searcher/output/entity_list.h"

#include <algorithm>

#include "common/text/columns.h"
#include "searcher/output/bar_chart.h"
#include "searcher/output/json_output.h"
#include "searcher/output/json_text.h"
#include "searcher/output/numbers.h"
#include "searcher/output/table_text.h"

namespace dateline {

namespace {

JsonValue entity_json(const ListedEntity& entity) {
  return {{"type", name_of(entity.type)},
          {"name", entity.name},
          {"articles", entity.articles},
          {"aliases", entity.aliases}};
}

}  // namespace

std::string text_of(const EntityList& list, const EntityListRequest& request,
                    const Terminal& terminal) {
  const bool is_one_kind = request.types.size() == 1;
  std::vector<ChartRow> rows;
  std::size_t widest = 0;
  for (const ListedEntity& entity : list.entities) {
    rows.push_back({shorten(printable(entity.name), terminal.columns / 2), entity.articles});
    widest = std::max(widest, columns_of(rows.back().label));
  }
  for (std::size_t i = 0; i < rows.size() && !is_one_kind; ++i) {
    std::string& label = rows[i].label;
    label += std::string(widest - columns_of(label) + 2, ' ');
    label += name_of(list.entities[i].type);
  }
  return match_count({list.total, true}) + "\n\n" + chart(rows, terminal);
}

std::string json_of(const EntityList& list, const EntityListRequest& request,
                    const std::string& query) {
  JsonValue types = JsonValue::array();
  for (const EntityType type : request.types) types.push_back(name_of(type));
  JsonValue entities = JsonValue::array();
  for (const ListedEntity& entity : list.entities) entities.push_back(entity_json(entity));
  return dumped({{"schema", kSchema},
                 {"query", query},
                 {"understood", to_text(request.query)},
                 {"prefix", request.prefix},
                 {"types", std::move(types)},
                 {"offset", request.offset},
                 {"limit", request.limit},
                 {"total", list.total},
                 {"entities", std::move(entities)}});
}

std::string jsonl_of(const EntityList& list) {
  std::string out;
  for (const ListedEntity& entity : list.entities) {
    JsonValue json = {{"schema", kSchema}};
    json.update(entity_json(entity));
    out += dumped(json);
  }
  return out;
}

std::string table_of(Format format, const EntityList& list) {
  const TableText table(format);
  std::string out = table.row({"type", "name", "articles"});
  for (const ListedEntity& entity : list.entities) {
    out += table.row({std::string(name_of(entity.type)), table.cell(entity.name),
                      std::to_string(entity.articles)});
  }
  return out;
}

std::string names_of(const EntityList& list) {
  std::string out;
  for (const ListedEntity& entity : list.entities) out += printable(entity.name) + '\n';
  return out;
}

}  // namespace dateline
