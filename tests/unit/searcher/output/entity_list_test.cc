#include "searcher/output/entity_list.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

EntityList list() {
  EntityList list;
  list.total = 1200;
  list.entities = {{EntityType::Person, "Barack Obama", 1000, {"Obama"}},
                   {EntityType::Place, "=1+1\n", 10, {}}};
  return list;
}

TEST(EntityListText, HasTheKindWhereThereAreSeveral) {
  Terminal terminal;
  terminal.columns = 40;
  EXPECT_EQ(text_of(list(), {}, terminal),
            "1,200 articles match\n\n"
            "Barack Obama  person  1,000  ███████████\n"
            "=1+1          place      10  ▏\n");
  EntityListRequest people;
  people.types = {EntityType::Person};
  EXPECT_EQ(text_of(list(), people, terminal).find("person"), std::string::npos);
}

TEST(EntityListForms, AreJsonLinesTablesAndNames) {
  EntityListRequest request;
  request.types = {EntityType::Person, EntityType::Place};
  request.prefix = "o";
  request.limit = 50;
  EXPECT_EQ(json_of(list(), request, ""),
            "{\"schema\":1,\"query\":\"\",\"understood\":\"(all)\",\"prefix\":\"o\","
            "\"types\":[\"person\",\"place\"],\"offset\":0,\"limit\":50,\"total\":1200,"
            "\"entities\":[{\"type\":\"person\",\"name\":\"Barack Obama\",\"articles\":1000,"
            "\"aliases\":[\"Obama\"]},{\"type\":\"place\",\"name\":\"=1+1\\n\",\"articles\":10,"
            "\"aliases\":[]}]}\n");
  EXPECT_EQ(jsonl_of(list()),
            "{\"schema\":1,\"type\":\"person\",\"name\":\"Barack Obama\",\"articles\":1000,"
            "\"aliases\":[\"Obama\"]}\n"
            "{\"schema\":1,\"type\":\"place\",\"name\":\"=1+1\\n\",\"articles\":10,"
            "\"aliases\":[]}\n");
  EXPECT_EQ(table_of(Format::Csv, list()),
            "type,name,articles\r\nperson,Barack Obama,1000\r\nplace,'=1+1 ,10\r\n");
  EXPECT_EQ(names_of(list()), "Barack Obama\n=1+1 \n");
}

}  // namespace
}  // namespace dateline
