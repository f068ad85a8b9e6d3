#include "searcher/output/entity_network.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

EntityNetwork network() {
  EntityNetwork network;
  network.total = 9;
  network.nodes = {{EntityType::Organisation, "AT&T <\"Bell\">", 5},
                   {EntityType::Person, "=Zoë, \"Z\"", 3},
                   {EntityType::Place, "Washington", 2},
                   {EntityType::Person, "Washington", 1}};
  network.edges = {{0, 1, 2, 0.51639}, {2, 3, 1, 0.70711}};
  return network;
}

TEST(GraphMl, HasTypedAttributesAndEscapes) {
  EXPECT_EQ(graphml_of(network()),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
            "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
            "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
            "  <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
            "  <key id=\"articles\" for=\"node\" attr.name=\"articles\" attr.type=\"int\"/>\n"
            "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
            "  <key id=\"cosine\" for=\"edge\" attr.name=\"cosine\" attr.type=\"double\"/>\n"
            "  <graph edgedefault=\"undirected\">\n"
            "    <node id=\"n0\"><data key=\"label\">AT&amp;T &lt;\"Bell\"&gt;</data>"
            "<data key=\"kind\">org</data><data key=\"articles\">5</data></node>\n"
            "    <node id=\"n1\"><data key=\"label\">=Zoë, \"Z\"</data>"
            "<data key=\"kind\">person</data><data key=\"articles\">3</data></node>\n"
            "    <node id=\"n2\"><data key=\"label\">Washington</data>"
            "<data key=\"kind\">place</data><data key=\"articles\">2</data></node>\n"
            "    <node id=\"n3\"><data key=\"label\">Washington</data>"
            "<data key=\"kind\">person</data><data key=\"articles\">1</data></node>\n"
            "    <edge id=\"e0\" source=\"n0\" target=\"n1\"><data key=\"weight\">2</data>"
            "<data key=\"cosine\">0.5164</data></edge>\n"
            "    <edge id=\"e1\" source=\"n2\" target=\"n3\"><data key=\"weight\">1</data>"
            "<data key=\"cosine\">0.7071</data></edge>\n"
            "  </graph>\n"
            "</graphml>\n");
}

TEST(GraphMl, WhatXmlCannotHaveIsReplaced) {
  EntityNetwork one;
  one.nodes = {{EntityType::Person, std::string("a\x01\x1B\0b\xFF\xEF\xBF\xBE", 9), 1}};
  const std::string replacement = "\xEF\xBF\xBD";
  EXPECT_NE(graphml_of(one).find(">a" + replacement + replacement + replacement + "b" +
                                 replacement + replacement + "<"),
            std::string::npos);
}

TEST(NetworkTable, IsSafeForSpreadsheetsAndTellsNamesakesApart) {
  EXPECT_EQ(
      table_of(Format::Csv, network()),
      "source,target,weight,cosine,source_type,target_type,source_articles,target_articles\r\n"
      "\"AT&T <\"\"Bell\"\">\",\"'=Zoë, \"\"Z\"\"\",2,0.5164,org,person,5,3\r\n"
      "Washington (place),Washington (person),1,0.7071,place,person,2,1\r\n");
}

TEST(NetworkSummary, Counts) {
  EXPECT_EQ(summary_of(network()), "4 names, 2 links, of 9 articles");
}

}  // namespace
}  // namespace dateline
