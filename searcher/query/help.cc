#include "searcher/query/help.h"

#include <algorithm>
#include <utility>

#include "common/text/columns.h"

namespace dateline {

namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kFormColumns = 32;

const char* const kIntroduction =
    "The query language. dateline-search --explain QUERY shows how one is understood.\n";

const char* const kEnd = R"(
Order: a distance binds tightest, then NOT and -, then AND (written or not), then
OR. Parentheses group: (oil OR gas) w/5 price. Operators made of letters alone are
operators in capitals only: "or" is a word, OR is not. In quotes all is text, but
for * at a word and ? ! inside one.

In a shell put single quotes around the whole query; one that starts with a dash
goes behind --.
)";

/// `text` broken at spaces, its later lines indented by `indent`; ends without a newline.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    const std::size_t columns = columns_of(word);
    if (column > indent && column + 1 + columns > kColumns) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns;
    begin = end + 1;
  }
  return out;
}

std::string row_text(const QueryHelpRow& row) {
  std::string out = std::string("  ") + row.forms;
  const std::size_t used = columns_of(out);
  if (used + 2 > kFormColumns) {
    out += '\n' + std::string(kFormColumns, ' ');
  } else {
    out += std::string(kFormColumns - used, ' ');
  }
  return out + wrapped(row.meaning, kFormColumns) + '\n';
}

std::vector<QueryHelpSection> operator_help() {
  return {
    {"Words",
     {{"protest", "the word in any form (protests, protesting), in any case, with or without "
                  "accents"},
      {"=protests  \"protests\"", "this one form"},
      {"\"prime minister\"", "these words next to each other, in these forms"},
      {"counter-terrorist", "a word of several parts is such a phrase"},
      {"caps(US)", "with a capital; allcaps(WHO): no small letter; nocaps(apple): no capital"}},
     ""},
    {"Boolean",
     {{"oil prices  oil AND prices", "both; & is AND"},
      {"oil OR gas", "either; | is OR"},
      {"NOT oil  -oil  gas AND NOT oil", "without it"}},
     ""},
    {"Near each other",
     {{"oil w/5 price  oil NEAR/5 price", "at most 5 words from one to the other, 1 being next to "
                                          "it; also near5, n/5, /5, AROUND(5); NEAR is NEAR/10"},
      {"oil PRE/5 price  oil adj5 price", "the same, in this order; also onear/5, p/5; ADJ is "
                                          "PRE/1"},
      {"oil w/s price  oil SAME price", "in one sentence; pre/s in order"},
      {"oil w/p price", "in one paragraph; also w/para; pre/p in order"},
      {"oil NOT w/5 price  oil not w/s price", "oil without price so near, at least once"}},
     "Both sides may be phrases, groups, wildcards, names, and distances again."},
    {"Where in the article",
     {{"title(oil)  title:\"oil price\"  hd=oil", "in the headline: the title, or else the first "
                                                  "sentence; also headline( )"},
      {"lead(oil)", "in the first paragraph"},
      {"hlead(oil price)", "in headline or lead"},
      {"oil /F50/", "among the first 50 words of the text"}},
     "Each also with a group: title(oil OR gas w/3 price)."},
    {"How often, how long",
     {{"atleast5(oil)  ATLEAST5 oil", "5 times or more; of (a OR b) together, of (a AND b) each"},
      {"wc>500  wc<=200  wc:200..800", "articles of so many words"}},
     ""},
  };
}

std::vector<QueryHelpSection> value_help() {
  return {
    {"Words known in part",
     {{"protest*  *gate  gov*ment", "any letters; also protest! (any ending)"},
      {"wom?n", "one letter"},
      {"organi!ation", "one letter or none"},
      {"\"interest rat*\"", "in a phrase"},
      {"tokaev~  tokaev~2", "1 or 2 letters more, less, other, or swapped"},
      {"/k[ae]zakh.*/", "words that a regular expression (ECMAScript) fits as a whole, folded"}},
     "They stand for words of the index; a message says when too many fit."},
    {"Dates",
     {{"date:2022  date:2022-01  date:2022-01-07", "of that year, month, day"},
      {"date:2021..2022-06  date:2021..  date:..2021-06", "of that span, both ends included"},
      {"date>2021-01-01  date<=2021", "also >= and <; after:2021 and before:2021 exclude it"},
      {"date:today  date:last week  date:this year", "week (from Monday), month or year; last: "
                                                     "the one before this one"},
      {"date:2w  date:3 days  date:past month", "so long up to today: d, w, m, y"},
      {"date:none  date:conflict", "without a date; whose sources disagree about it"}},
     "The same dates go with --from and --to."},
    {"Fields",
     {{"person:tokayev  org:nato  place:iran", "a name with this word; entity: any of the three"},
      {"person:\"Vladimir Putin\"", "just this name"},
      {"source:Reuters  section:world", "of that source or section, whole name"},
      {"author:doe  byline:\"Jane Doe\"", "these words in the author's name"},
      {"path:2022/01  path:\"*/wire/*.txt\"", "in the path, or a pattern of it; url: of the "
                                              "address"},
      {"lang:en", "in that language"},
      {"id:5,7", "the articles of these numbers"},
      {"source:(Reuters OR AFP)", "several values"}},
     "hd= hlp= au= sn= la= se= (Factiva), length>500, byline: are understood too."},
    {"Ranking",
     {{"oil^3 gas", "oil counts three times as much; also \"a b\"^2, (a b)^0.5"}},
     "--synonyms FILE: words that find each other, a group a line: car, automobile, "
     "motor car; one way: nato => alliance."},
  };
}

}  // namespace

const std::vector<QueryHelpSection>& query_help() {
  static const std::vector<QueryHelpSection> kSections = [] {
    std::vector<QueryHelpSection> sections = operator_help();
    for (QueryHelpSection& section : value_help()) sections.push_back(std::move(section));
    return sections;
  }();
  return kSections;
}

std::string query_help_text() {
  std::string out = kIntroduction;
  for (const QueryHelpSection& section : query_help()) {
    out += '\n' + std::string(section.title) + ":\n";
    for (const QueryHelpRow& row : section.rows) out += row_text(row);
    if (*section.remark != '\0') out += "  " + wrapped(section.remark, 2) + '\n';
  }
  return out + kEnd;
}

}  // namespace dateline
