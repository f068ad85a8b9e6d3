// --card: a record of a search.
#include <boost/filesystem/operations.hpp>

#include "common/version.h"
#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/output/card_output.h"

namespace dateline {

namespace {

bool is_of_the_search(const std::string& option) {
  return option != "--card" && option != "--index" && option != "--today" && option != "--format" &&
         option != "--color";
}

std::string absolute_index(const Options& options) {
  boost::system::error_code failure;
  const auto path = boost::filesystem::canonical(options.index, failure);
  return failure ? options.index : path.string();
}

void add_command(const Options& options, SearchCard& card) {
  card.command = {"dateline-search", "--index=" + card.index, "--today=" + to_iso(options.today)};
  for (const GivenOption& option : options.given) {
    if (!is_of_the_search(option.name)) continue;
    card.options.push_back(as_argument(option));
  }
  card.command.insert(card.command.end(), card.options.begin(), card.options.end());
  if (options.query) card.command.insert(card.command.end(), {"--", *options.query});
}

}  // namespace

ExitStatus card(Asked& asked, Output& out) {
  const Options& options = asked.options;
  const Manifest& manifest = asked.searcher.snapshot().manifest();
  SearchCard record;
  record.query = asked.query();
  record.tree = asked.tree;
  record.program = std::string("dateline-search ") + kVersion;
  record.searched = utc_now();
  record.today = options.today;
  record.index = absolute_index(options);
  record.generation = manifest.generation;
  record.updated = manifest.updated;
  record.format = schema::kFormatVersion;
  record.language = manifest.settings.language;
  record.roots = manifest.roots;
  record.articles = asked.searcher.snapshot().articles();
  add_command(options, record);
  asked.searcher.each_date(asked.tree, [&](std::optional<Date> date) {
    ++record.matches;
    if (!date) {
      ++record.undated;
      return;
    }
    if (!record.first_date || *date < *record.first_date) record.first_date = date;
    if (!record.last_date || *record.last_date < *date) record.last_date = date;
  });
  out.write(options.format == Format::Text ? text_of(record) : json_of(record));
  return record.matches > 0 ? ExitStatus::Done : ExitStatus::Partial;
}

}  // namespace dateline
