#include "indexer/entities/annotate.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/entities/tagged_corpus.h"

namespace dateline {
namespace {

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return line;
}

void print_tsv(std::string_view path, std::string_view written, const Mention& mention,
               std::ostream& out) {
  out << one_line(path) << '\t' << mention.begin << '\t' << mention.end - mention.begin << '\t'
      << name_of(mention.kind) << '\t' << one_line(written) << '\t' << one_line(mention.canonical)
      << '\n';
}

void print_json(std::string_view path, std::string_view written, const Mention& mention,
                std::ostream& out) {
  nlohmann::ordered_json line;
  line["path"] = path;
  line["offset"] = mention.begin;
  line["length"] = mention.end - mention.begin;
  line["kind"] = name_of(mention.kind);
  line["text"] = written;
  line["name"] = mention.canonical;
  out << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

/// The lines of one article, and the words among them.
struct TokenArticle {
  std::vector<std::string> lines;
  std::vector<std::vector<std::string_view>> sentences() const {
    std::vector<std::vector<std::string_view>> all(1);
    for (const auto& line : lines) {
      if (!line.empty()) {
        all.back().push_back(std::string_view(line).substr(0, line.find('\t')));
      } else if (!all.back().empty()) {
        all.emplace_back();
      }
    }
    return all;
  }
};

void print_article(EntityTagger& tagger, TokenArticle& article, std::ostream& out) {
  std::vector<std::string> tags;
  const auto sentences = article.sentences();
  for (const auto& labels : tagger.label(sentences)) {
    const auto more = tags_from_labels(labels);
    tags.insert(tags.end(), more.begin(), more.end());
  }
  std::size_t next = 0;
  for (const auto& line : article.lines) {
    if (!line.empty()) out << std::string_view(line).substr(0, line.find('\t')) << '\t' << tags[next++];
    out << '\n';
  }
  article.lines.clear();
}

}  // namespace

void annotate_text(EntityTagger& tagger, std::string_view path, std::string_view text,
                   AnnotationFormat format, std::ostream& out) {
  for (const Mention& mention : tagger.tag(text)) {
    const std::string_view written = text.substr(mention.begin, mention.end - mention.begin);
    if (format == AnnotationFormat::Tsv) {
      print_tsv(path, written, mention, out);
    } else {
      print_json(path, written, mention, out);
    }
  }
}

void annotate_tokens(EntityTagger& tagger, std::istream& in, std::ostream& out) {
  TokenArticle article;
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.rfind("-DOCSTART-", 0) == 0) {
      print_article(tagger, article, out);
      out << line << '\n';
    } else {
      article.lines.push_back(line);
    }
  }
  print_article(tagger, article, out);
}

}  // namespace dateline
