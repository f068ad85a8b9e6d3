#include "searcher/options/option_rows.h"

#include <utility>

#include "searcher/options/option_takers.h"

namespace dateline {

namespace {

using Rows = OptionRows<Given>;

OptionRow<Given> row(const char* names, const char* value, const char* brief, Taker<Given> taker) {
  return option<Given>(names, value, brief, std::move(taker));
}

Rows which_articles() {
  return {
      "Which articles",
      {
          row("--index", "DIR", "index folder (else $DATELINE_INDEX)", given(&Given::index))
              .common()
              .environment("DATELINE_INDEX")
              .offers(Offer::Folders),
          row("--from", "DATE", "from this year, month or day on", given(&Given::from)).common(),
          row("--to", "DATE", "up to the end of it: 2022, 2022-01, 2022-01-07", given(&Given::to))
              .common(),
          row("--today", "DATE", "what date:today means", given(&Given::today_text))
              .more("For answers that can be repeated later."),
      }};
}

Rows names() {
  return {"People, organisations and places (of an index with names)",
          {
              row("--person", "NAME", "with this person (A,B: any of them)",
                  any_name(EntityType::Person))
                  .common()
                  .repeatable()
                  .offers(Offer::People)
                  .more("Given several times, all of them."),
              row("--org", "NAME", "with this organisation", any_name(EntityType::Organisation))
                  .common()
                  .repeatable()
                  .offers(Offer::Organisations),
              row("--place", "NAME", "with this place", any_name(EntityType::Place))
                  .common()
                  .repeatable()
                  .offers(Offer::Places),
              row("--authority", "FILE", "your rules on names: merge, rename, retype, hide",
                  given(&Given::authority))
                  .offers(Offer::Files),
              row("--raw-entities", "", "every name as it is in the articles",
                  given(&Given::raw_names)),
          }};
}

Rows order() {
  return {
      "Order, page and totals",
      {
          row("--sort", "ORDER", "relevance, newest or oldest first",
              one_named(&Given::sort, {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest}))
              .common(),
          row("--limit", "N", "at most N articles (10)", given(&Given::limit)).common(),
          row("--offset", "N", "leave out the first N", given(&Given::offset)),
          row("--exact", "", "count every match, never \"about\"", given(&Given::exact)),
          row("--max-expansions", "N", "at most N words for a pattern like prot*st (1000)",
              given(&Given::max_expansions)),
      }};
}

Rows commands() {
  return {
      "Instead of a list of articles",
      {
          row("--count", "", "print only how many articles match", command(Command::Count))
              .common(),
          row("--timeline", "UNIT", "articles per year, month or day",
              command(Command::Timeline,
                      one_named(&Given::timeline_unit,
                                {TimelineUnit::Year, TimelineUnit::Month, TimelineUnit::Day})))
              .common(),
          row("--facets", "LIST", "articles per person, org, place, source, year, month: a list",
              command(Command::Facets, facet_list()))
              .common()
              .offers(Offer::WordList),
          row("--facet-limit", "N", "the N largest of each (10; 0: all)",
              given(&Given::facet_limit)),
          row("--show", "ID", "the article of that number, QUERY highlighted",
              command(Command::Show, given(&Given::show_id)))
              .common(),
          row("--stats", "", "what is in the index", command(Command::Stats)).common(),
          row("--batch", "FILE", "a query a line (- is stdin), a JSON line each",
              command(Command::Batch, given(&Given::batch_file)))
              .offers(Offer::Files)
              .more("Goes on after a line that is no query, and tells of it in its place."),
          row("--explain", "", "print how QUERY is understood, search nothing",
              command(Command::Explain))
              .common(),
      }};
}

Rows output() {
  return {"Output",
          {
              row("--format", "FORM", "text, json, jsonl, csv or paths", format_choice()).common(),
              row("-0,--null", "", "paths end in NUL", given(&Given::null_separated)),
              row("--color", "WHEN", "auto, always or never", color_choice())
                  .more("auto: on a terminal, unless NO_COLOR is set."),
          }};
}

Rows about() {
  return {"About the program",
          {
              row("-h", "", "the common options, on a screen", command(Command::Help)),
              row("--help", "", "all options, with examples", command(Command::LongHelp)),
              row("-v,--version", "", "the version", command(Command::Version)),
          }};
}

}  // namespace

const std::vector<OptionRows<Given>>& search_option_rows() {
  static const std::vector<Rows> table = {which_articles(), names(),  order(),
                                          commands(),       output(), about()};
  return table;
}

}  // namespace dateline
