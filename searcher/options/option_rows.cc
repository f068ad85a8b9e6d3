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
          row("--any", "", "QUERY is plain text: any of its words, best first",
              given(&Given::any_words))
              .more("Nothing in it is syntax: paste a sentence or a headline."),
          row("--like", "ID|FILE", "more like that article, or like any file of text",
              given(&Given::like))
              .offers(Offer::Files)
              .more("Looks for any of the words that tell it best from others, best first; without "
                    "the article itself and its near copies. QUERY, dates and names narrow it. FILE "
                    "is the path of an article, or of any other text."),
          row("--from", "DATE", "from this year, month or day on", given(&Given::from)).common(),
          row("--to", "DATE", "up to the end of it: 2022, 2022-01, 2022-01-07", given(&Given::to))
              .common(),
          row("--today", "DATE", "what date:today means", given(&Given::today_text))
              .more("For answers that can be repeated later."),
          row("--synonyms", "FILE", "words that find each other, a group a line",
              given(&Given::synonyms))
              .offers(Offer::Files)
              .more("\"car, automobile, motor car\": each finds the others; \"nato => alliance\": "
                    "nato finds alliance too. Not of words in quotes and =words."),
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
              row("--entities", "[PREFIX]", "the names in matching articles, with counts",
                  command(Command::Entities, given(&Given::entity_prefix)))
                  .common()
                  .optional_value()
                  .more("Only those with a word that begins with PREFIX: what follows the option is "
                        "PREFIX unless it begins with a dash, so put a query before it."),
              row("--about", "NAME", "all there is on a person, organisation or place",
                  command(Command::About, one_name(&Given::about)))
                  .common()
                  .more("In the articles that match QUERY if there is one. The lists of names have "
                        "--facet-limit lines, that of the latest articles --limit (5)."),
              row("--network", "FILE", "who is in articles with whom, as .graphml or .csv",
                  command(Command::Network, given(&Given::network_file)))
                  .offers(Offer::Files)
                  .more("A file that is there is replaced. - is standard output, and needs --format "
                        "graphml or csv. Edges are weighted by the articles that have both names, "
                        "and by the cosine of how often each of them has."),
              row("--network-limit", "N", "of the N commonest names (200; at most 5000)",
                  given(&Given::network_limit)),
              row("--network-min", "N", "both in N articles or more (1)",
                  given(&Given::network_min)),
              row("--type", "LIST", "names of this kind only, for these three", entity_types())
                  .offers(Offer::WordList),
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
          row("--recency", "TIME", "a score halves with each TIME of age: 90d, 12w, 2y", half_life())
              .more("Counted to today, or --today. By relevance only."),
          row("--limit", "N", "at most N articles (10; 0: all), or names (50)", limit())
              .common()
              .more("Without it, forms that are written article by article (jsonl, csv, tsv, ris, "
                    "bibtex, paths) have all, and so has --kwic, but on a terminal a page."),
          row("--offset", "N", "leave out the first N", given(&Given::offset)),
          row("--collapse", "", "leave out near copies of articles shown before",
              given(&Given::collapse))
              .more("Without it that is so for text on a terminal only. Each article tells how many "
                    "near copies it has in the whole index and which was published first; totals "
                    "count them."),
          row("--no-collapse", "", "show near copies too", given(&Given::no_collapse)),
          row("--explain-score", "", "tell what each score is the sum of",
              given(&Given::explain_scores)),
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
          row("--timeline", "UNIT", "articles per year, month, week or day",
              command(Command::Timeline,
                      one_named(&Options::timeline_unit, {TimelineUnit::Year, TimelineUnit::Month,
                                                          TimelineUnit::Week, TimelineUnit::Day})))
              .common()
              .more("A star marks bursts: units with clearly more than usual (the two-state "
                    "automaton of Kleinberg 2003, a burst having twice the usual share)."),
          row("--share", "", "the timeline in per cent of all articles of each unit",
              given(&Given::share))
              .more("Of all between --from and --to; other forms than text always have it."),
          row("--compare", "QUERY", "another query beside it in the timeline",
              listed_text(&Options::compared))
              .repeatable(),
          row("--facets", "LIST", "articles per person, org, place, source, year, month: a list",
              command(Command::Facets, facet_list()))
              .common()
              .offers(Offer::WordList),
          row("--multi-select", "", "count a facet without its own choice",
              given(&Given::multi_select))
              .more("With --person A, people are counted as if --person were not given, the rest "
                    "with it: what a page needs on which several values of a facet can be chosen. "
                    "So for --org and --place."),
          row("--facet-limit", "N", "the N largest of each (10; 0: all)",
              given(&Given::facet_limit)),
          row("--show", "ID", "the article of that number, QUERY highlighted",
              command(Command::Show, given(&Given::show_id)))
              .common(),
          row("--copies", "ID", "the near copies of that article, the first published first",
              command(Command::Copies, given(&Given::copies_of)))
              .more("Texts that have 80 per cent of their runs of five words in common."),
          row("--diff", "", "show in which words each differs from that article",
              given(&Given::diff)),
          row("--stats", "", "what is in the index", command(Command::Stats)).common(),
          row("--batch", "FILE", "a query a line (- is stdin), a JSON line each",
              command(Command::Batch, given(&Given::batch_file)))
              .offers(Offer::Files)
              .more("Goes on after a line that is no query, and tells of it in its place. A line may "
                    "begin with options of its own, then -- and the query: --limit=3 --from=2021 -- "
                    "oil. With --format trec a line is the query's id, a tab and the query."),
          row("--card", "", "a record of the search, to cite and to repeat it",
              command(Command::Card))
              .more("The query as typed and as understood, the options, which index in which "
                    "state, the program, the counts, and a command line that repeats it."),
          row("--copy-to", "DIR", "copy the files of all matches into that folder",
              command(Command::CopyTo, given(&Given::copy_to)))
              .offers(Offer::Folders)
              .more("With their paths below the folders that were indexed; with several of "
                    "those, each has a folder of its own. Files that are there are never "
                    "replaced; files that are gone or have changed are told of."),
          row("--explain", "", "print how QUERY is understood, search nothing",
              command(Command::Explain))
              .common(),
      }};
}

