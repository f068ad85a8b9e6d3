#include "scripts/ranking/collection_maker.h"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cstdint>
#include <fstream>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/text/tokenizer.h"
#include "indexer/build/name_finder.h"
#include "scripts/ranking/corpus.h"
#include "searcher/passages/sentences.h"

namespace dateline {

namespace {

namespace fs = boost::filesystem;

constexpr std::size_t kFewestQueryWords = 4;  // of a title or sentence
constexpr std::size_t kFewestLeadWords = 8;  // a line with a day or a byline is no sentence to ask for
constexpr std::size_t kFewestTextWords = 50;  // that are left
constexpr std::size_t kFewestMentions = 3;
constexpr std::size_t kFewestArticles = 3;  // about an entity

/// FNV-1a: which queries are taken, and which half they are in, depends on the text alone.
std::uint64_t hash_of(const std::string& text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash ^ (hash >> 32U);
}

std::size_t count_words(const std::string& text) {
  std::size_t count = 0;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) ++count;
  return count;
}

/// One line, without tabs.
std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c >= '\0' && c < ' '; }, ' ');
  return text;
}

struct MadeQuery {
  std::string text;
  std::vector<std::string> relevant;  ///< paths
};

std::ofstream open_to_write(const fs::path& file) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file.string(), std::ios::binary);
  if (!out) throw Error("cannot write " + file.string());
  return out;
}

/// Takes the query out of the article; empty: it makes none.
std::string take_query(CollectionKind kind, Article& article) {
  std::string query;
  if (kind == CollectionKind::Title) {
    query = std::exchange(article.title, "");
  } else {
    article.title.clear();
    do {
      const std::size_t end = sentence_end(article.text, 0);
      query = article.text.substr(0, end);
      article.text.erase(0, skip_spaces(article.text, end));
    } while (!article.text.empty() && count_words(query) < kFewestLeadWords);
  }
  const bool is_query = count_words(query) >= kFewestQueryWords &&
                        count_words(article.text) >= kFewestTextWords;
  return is_query ? one_line(query) : "";
}

std::vector<MadeQuery> make_known_items(CollectionKind kind, const std::string& corpus,
                                        const fs::path& out, std::size_t& articles) {
  std::vector<MadeQuery> queries;
  each_article(corpus, [&](const std::string& path, const Article& original) {
    if (path.find(' ') != std::string::npos) return;  // no document name of TREC
    Article article = original;
    const std::string query = take_query(kind, article);
    if (article.text.empty()) return;
    std::ofstream file = open_to_write(out / "corpus" / path);
    if (article.date) file << " date " << to_iso(*article.date) << ' ';
    file << article.text;
    ++articles;
    if (!query.empty()) queries.push_back({query, {path}});
  });
  return queries;
}

std::vector<MadeQuery> make_entity_queries(const std::string& corpus, std::size_t& articles) {
  std::map<std::pair<EntityType, std::string>, std::vector<std::string>> about;
  NameFinder finder;
  each_article(corpus, [&](const std::string& path, const Article& article) {
    ++articles;
    for (const ArticleName& name : finder.find(article).names) {
      if (!name.in_lead || name.count < kFewestMentions) continue;
      about[{name.type, name.name}].push_back(path);
    }
  });
  std::vector<MadeQuery> queries;
  for (auto& [entity, paths] : about) {
    if (paths.size() < kFewestArticles || paths.size() > articles / 20 + kFewestArticles) continue;
    queries.push_back({one_line(entity.second), std::move(paths)});
  }
  return queries;
}

}  // namespace

CollectionCounts make_collection(CollectionKind kind, const std::string& corpus,
                                 const std::string& out, std::size_t queries) {
  CollectionCounts counts;
  std::vector<MadeQuery> made =
      kind == CollectionKind::Entity
          ? make_entity_queries(corpus, counts.articles)
          : make_known_items(kind, corpus, out, counts.articles);
  const auto by_hash = [](const MadeQuery& a, const MadeQuery& b) {
    return std::make_tuple(hash_of(a.text), std::cref(a.relevant)) <
           std::make_tuple(hash_of(b.text), std::cref(b.relevant));
  };
  std::sort(made.begin(), made.end(), by_hash);
  if (made.size() > queries) made.resize(queries);
  std::ofstream tune = open_to_write(fs::path(out) / "tune.tsv");
  std::ofstream held_out = open_to_write(fs::path(out) / "held-out.tsv");
  std::ofstream qrels = open_to_write(fs::path(out) / "qrels.txt");
  for (std::size_t i = 0; i < made.size(); ++i) {
    const bool is_held_out = (hash_of(made[i].text) & 1U) != 0;
    (is_held_out ? held_out : tune) << i + 1 << '\t' << made[i].text << '\n';
    for (const std::string& path : made[i].relevant) qrels << i + 1 << " 0 " << path << " 1\n";
    ++(is_held_out ? counts.held_out : counts.tuning);
  }
  if (!tune.flush() || !held_out.flush() || !qrels.flush()) throw Error("cannot write to " + out);
  return counts;
}

}  // namespace dateline
