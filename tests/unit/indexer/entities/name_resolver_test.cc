#include "indexer/entities/name_resolver.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

namespace dateline {
namespace {

struct Expected {
  std::string kind_and_name;  ///< "person Kassym-Jomart Tokayev"; empty: dropped
};

struct MarkedArticle {
  std::string title;
  std::string text;
  std::vector<Mention> mentions;
  std::vector<std::string> expected;
};

EntityType kind_of_letter(char letter) {
  if (letter == 'P') return EntityType::Person;
  return letter == 'O' ? EntityType::Organisation : EntityType::Place;
}

std::string answer(EntityType kind, const std::string& name) {
  return std::string(name_of(kind)) + " " + name;
}

/// Takes "P written = name" (the inside of the brackets) apart.
void add_mention(const std::string& mark, MarkedArticle& article) {
  EntityType kind = kind_of_letter(mark[0]);
  const std::size_t equals = mark.find(" =");
  const std::string written = mark.substr(2, equals == std::string::npos ? equals : equals - 2);
  const auto begin = static_cast<std::uint32_t>(article.text.size());
  article.text += written;
  article.mentions.push_back({begin, static_cast<std::uint32_t>(article.text.size()), kind, {}});
  std::string name = equals == std::string::npos ? written : mark.substr(equals + 2);
  name.erase(0, name.find_first_not_of(' '));
  if (name.size() > 2 && name[1] == ' ' && std::string("POL").find(name[0]) != std::string::npos) {
    kind = kind_of_letter(name[0]);
    name.erase(0, 2);
  }
  article.expected.push_back(name.empty() ? "" : answer(kind, name));
}

void add_text(const std::string& marked, MarkedArticle& article) {
  std::size_t at = 0;
  while (at < marked.size()) {
    const std::size_t open = marked.find('[', at);
    article.text += marked.substr(at, open == std::string::npos ? open : open - at);
    if (open == std::string::npos) return;
    const std::size_t close = marked.find(']', open);
    add_mention(marked.substr(open + 1, close - open - 1), article);
    at = close + 1;
  }
}

std::vector<MarkedArticle> read_articles(const std::string& path) {
  std::ifstream file(path);
  std::vector<MarkedArticle> articles;
  std::string body;
  const auto finish = [&] {
    if (!articles.empty()) add_text(body, articles.back());
    body.clear();
  };
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("== ", 0) == 0) {
      finish();
      articles.push_back({line.substr(3), {}, {}, {}});
    } else if (!articles.empty()) {
      body += line + "\n";
    }
  }
  finish();
  return articles;
}

/// The answers in the order of the marks; empty where a mention was dropped.
std::vector<std::string> resolve(const MarkedArticle& article) {
  std::vector<Mention> mentions = article.mentions;
  resolve_names(article.text, english_name_rules(), mentions);
  std::vector<std::string> answers;
  auto next = mentions.begin();
  for (const auto& mark : article.mentions) {
    // Mentions grow: "bin Laden" for Laden.
    const bool kept = next != mentions.end() && next->begin <= mark.begin && next->end >= mark.end;
    answers.push_back(kept ? answer(next->kind, next->canonical) : "");
    if (kept) ++next;
  }
  return answers;
}

TEST(NameResolver, ResolvesTheMarkedArticles) {
  const auto articles = read_articles(DATELINE_TEST_DATA "/resolution.txt");
  ASSERT_GE(articles.size(), 60U);
  std::size_t right = 0;
  std::size_t all = 0;
  for (const auto& article : articles) {
    const auto answers = resolve(article);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      ++all;
      right += answers[i] == article.expected[i];
      if (answers[i] == article.expected[i]) continue;
      const auto& mark = article.mentions[i];
      std::cout << article.title << ": \"" << article.text.substr(mark.begin, mark.end - mark.begin)
                << "\" is " << article.expected[i] << ", not " << answers[i] << '\n';
    }
  }
  std::cout << articles.size() << " articles, " << right << " of " << all << " mentions right\n";
  EXPECT_GE(static_cast<double>(right), 0.98 * static_cast<double>(all));
}

}  // namespace
}  // namespace dateline