Rows passages() {
  return {"Passages and concordances",
          {
              row("--snippets", "N", "up to N passages of each article (1)",
                  passage_number(&PassageSettings::count, 1, 100)),
              row("--passage-words", "N", "about N words each (35)",
                  passage_number(&PassageSettings::words, 1, 1000)),
              row("--kwic", "", "every place where the query's words stand, in context",
                  command(Command::Kwic))
                  .common()
                  .more("A line each, of all matches, the oldest first (the newest with --sort "
                        "newest); --limit and --offset are of lines."),
              row("--kwic-sort", "BY", "date, left, right (context) or source",
                  one_named(&Options::kwic_sort,
                            {KwicSort::Date, KwicSort::Left, KwicSort::Right, KwicSort::Source}))
                  .more("All but date hold every line in memory."),
              row("--kwic-words", "N", "up to N words either side (12)", given(&Given::kwic_words)),
              row("--kwic-columns", "N", "N columns either side (what the terminal leaves)",
                  given(&Given::kwic_columns)),
          }};
}

Rows saved() {
  return {"What is new; searches kept by name",
          {
              row("--new-since", "WHEN", "only what was indexed since: a day, or last-run",
                  given(&Given::new_since))
                  .common()
                  .more("last-run is the last run of the indexer; with --saved, that search's own "
                        "last run. An article that was changed counts as new. Days are UTC."),
              row("--save", "NAME", "keep the query and options under NAME", given(&Given::save))
                  .more("For the index it was saved for. Searches nothing."),
              row("--saved", "NAME", "search as kept under NAME", given(&Given::saved))
                  .common()
                  .more("Options given beside it take the place of saved ones."),
              row("--saved-list", "", "the searches that are kept", command(Command::SavedList)),
              row("--forget", "NAME", "keep that search no longer",
                  command(Command::Forget, given(&Given::forget))),
              row("--alerts", "", "all kept searches on what is new to each, for cron",
                  command(Command::Alerts))
                  .more("Prints only those with hits, and nothing if there are none (exit status "
                        "1). What could not be printed stays new. Of one index if one is named."),
              row("--searches", "FILE", "where searches are kept", given(&Given::searches))
                  .offers(Offer::Files)
                  .more("Else dateline/searches.json below XDG_CONFIG_HOME or ~/.config."),
          }};
}

Rows output() {
  return {"Output",
          {
              row("--format", "FORM", "text, json, jsonl, csv, tsv, ris, bibtex, paths",
                  format_choice())
                  .common()
                  .more("Also trec: run files for trec_eval; graphml, of --network; and names, of "
                        "--entities: these alone, a line each."),
              row("--run-name", "NAME", "the name of a run in --format trec (dateline)",
                  one_word(&Given::run_name)),
              row("-0,--null", "", "paths end in NUL", given(&Given::null_separated)),
              row("--color", "WHEN", "auto, always or never", color_choice())
                  .more("auto: on a terminal, unless NO_COLOR is set."),
          }};
}

Rows about() {
  return {"About the program",
          {
              config_option<Given>("query for the query"),
              row("--print-config", "", "the options given, as such a file",
                  given(&Given::print_config)),
              row("-h", "", "the common options, on a screen", command(Command::Help)),
              row("--help", "", "all options, with examples", command(Command::LongHelp)),
              row("--help-query", "", "all that can be written in a query",
                  command(Command::QueryHelp)),
              row("--generate", "WHAT", "man, bash, zsh or fish: files that are installed",
                  command(Command::Generate, given(&Given::generate)))
                  .hidden(),
              row("-v,--version", "", "the version", command(Command::Version)),
          }};
}

}  // namespace

const std::vector<OptionRows<Given>>& search_option_rows() {
  static const std::vector<Rows> table = {which_articles(), names(), order(),  passages(),
                                          commands(),       saved(), output(), about()};
  return table;
}

}  // namespace dateline
