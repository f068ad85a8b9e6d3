#include "searcher/commands/command_table.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "common/index/durable_file.h"
#include "searcher/commands/commands.h"

namespace dateline {

namespace {

struct CommandRow {
  Command command;
  std::variant<PlainCommand, IndexCommand, QueryCommand> function;
};

constexpr CommandRow kCommands[] = {
    {Command::Search, search},     {Command::Count, count},     {Command::Timeline, timeline},
    {Command::Facets, facets},     {Command::Show, show},       {Command::Stats, stats},
    {Command::Batch, batch},       {Command::Explain, explain}, {Command::Help, help},
    {Command::LongHelp, all_help}, {Command::Version, version},
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
    std::vector<AuthorityRule> rules;
    if (!options.authority.empty()) {
      auto parsed = parse_authority(read_file(options.authority), options.authority);
      if (!parsed) return refuse(parsed.problem(), "");
      rules = std::move(parsed.value());
    }
    Searcher searcher(options.index, options.raw_names, std::move(rules));
    return function(searcher);
  }
};

}  // namespace

ExitStatus run(const Options& options, Output& out) {
  const auto row =
      std::find_if(std::begin(kCommands), std::end(kCommands),
                   [&](const CommandRow& known) { return known.command == options.command; });
  return std::visit(Runner{options, out}, row->function);
}

}  // namespace dateline
