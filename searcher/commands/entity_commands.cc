// Commands about people, organisations and places: a list of them, a page on one, a network of
// them.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/output/entity_list.h"
#include "searcher/output/entity_network.h"
#include "searcher/output/entity_page.h"
#include "searcher/output/name_text.h"

namespace dateline {

namespace {

ExitStatus tell_no_names() {
  tell({"the index was made without people, organisations and places",
        "make a new one with dateline-index --entities on",
        {}},
       "");
  return ExitStatus::Partial;
}

std::string formatted(const EntityList& list, const EntityListRequest& request,
                      const Asked& asked) {
  switch (asked.options.format) {
    case Format::Json:
      return json_of(list, request, asked.query());
    case Format::Jsonl:
      return jsonl_of(list);
    case Format::Csv:
    case Format::Tsv:
      return table_of(asked.options.format, list);
    case Format::Names:
      return names_of(list);
    default:
      return text_of(list, request, terminal_for(asked.options));
  }
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The form of a network: what --format says, else the end of the file's name.
Result<Format> network_format(const Options& options) {
  if (options.format != Format::Text) return options.format;
  if (ends_with(options.network_file, ".graphml")) return Format::GraphMl;
  if (ends_with(options.network_file, ".csv")) return Format::Csv;
  if (ends_with(options.network_file, ".tsv")) return Format::Tsv;
  return Problem{"--network " + options.network_file + " does not say in which form",
                 "name it .graphml, .csv or .tsv, or add --format graphml",
                 {}};
}

/// Replaces the file, as far as it can be replaced: it may be a pipe.
void write_file(const std::string& path, const std::string& text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) throw Error("cannot write " + path + ": " + std::strerror(errno));
  Output out(file, path);
  out.write(text);
  out.flush();
  if (::close(file) != 0) throw Error("cannot write " + path + ": " + std::strerror(errno));
}

}  // namespace

ExitStatus entities(Asked& asked, Output& out) {
  const Options& options = asked.options;
  if (!asked.searcher.finds_names()) return tell_no_names();
  const EntityListRequest request{asked.tree, options.types, options.entity_prefix, options.offset,
                                  options.limit == kNoLimit ? 0 : options.limit};
  const EntityList list = asked.searcher.entities(request);
  if (!list.entities.empty() || options.format != Format::Text) {
    out.write(formatted(list, request, asked));
  } else {
    tell_nothing(options, Total{});
  }
  return list.entities.empty() ? ExitStatus::Partial : ExitStatus::Done;
}

ExitStatus about(Asked& asked, Output& out) {
  const Options& options = asked.options;
  if (!asked.searcher.finds_names()) return tell_no_names();
  EntityPageRequest request;
  request.query = asked.tree;
  request.types = options.types;
  request.name = options.about;
  request.companions = options.facet_limit;
  request.headlines = options.limit;
  const EntityPage page = asked.searcher.entity_page(request);
  if (options.format != Format::Text) {
    out.write(json_of(page, request, asked.query()));
  } else if (page.articles > 0) {
    out.write(text_of(page, terminal_for(options)));
  }
  if (!page.entity) {
    NamesTaken unknown{{}, options.about, {}, page.suggestions};
    if (options.types.size() == 1) unknown.type = options.types.front();
    tell({unknown_name(unknown), suggestion(unknown), {}}, "");
  } else if (page.articles == 0) {
    tell({"no matching article has " + page.entity->name, "", {}}, "");
  }
  return page.articles > 0 ? ExitStatus::Done : ExitStatus::Partial;
}

ExitStatus network(Asked& asked, Output& out) {
  const Options& options = asked.options;
  const Result<Format> format = network_format(options);
  if (!format) {
    tell(format.problem(), "");
    return ExitStatus::Usage;
  }
  if (!asked.searcher.finds_names()) return tell_no_names();
  const EntityNetwork network = asked.searcher.entity_network(
      {asked.tree, options.types, options.network_limit, options.network_min});
  if (network.nodes.empty()) {
    tell_nothing(options, Total{});
    return ExitStatus::Partial;
  }
  const std::string text =
      is_table(format.value()) ? table_of(format.value(), network) : graphml_of(network);
  if (options.network_file == "-") {
    out.write(text);
  } else {
    write_file(options.network_file, text);
    out.write(options.network_file + ": " + summary_of(network) + '\n');
  }
  return ExitStatus::Done;
}

}  // namespace dateline
