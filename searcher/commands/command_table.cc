#include "searcher/commands/command_table.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "common/index/crash.h"
#include "common/index/integrity.h"
#include "searcher/commands/commands.h"

namespace dateline {

namespace {

struct CommandRow {
  Command command;
  std::variant<PlainCommand, IndexCommand, QueryCommand> function;
};

constexpr CommandRow kCommands[] = {
    {Command::Search, search},
    {Command::Count, count},
    {Command::Timeline, timeline},
    {Command::Facets, facets},
    {Command::Show, show},
    {Command::Copies, near_copies},
    {Command::Kwic, kwic},
    {Command::Entities, entities},
    {Command::About, about},
    {Command::Network, network},
    {Command::Stats, stats},
    {Command::Card, card},
    {Command::CopyTo, copy_originals},
    {Command::SavedList, saved_list},
    {Command::Forget, forget},
    {Command::Alerts, alerts},
    {Command::Generate, generate},
    {Command::Batch, batch},
    {Command::Explain, explain},
    {Command::Help, help},
    {Command::LongHelp, all_help},
    {Command::QueryHelp, query_help},
    {Command::PrintConfig, print_config},
    {Command::Version, version},
};

/// Runs a command of each kind, with what it needs made ready first.
struct Runner {
  const Options& options;
  Output& out;

  ExitStatus operator()(PlainCommand command) const { return command(options, out); }

  ExitStatus operator()(IndexCommand command) const {
    return with_searcher([&](Searcher& searcher) { return command(options, searcher, out); });
  }

  ExitStatus operator()(QueryCommand command) const {
    Result<Node> tree = read_query(options);  // before the index: a mistake is told at once
    if (!tree) return refuse(tree.problem(), options.query.value_or(""));
    return with_searcher([&](Searcher& searcher) {
      const Stopwatch stopwatch;
      Asked asked{options, searcher, std::move(tree.value()), {}, {}, stopwatch};
      asked.names = searcher.resolve(asked.tree);
      auto patterns = searcher.expand(asked.tree, options.max_expansions);
      if (!patterns) return refuse(patterns.problem(), asked.query());
      asked.patterns = std::move(patterns.value());
      tell_unknown(asked.names, searcher);
      return command(asked, out);
    });
  }

 private:
  static ExitStatus refuse(const Problem& problem, const std::string& query) {
    tell(problem, query);
    return ExitStatus::Usage;
  }

  template <class Function>
  ExitStatus with_searcher(Function function) const {
    auto searcher = open_searcher(options);
    if (!searcher) return refuse(searcher.problem(), "");
    return function(*searcher.value());
  }
};

}  // namespace

ExitStatus run(const Options& options, Output& out) {
  if (!options.saved.empty()) return run_saved(options, out);  // of the index it is saved for
  const auto row =
      std::find_if(std::begin(kCommands), std::end(kCommands),
                   [&](const CommandRow& known) { return known.command == options.command; });
  watch_for_crash(options.index);
  return with_diagnosis(options.index, [&] {
    if (!options.save.empty()) return save_search(options);
    return std::visit(Runner{options, out}, row->function);
  });
}

}  // namespace dateline
