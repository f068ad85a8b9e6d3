// Searches kept by name: --save, --saved, --saved-list, --forget, and --alerts, which runs all of
// them on what is new.
#include <boost/filesystem/operations.hpp>
#include <memory>
#include <utility>
#include <vector>

#include "common/index/crash.h"
#include "common/index/integrity.h"
#include "common/text/columns.h"
#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/commands/commands.h"
#include "searcher/output/alert_output.h"
#include "searcher/output/saved_output.h"
#include "searcher/saved/saved_searches.h"

namespace dateline {

namespace {

SavedSearches searches_of(const Options& options) {
  return SavedSearches(options.searches.empty() ? default_searches_file()
                                                : boost::filesystem::path(options.searches));
}

std::string absolute(const std::string& folder) {
  if (folder.empty()) return "";
  boost::system::error_code failure;
  const auto path = boost::filesystem::canonical(folder, failure);
  return failure ? boost::filesystem::absolute(folder).lexically_normal().string() : path.string();
}

bool is_kept(const std::string& option) {
  return option != "--save" && option != "--saved" && option != "--searches" &&
         option != "--index" && option != "--new-since" && option != "--alerts";
}

/// The command line of a saved search, with what is given now in place of what was saved.
std::vector<std::string> merged_arguments(const SavedSearch& search, const Options& now) {
  std::vector<std::string> arguments{"dateline-search", "--index=" + search.index};
  const auto is_given_now = [&](const std::string& argument) {
    const std::string name = argument.substr(0, argument.find('='));
    for (const GivenOption& option : now.given) {
      if (option.name == name) return true;
    }
    return false;
  };
  std::size_t at = 0;
  for (; at < search.arguments.size() && search.arguments[at] != "--"; ++at) {
    if (!is_given_now(search.arguments[at])) arguments.push_back(search.arguments[at]);
  }
  for (const GivenOption& option : now.given) {
    if (is_kept(option.name)) arguments.push_back(as_argument(option));
  }
  arguments.insert(arguments.end(), search.arguments.begin() + static_cast<std::ptrdiff_t>(at),
                   search.arguments.end());
  return arguments;
}

Result<Options> options_of(const SavedSearch& search, const Options& now) {
  return parse_options(merged_arguments(search, now));
}

std::optional<SavedSearch> find_or_tell(const SavedSearches& searches, const std::string& name,
                                        const std::string& index) {
  auto found = searches.find(name, absolute(index));
  if (!found) {
    std::vector<std::string> names;
    for (const SavedSearch& search : searches.all()) names.push_back(search.name);
    const std::string meant = nearest(name, names);
    tell({"there is no saved search \"" + name + "\"",
          meant.empty() ? "--saved-list tells all" : did_you_mean(meant),
          {}},
         "");
  }
  return found;
}

/// The first article that is new to a saved search. Says so where that is all of them.
std::uint32_t first_new_article(const SavedSearch& search) {
  const auto manifest = load_manifest(IndexPaths{search.index});
  if (!manifest || !is_made_anew(*manifest, search)) return search.next_article;
  tell({"saved search \"" + search.name + "\": " + search.index +
            " was made anew since; all its articles are new",
        "",
        {}},
       "");
  return 1;
}

/// Runs one saved search on what is new to it. Nothing is printed where there is nothing.
ExitStatus alert(SavedSearches& searches, const SavedSearch& search, const Options& now,
                 Output& out) {
  Result<Options> options = options_of(search, now);
  if (!options) {
    tell({"saved search \"" + search.name + "\": " + options.problem().message,
          options.problem().hint,
          {}},
         "");
    return ExitStatus::Failed;
  }
  Options& asked_options = options.value();
  asked_options.first_article = first_new_article(search);
  Result<Node> tree = read_query(asked_options);
  if (!tree) {
    tell(tree.problem(), asked_options.query.value_or(""));
    return ExitStatus::Failed;
  }
  auto searcher = open_searcher(asked_options);
  if (!searcher) {
    tell(searcher.problem(), "");
    return ExitStatus::Failed;
  }
  const Manifest& manifest = searcher.value()->snapshot().manifest();
  const std::string time = utc_now();
  Answer answer;
  answer.query = asked_options.query.value_or("");
  const Stopwatch stopwatch;
  answer.request = request_of(asked_options);
  answer.request.query = std::move(tree.value());
  answer.request.occurrences = true;
  answer.request.exact = true;
  answer.passages = asked_options.passages;
  answer.results.names = searcher.value()->resolve(answer.request.query);
  const auto patterns =
      searcher.value()->expand(answer.request.query, asked_options.max_expansions);
  if (!patterns) {
    tell(patterns.problem(), answer.query);
    return ExitStatus::Failed;
  }
  SearchResults results = searcher.value()->search(answer.request);
  results.names = std::move(answer.results.names);
  answer.results = std::move(results);
  answer.milliseconds = stopwatch.milliseconds();
  const bool found = answer.results.total.count > 0;
  if (found) {
    out.write(now.format == Format::Text ? alert_text(search, answer, terminal_for(now))
                                         : alert_json(search, answer));
    out.flush();  // throws where it cannot be printed: then it stays new
  }
  if (!out.reader_gone()) searches.advance(search, manifest, time);
  return found ? ExitStatus::Done : ExitStatus::Partial;
}

}  // namespace

ExitStatus save_search(const Options& options) {
  const Result<Node> tree = read_query(options);
  if (!tree) {
    tell(tree.problem(), options.query.value_or(""));
    return ExitStatus::Usage;
  }
  auto searcher = open_searcher(options);
  if (!searcher) {
    tell(searcher.problem(), "");
    return ExitStatus::Usage;
  }
  SavedSearch search;
  search.name = options.save;
  search.index = absolute(options.index);
  search.saved = utc_now();
  search.next_article = searcher.value()->snapshot().manifest().next_article;
  search.identity = searcher.value()->snapshot().manifest().identity;
  for (const GivenOption& option : options.given) {
    if (is_kept(option.name)) search.arguments.push_back(as_argument(option));
  }
  if (options.query) search.arguments.insert(search.arguments.end(), {"--", *options.query});
  searches_of(options).save(search);
  return ExitStatus::Done;
}

ExitStatus run_saved(const Options& options, Output& out) {
  SavedSearches searches = searches_of(options);
  const auto search = find_or_tell(searches, options.saved, options.index);
  if (!search) return ExitStatus::Usage;
  Result<Options> merged = options_of(*search, options);
  if (!merged) {
    tell(merged.problem(), "");
    return ExitStatus::Usage;
  }
  merged.value().new_since = options.new_since;
  const bool is_alert = options.new_since == kLastRun;
  if (is_alert) {
    merged.value().new_since.clear();
    merged.value().first_article = first_new_article(*search);
  }
  const std::string time = utc_now();
  const auto manifest = load_manifest(IndexPaths{merged.value().index});
  const ExitStatus status = run(merged.value(), out);
  out.flush();
  const bool ran = status == ExitStatus::Done || status == ExitStatus::Partial;
  if (is_alert && ran && manifest && !out.reader_gone()) {
    searches.advance(*search, *manifest, time);
  }
  return status;
}

ExitStatus saved_list(const Options& options, Output& out) {
  std::vector<SavedSearch> shown;
  const std::string index = absolute(options.index);
  for (SavedSearch& search : searches_of(options).all()) {
    if (index.empty() || search.index == index) shown.push_back(std::move(search));
  }
  if (options.format != Format::Text) {
    out.write(json_of(shown));
  } else if (shown.empty()) {
    tell({"there are no saved searches", "keep one with --save NAME", {}}, "");
  } else {
    out.write(text_of(shown));
  }
  return shown.empty() ? ExitStatus::Partial : ExitStatus::Done;
}

ExitStatus forget(const Options& options, Output&) {
  SavedSearches searches = searches_of(options);
  const auto search = find_or_tell(searches, options.forget, options.index);
  if (!search) return ExitStatus::Partial;
  searches.forget(*search);
  return ExitStatus::Done;
}

ExitStatus alerts(const Options& options, Output& out) {
  SavedSearches searches = searches_of(options);
  const std::string index = absolute(options.index);
  bool any = false, failed = false;
  for (const SavedSearch& search : searches.all()) {
    if (!index.empty() && search.index != index) continue;
    ExitStatus status = ExitStatus::Failed;
    try {
      watch_for_crash(search.index);
      status = with_diagnosis(search.index,
                              [&] { return alert(searches, search, options, out); });
    } catch (const Error& error) {  // one index is gone: the others are still asked
      if (out.failed()) throw;
      tell({"saved search \"" + search.name + "\": " + error.what(), error.hint(), {}}, "");
    }
    any = any || status == ExitStatus::Done;
    failed = failed || status == ExitStatus::Failed;
    if (out.reader_gone()) break;
  }
  if (failed) return ExitStatus::Failed;
  return any ? ExitStatus::Done : ExitStatus::Partial;
}

}  // namespace dateline
