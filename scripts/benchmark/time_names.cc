// dateline-time-names: what answers about people, organisations and places cost in a program that has an
// index open, in milliseconds of processor time, each measured by itself. Called by scripts/bench
// --entities; prints one JSON object: for each kind the times, in the order in which they were taken.
#include <time.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/name_table.h"
#include "searcher/match/searcher.h"
#include "searcher/query/parser.h"

namespace dateline {
namespace {

struct Settings {
  std::string index;
  std::size_t names = 100;  // of a kind
  std::size_t runs = 7;
  std::vector<std::string> facet_queries;
};

/// A person with a full name, how many articles have it, its last word.
struct Person {
  std::string name;
  std::uint64_t articles = 0;
  std::string family() const { return name.substr(name.rfind(' ') + 1); }
};

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Action>
double timed(const Action& action) {
  const double begin = cpu_ms();
  action();
  return cpu_ms() - begin;
}

/// Those of the largest segment in at least three articles, in an order that has nothing to do with them.
std::vector<Person> people_of(const std::string& index) {
  Snapshot snapshot(index);
  std::size_t largest = 0;
  for (std::size_t part = 1; part < snapshot.parts().size(); ++part) {
    if (snapshot.names(part).size() > snapshot.names(largest).size()) largest = part;
  }
  NameTable& table = snapshot.names(largest);
  std::vector<Person> people;
  for (std::uint32_t id = 0; id < table.size(); ++id) {
    const NameTable::Name name = table.name(id);
    if (name.type != EntityType::Person) break;
    if (name.articles < 3 || name.name.find(' ') == std::string_view::npos) continue;
    people.push_back({std::string(name.name), name.articles});
  }
  std::shuffle(people.begin(), people.end(), std::mt19937(1));
  return people;
}

/// The total and the best ten articles, as --person NAME has them.
void filter(Searcher& searcher, const std::string& name) {
  SearchRequest request;
  request.query.kind = Node::Kind::Name;
  request.query.type = EntityType::Person;
  request.query.value = name;
  request.limit = 10;
  searcher.resolve(request.query);
  searcher.search(request);
}

using Times = nlohmann::ordered_json;

/// Each name is asked once: none is known from before.
void time_filters(const Settings& settings, const std::vector<Person>& people, Times& times) {
  Searcher searcher(settings.index);
  if (people.empty()) return;
  filter(searcher, people.back().name);
  const std::size_t count = std::min(settings.names, people.size() / 3);
  std::vector<std::string> asked;
  for (std::size_t i = 0; i < count; ++i) {
    asked.push_back(people[i].name);
    times["filter, full name not asked before"].push_back(
        timed([&] { filter(searcher, asked.back()); }));
  }
  for (std::size_t i = count; i < 2 * count; ++i) {
    asked.push_back(people[i].family());
    times["filter, family name not asked before"].push_back(
        timed([&] { filter(searcher, asked.back()); }));
  }
  for (std::size_t i = 0; i < asked.size(); ++i) {
    times[i < count ? "filter, full name asked again" : "filter, family name asked again"].push_back(
        timed([&] { filter(searcher, asked[i]); }));
  }
}

/// The most frequent ones are asked most, and are the most work.
void time_common(const Settings& settings, std::vector<Person> people, Times& times) {
  Searcher searcher(settings.index);
  const std::size_t count = std::min<std::size_t>(10, people.size());
  std::partial_sort(people.begin(), people.begin() + static_cast<std::ptrdiff_t>(count), people.end(),
                    [](const Person& a, const Person& b) { return a.articles > b.articles; });
  for (std::size_t run = 0; run < settings.runs; ++run) {
    for (std::size_t i = 0; i < count; ++i) {
      times["filter, the ten commonest people"].push_back(
          timed([&] { filter(searcher, people[i].name); }));
      times["filter, their family names"].push_back(
          timed([&] { filter(searcher, people[i].family()); }));
    }
  }
  EntityPageRequest request;
  request.name = count > 0 ? people.front().name : "nobody";
  searcher.entity_page(request);
  for (std::size_t run = 0; run < settings.runs; ++run) {
    for (std::size_t i = 0; i < count; ++i) {
      request.name = people[i].name;
      times["page on one of the ten commonest"].push_back(
          timed([&] { searcher.entity_page(request); }));
    }
  }
}

void time_facets(const Settings& settings, Times& times) {
  const std::vector<FacetField> fields = {FacetField::Person, FacetField::Organisation,
                                          FacetField::Place};
  Searcher searcher(settings.index);
  std::vector<std::string> queries = settings.facet_queries;
  queries.emplace_back();  // every article
  for (const std::string& text : queries) {
    Node query;
    if (!text.empty()) query = parse_query(text, {}).value();
    std::uint64_t total = searcher.facets(query, fields, 10).total;
    Times& of_query = times["facets of three kinds over " + std::to_string(total) + " matches"];
    for (std::size_t run = 0; run < settings.runs; ++run) {
      of_query.push_back(timed([&] { total = searcher.facets(query, fields, 10).total; }));
    }
  }
}

/// By a Searcher opened anew, which has read nothing yet.
void time_first(const Settings& settings, const std::vector<Person>& people, Times& times) {
  for (std::size_t i = 0; i < std::min<std::size_t>(10, people.size()); ++i) {
    const Person& person = people[people.size() - 1 - i];
    for (const auto& [kind, name] : {std::pair{"first query, a full name", person.name},
                                     std::pair{"first query, a family name", person.family()}}) {
      Searcher searcher(settings.index);
      times[kind].push_back(timed([&, asked = name] { filter(searcher, asked); }));
    }
  }
  for (std::size_t run = 0; run < settings.runs; ++run) {
    Searcher searcher(settings.index);
    times["first facets of three kinds, every article"].push_back(timed([&] {
      searcher.facets(Node{}, {FacetField::Person, FacetField::Organisation, FacetField::Place}, 10);
    }));
    if (people.empty()) continue;
    Searcher another(settings.index);
    EntityPageRequest request;
    request.name = people.front().name;
    times["first page on a person"].push_back(timed([&] { another.entity_page(request); }));
  }
}

void run(const Settings& settings) {
  const std::vector<Person> people = people_of(settings.index);
  Times times = Times::object();
  time_first(settings, people, times);
  time_filters(settings, people, times);
  time_common(settings, people, times);
  time_facets(settings, times);
  std::puts(times.dump(1).c_str());
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  dateline::Settings settings;
  CLI::App app{"What answers about names cost, in milliseconds of processor time, as JSON"};
  app.add_option("INDEX", settings.index, "a folder that dateline-index made")->required();
  app.add_option("--facets", settings.facet_queries, "count facets of the matches of these queries");
  app.add_option("--names", settings.names, "so many names of a kind");
  app.add_option("--runs", settings.runs, "measure all else so often");
  CLI11_PARSE(app, argc, argv);
  try {
    dateline::run(settings);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dateline-time-names: %s\n", error.what());
    return 3;
  }
  return 0;
}
