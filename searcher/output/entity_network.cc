#include "searcher/output/entity_network.h"

#include <cstdio>
#include <map>
#include <string_view>

#include "common/text/numbers.h"
#include "common/text/utf8.h"
#include "searcher/output/table_text.h"

namespace dateline {

namespace {

constexpr const char* kHead =
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
    "  <graph edgedefault=\"undirected\">\n";

/// Whether XML 1.0 can have the character at all, escaped or not.
bool is_xml_character(std::int32_t point) {
  if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
  return point <= 0xD7FF || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (point.value == '&') {
      out += "&amp;";
    } else if (point.value == '<') {
      out += "&lt;";
    } else if (point.value == '>') {
      out += "&gt;";
    } else if (is_xml_character(point.value)) {
      out.append(text, i, point.bytes);
    } else {
      out += "\xEF\xBF\xBD";
    }
    i += point.bytes;
  }
  return out;
}

std::string data(const char* key, const std::string& value) {
  return std::string("<data key=\"") + key + "\">" + value + "</data>";
}

std::string cosine_text(double cosine) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", cosine);
  return text;
}

/// What each node is called, no two alike.
std::vector<std::string> labels_of(const EntityNetwork& network) {
  std::map<std::string, std::size_t> uses;
  for (const EntityNetwork::Node& node : network.nodes) ++uses[node.name];
  std::vector<std::string> labels;
  for (const EntityNetwork::Node& node : network.nodes) {
    labels.push_back(node.name);
    if (uses[node.name] < 2) continue;
    labels.back() += " (" + std::string(name_of(node.type)) + ')';
  }
  return labels;
}

}  // namespace

std::string graphml_of(const EntityNetwork& network) {
  std::string out = kHead;
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    const EntityNetwork::Node& node = network.nodes[i];
    out += "    <node id=\"n" + std::to_string(i) + "\">" + data("label", xml_text(node.name)) +
           data("kind", std::string(name_of(node.type))) +
           data("articles", std::to_string(node.articles)) + "</node>\n";
  }
  for (std::size_t i = 0; i < network.edges.size(); ++i) {
    const EntityNetwork::Edge& edge = network.edges[i];
    out += "    <edge id=\"e" + std::to_string(i) + "\" source=\"n" + std::to_string(edge.from) +
           "\" target=\"n" + std::to_string(edge.to) + "\">" +
           data("weight", std::to_string(edge.articles)) +
           data("cosine", cosine_text(edge.cosine)) + "</edge>\n";
  }
  return out + "  </graph>\n</graphml>\n";
}

std::string table_of(Format format, const EntityNetwork& network) {
  const TableText table(format);
  const std::vector<std::string> labels = labels_of(network);
  std::string out = table.row({"source", "target", "weight", "cosine", "source_type", "target_type",
                               "source_articles", "target_articles"});
  for (const EntityNetwork::Edge& edge : network.edges) {
    const EntityNetwork::Node& from = network.nodes[edge.from];
    const EntityNetwork::Node& to = network.nodes[edge.to];
    out += table.row({table.cell(labels[edge.from]), table.cell(labels[edge.to]),
                      std::to_string(edge.articles), cosine_text(edge.cosine),
                      std::string(name_of(from.type)), std::string(name_of(to.type)),
                      std::to_string(from.articles), std::to_string(to.articles)});
  }
  return out;
}

std::string summary_of(const EntityNetwork& network) {
  return counted(network.nodes.size(), "name") + ", " + counted(network.edges.size(), "link") +
         ", of " + counted(network.total, "article");
}

}  // namespace dateline
