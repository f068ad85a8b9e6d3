// dateline-evaluate-ranking: how good the order of answers is on a test collection, for ours and for
// what plain Xapian gives, by the measures of TREC; and collections made of any articles. Called by
// scripts/evaluate-ranking.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/filesystem.hpp>
#include <cstdio>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/run/index_run.h"
#include "scripts/ranking/collection_maker.h"
#include "scripts/ranking/corpus.h"
#include "scripts/ranking/measures.h"
#include "scripts/ranking/plain_xapian.h"
#include "scripts/ranking/test_collection.h"
#include "searcher/match/searcher.h"
#include "searcher/query/free_text.h"

namespace dateline {
namespace {

namespace fs = boost::filesystem;

constexpr unsigned kListed = 1000;  // articles to a query, as is the custom

struct Settings {
  std::string corpus;
  std::string queries;
  std::string judgements;
  std::string index;
  std::string runs;
  bool ablate = false;
  std::vector<std::string> with;
  std::string make;
  std::size_t made_queries = 1000;
};

class TemporaryFolder {
 public:
  TemporaryFolder() : path_(fs::temp_directory_path() / fs::unique_path("dateline-ranking-%%%%%%%%")) {
    fs::create_directories(path_);
  }
  ~TemporaryFolder() {
    boost::system::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

void index_corpus(const std::string& corpus, const std::string& index) {
  RunOptions options;
  options.crawl.roots = {corpus};
  options.index = index;
  options.today = today();
  RunProgress progress;
  run_index(options, progress, [](const std::string&, const std::string&, bool) {});
}

/// What a way of ranking gives for all queries.
using Run = std::vector<RankedList>;

Run run_plain(const Settings& settings, const std::vector<TestQuery>& queries,
              const std::string& folder) {
  PlainXapian xapian(folder);
  if (xapian.empty()) {
    each_article(settings.corpus, [&](const std::string& path, const Article& article) {
      xapian.add(path, article.title, article.text);
    });
    xapian.finish();
  }
  Run run;
  for (const TestQuery& query : queries) run.push_back(xapian.search(query, kListed));
  return run;
}

Run run_ours(Searcher& searcher, const std::string& root, const std::vector<TestQuery>& queries,
             const RankSettings& ranking) {
  Run run;
  for (const TestQuery& query : queries) {
    RankedList list;
    list.query = query.id;
    Result<Node> tree = parse_free_text(query.text);
    if (tree) {
      SearchRequest request;
      request.query = std::move(tree.value());
      request.ranking = ranking;
      request.limit = kListed;
      request.texts = false;
      for (const Hit& hit : searcher.search(request).hits) {
        list.paths.push_back(hit.path.substr(root.size() + 1));
        list.scores.push_back(hit.score);
      }
    }
    run.push_back(std::move(list));
  }
  return run;
}

/// Of the queries that have a relevant article, in their order.
std::vector<Measures> measure_all(const Run& run, const std::map<std::string, Grades>& judgements) {
  std::vector<Measures> all;
  for (const RankedList& list : run) {
    const auto grades = judgements.find(list.query);
    if (grades == judgements.end()) continue;
    const bool any = std::any_of(grades->second.begin(), grades->second.end(),
                                 [](const auto& judged) { return judged.second > 0; });
    if (any) all.push_back(measure(list.paths, grades->second));
  }
  return all;
}

/// One line of the table, with how many queries are better and worse than plain Xapian's by average
/// precision.
void print_row(const std::string& name, const std::vector<Measures>& all,
               const std::vector<Measures>& plain) {
  const Measures m = mean(all);
  std::size_t better = 0;
  std::size_t worse = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].average_precision > plain[i].average_precision) ++better;
    if (all[i].average_precision < plain[i].average_precision) ++worse;
  }
  std::printf("%-34s %7.4f %7.4f %7.4f %10.4f %7.4f %6zu %6zu\n", name.c_str(), m.average_precision,
              m.ndcg_10, m.precision_10, m.recall_100, m.reciprocal_rank, better, worse);
}

struct Way {
  std::string name;
  RankSettings ranking;
};

/// As --any has it.
RankSettings plain_text_settings() {
  RankSettings settings;
  settings.reranked = kAnyWordReranked;
  return settings;
}

/// "k1=0.9,b=0.4" into the settings; false if there is no such part or number.
bool change(RankSettings& ranking, const std::string& changes) {
  std::istringstream parts(changes);
  for (std::string part; std::getline(parts, part, ',');) {
    char name[16] = "";
    double value = 0;
    if (std::sscanf(part.c_str(), "%15[a-z0-9_]=%lf", name, &value) != 2) return false;
    const std::string known = name;
    if (known == "k1") {
      ranking.bm25.k1 = value;
    } else if (known == "b") {
      ranking.bm25.b = value;
    } else if (known == "proximity") {
      ranking.proximity = value;
    } else if (known == "lead") {
      ranking.lead = value;
    } else if (known == "title") {
      ranking.title = value;
    } else if (known == "lead_words") {
      ranking.lead_words = static_cast<std::uint32_t>(value);
    } else if (known == "reranked") {
      ranking.reranked = static_cast<std::size_t>(value);
    } else {
      return false;
    }
  }
  return true;
}

std::vector<Way> ways(const Settings& settings) {
  std::vector<Way> all = {{"dateline", plain_text_settings()}};
  std::vector<std::string> others = settings.with;
  if (settings.ablate) {
    for (const char* part : {"proximity=0", "lead=1", "title=1", "lead=1,title=1",
                             "proximity=0,lead=1,title=1", "k1=1,b=0.5", "k1=0.9,b=0.4",
                             "k1=1.2,b=0.75"}) {
      others.emplace_back(part);
    }
  }
  for (const std::string& changes : others) {
    all.push_back({changes, plain_text_settings()});
    if (!change(all.back().ranking, changes)) {
      throw Error("--with " + changes + " is not like proximity=0,k1=0.9");
    }
  }
  return all;
}

int evaluate(const Settings& settings) {
  const std::vector<TestQuery> queries = read_queries(settings.queries);
  const auto judgements = read_judgements(settings.judgements);
  const TemporaryFolder temporary;
  const std::string kept = settings.index.empty() ? temporary.path("") : settings.index + '/';
  const std::string index = kept + "dateline";
  if (!fs::exists(index)) index_corpus(settings.corpus, index);
  if (!settings.runs.empty()) fs::create_directories(settings.runs);
  const auto keep = [&](const std::string& name, const Run& run) {
    if (!settings.runs.empty()) write_run(settings.runs + '/' + name + ".run", name, run);
  };

  const Run plain_run = run_plain(settings, queries, kept + "xapian");
  keep("xapian", plain_run);
  const std::vector<Measures> plain = measure_all(plain_run, judgements);
  std::printf("%zu queries with a relevant article\n", plain.size());
  std::printf("%-34s %7s %7s %7s %10s %7s %6s %6s\n", "", "MAP", "nDCG@10", "P@10", "recall@100",
              "MRR", "better", "worse");
  print_row("plain Xapian BM25", plain, plain);
  Searcher searcher(index);
  const std::string root = fs::canonical(settings.corpus).string();
  for (const Way& way : ways(settings)) {
    const Run run = run_ours(searcher, root, queries, way.ranking);
    keep(way.name, run);
    print_row(way.name, measure_all(run, judgements), plain);
    std::fflush(stdout);
  }
  return 0;
}

int make(const Settings& settings) {
  const CollectionKind kind = settings.make == "title"  ? CollectionKind::Title
                              : settings.make == "lead" ? CollectionKind::Lead
                                                        : CollectionKind::Entity;
  const CollectionCounts counts =
      make_collection(kind, settings.corpus, settings.queries, settings.made_queries);
  std::printf("%zu articles, %zu queries to tune on, %zu held out\n", counts.articles,
              counts.tuning, counts.held_out);
  return counts.tuning + counts.held_out > 0 ? 0 : 1;
}

int run(int argc, char** argv) {
  Settings settings;
  CLI::App app("Measures the order of answers on a test collection.", "evaluate-ranking");
  app.add_option("CORPUS", settings.corpus, "a folder of articles")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("QUERIES", settings.queries, "id TAB text; with --make: the folder to write to")
      ->required();
  app.add_option("QRELS", settings.judgements, "query 0 document grade");
  app.add_option("--index", settings.index, "keep both indexes there, or use those that are there");
  app.add_option("--runs", settings.runs, "write run files for trec_eval to this folder");
  app.add_flag("--ablate", settings.ablate, "also without each part of the ranking");
  app.add_option("--with", settings.with, "also with these settings: proximity=0,k1=0.9");
  app.add_option("--make", settings.make, "make a collection of CORPUS instead")
      ->check(CLI::IsMember({"title", "lead", "entity"}));
  app.add_option("--queries", settings.made_queries, "at most so many made queries");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (!settings.make.empty()) return make(settings);
  if (settings.judgements.empty()) {
    std::cerr << "evaluate-ranking: there is no QRELS file\n";
    return 2;
  }
  return evaluate(settings);
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  try {
    return dateline::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "evaluate-ranking: " << error.what() << '\n';
    return 3;
  }
}
