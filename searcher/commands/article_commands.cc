// Commands that print articles: the list, how many there are, one whole.
#include <optional>
#include <utility>

#include "searcher/commands/asked.h"
#include "searcher/commands/command_table.h"
#include "searcher/output/hit_form.h"
#include "searcher/output/json_output.h"
#include "searcher/output/text_hits.h"

namespace dateline {

namespace {

/// Without being told, only for eyes: a script gets every match.
bool collapses(const Options& options) {
  const bool for_eyes = options.format == Format::Text && terminal_for(options).is_terminal;
  return options.collapse || (for_eyes && !options.no_collapse);
}

/// Writes every hit as it is found.
ExitStatus stream(Asked& asked, Output& out) {
  const HitForm form = form_of(asked.options, asked.searcher);
  SearchRequest request = request_of(asked.options);
  request.query = asked.tree;
  out.write(form.header());
  std::size_t rank = request.offset;
  const auto write = [&](const Hit& hit) {
    out.write(form.entry(hit, ++rank));
    return !out.reader_gone();
  };
  if (collapses(asked.options)) {
    asked.searcher.each_collapsed(request, write);
  } else {
    asked.searcher.each(request, write);
  }
  return rank > request.offset ? ExitStatus::Done : ExitStatus::Partial;
}

/// The words of a query made by Searcher::like, the most telling first.
void add_words(const Node& node, std::vector<std::string>& words) {
  if (node.kind == Node::Kind::Not) return;
  words.insert(words.end(), node.words.begin(), node.words.end());
  for (const Node& child : node.children) add_words(child, words);
}

/// Makes --like part of what is asked; false, and it is told why, if that cannot be.
bool add_like(Asked& asked, LikeWords& words) {
  Result<Node> like = asked.searcher.like(asked.options.like);
  if (!like) {
    tell(like.problem(), "");
    return false;
  }
  words.asked = asked.options.like;
  add_words(like.value(), words.words);
  asked.tree = narrowed(std::move(like.value()), std::move(asked.tree));
  return true;
}

}  // namespace

ExitStatus search(Asked& asked, Output& out) {
  const Options& options = asked.options;
  LikeWords like;
  if (!options.like.empty() && !add_like(asked, like)) return ExitStatus::Partial;
  if (is_streamed(options.format)) return stream(asked, out);
  Answer answer;
  answer.query = asked.query();
  answer.like = std::move(like);
  answer.passages = options.passages;
  answer.request = request_of(options);
  answer.request.query = asked.tree;
  answer.results = collapses(options) ? asked.searcher.search_collapsed(answer.request)
                                      : asked.searcher.search(answer.request);
  if (answer.results.collapsed) {
    answer.results.without_copies =
        asked.searcher.count_without_copies(answer.request, answer.results.total);
  }
  answer.results.names = std::move(asked.names);
  answer.milliseconds = asked.stopwatch.milliseconds();
  if (options.explain_scores) {
    asked.searcher.explain_scores(answer.request, answer.results.hits);
  }

  const bool nothing = answer.results.hits.empty();
  // Of words that were not typed there is nothing to explain.
  const bool no_match = nothing && answer.results.total.count == 0 && options.like.empty();
  if (no_match && options.format == Format::Json) answer.why = why_nothing(asked);
  if (options.format == Format::Json) out.write(json_of(answer));
  if (!nothing && options.format == Format::Text) {
    out.write(text_of(answer, terminal_for(options)));
  }
  if (!nothing) return ExitStatus::Done;
  if (options.format != Format::Text) return ExitStatus::Partial;
  no_match ? tell_no_match(asked) : tell_nothing(options, answer.results.total);
  return ExitStatus::Partial;
}

ExitStatus count(Asked& asked, Output& out) {
  const std::uint64_t matches = asked.searcher.count(asked.tree);
  out.write(std::to_string(matches) + '\n');
  return matches > 0 ? ExitStatus::Done : ExitStatus::Partial;
}

ExitStatus show(Asked& asked, Output& out) {
  const Options& options = asked.options;
  const std::optional<Hit> hit = asked.searcher.find(options.show_id, asked.tree);
  if (!hit) {
    tell(
        {"there is no article number " + std::to_string(options.show_id) + " in the index", "", {}},
        "");
    return ExitStatus::Partial;
  }
  if (options.format == Format::Text) {
    out.write(text_of_article(*hit, terminal_for(options)));
  } else if (options.format != Format::Json && options.format != Format::Jsonl) {
    out.write(form_of(options, asked.searcher).entry(*hit, 1));
  } else {
    out.write(json_of_article(*hit));
  }
  return ExitStatus::Done;
}

}  // namespace dateline
