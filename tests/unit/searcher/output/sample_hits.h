// Made-up answers for the tests of the outputs.
#pragma once

#include "searcher/output/answer.h"
#include "searcher/query/parser.h"

namespace dateline {

inline Hit plain_hit() {
  Hit hit;
  hit.id = 17;
  hit.score = 12.34567;
  hit.path = "/archive/2022/01/07/x.txt";
  hit.source = "Reuters";
  hit.article.title = "Unrest, \"protests\" in Almaty";
  hit.article.author = "A. Writer";
  hit.article.section = "World";
  hit.article.language = "en";
  hit.article.url = "https://example.org/1";
  hit.article.text = "The café protests went on.\nMore protests.\n";
  hit.article.names = {{EntityType::Place, "Almaty", 1, true}};
  hit.article.date = Date{2022, 1, 7};
  hit.article.date_source = DateSource::Header;
  hit.occurrences = {{10, 18, 0}, {33, 41, 0}};
  return hit;
}

/// Everything an article and a file system can do to a terminal, a spreadsheet or JSON.
inline Hit hostile_hit() {
  Hit hit;
  hit.id = 4000000000u;
  hit.path = "/a\n\x1b[2J\xFF.txt";
  hit.source = "-2+3";
  hit.article.title = "=cmd|' /C calc'!A0 \x1b]0;x\x07 \u202Eend \u009B";
  hit.article.text = "\x1b[31mred\x1b[0m word";
  hit.article.flags = 31;
  hit.occurrences = {{13, 17, 0}};
  return hit;
}

inline Answer answer_with(std::vector<Hit> hits) {
  Answer answer;
  answer.query = "protests date:2022";
  answer.request.query = parse_query(answer.query, QueryContext{}).value();
  answer.results.total = {1234, true};
  answer.results.hits = std::move(hits);
  answer.milliseconds = 0.4213;
  return answer;
}

}  // namespace dateline
