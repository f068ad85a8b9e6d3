#include "tests/integration/oracle.h"

#include <xapian.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "common/source_name.h"
#include "common/text/tokenizer.h"
#include "indexer/crawl/crawler.h"
#include "indexer/run/file_reader.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

using Words = std::vector<std::string>;

const std::string& stem_of(const std::string& folded) {
  static const Xapian::Stem kStem("english");
  static std::map<std::string, std::string> memory;
  std::string& stem = memory[folded];
  if (stem.empty()) stem = folded.size() > 64 ? folded : kStem(folded);
  return stem;
}

void add_stems(const Words& words, std::set<std::string>& stems) {
  for (const std::string& word : words) stems.insert(stem_of(word));
}

bool holds_phrase(const Words& words, const Words& wanted) {
  return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

Question phrase_of(const std::string& typed, const Words& wanted) {
  return {typed, [wanted](const Known& known, bool in_title) {
            if (in_title) return holds_phrase(known.headline, wanted);
            return holds_phrase(known.title, wanted) || holds_phrase(known.text, wanted);
          }};
}

std::string in_parentheses(const Question& question, Question::Binding least) {
  return question.binding < least ? '(' + question.typed + ')' : question.typed;
}

/// Whether all of `text` fits a pattern of *, ? and sets like [ab].
bool fits(const char* pattern, const char* text) {
  switch (*pattern) {
    case '\0':
      return *text == '\0';
    case '*':
      return fits(pattern + 1, text) || (*text != '\0' && fits(pattern, text + 1));
    case '?':
      return *text != '\0' && fits(pattern + 1, text + 1);
    case '[': {
      const std::string set(pattern + 1, std::strchr(pattern, ']'));
      return *text != '\0' && set.find(*text) != set.npos &&
             fits(pattern + set.size() + 2, text + 1);
    }
    default:
      return *pattern == *text && fits(pattern + 1, text + 1);
  }
}

bool path_fits(const std::string& path, const std::string& pattern) {
  if (pattern.find_first_of("*?[") == pattern.npos) return path.find(pattern) != path.npos;
  if (fits(pattern.c_str(), path.c_str())) return true;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '/' && fits(pattern.c_str(), path.c_str() + i + 1)) return true;
  }
  return false;
}

}  // namespace

Words words_of(const std::string& text) {
  Words words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.emplace_back(token.folded);
  return words;
}

std::vector<Known> read_archive(const std::vector<std::string>& folders) {
  CrawlOptions crawl;
  crawl.roots = folders;
  Crawler crawler(crawl);
  const LoadArticle load =
      make_file_reader(folders, DateRules{{2024, 1, 1}, DateOrder::Unknown}, 1ULL << 30);
  std::vector<Known> all;
  while (const auto event = crawler.next()) {
    FileToIndex file;
    file.root = static_cast<std::uint32_t>(event->root);
    file.path = event->path;
    OrSkip<LoadedArticle> loaded = load(file);
    Known known;
    known.article = std::move(std::get<LoadedArticle>(loaded).article);
    known.path = crawler.full_path(*event);
    known.source = source_name(known.article.source, folders[event->root], event->path);
    known.title = words_of(known.article.title);
    known.text = words_of(known.article.text);
    known.headline = words_of(std::string(headline_of(known.article).text));
    add_stems(known.title, known.stems);
    add_stems(known.text, known.stems);
    add_stems(known.headline, known.headline_stems);
    all.push_back(std::move(known));
  }
  return all;
}

Question word(const std::string& typed) {
  const Words words = words_of(typed);
  if (words.size() != 1) return phrase_of(typed, words);
  return {typed, [stem = stem_of(words[0])](const Known& known, bool in_title) {
            return (in_title ? known.headline_stems : known.stems).count(stem) != 0;
          }};
}

Question phrase(const std::string& text) { return phrase_of('"' + text + '"', words_of(text)); }

Question all_of(const std::vector<Question>& questions, const std::string& joint) {
  Question all;
  all.binding = Question::Binding::And;
  for (const Question& question : questions) {
    if (!all.typed.empty()) all.typed += joint;
    all.typed += in_parentheses(question, Question::Binding::And);
  }
  all.matches = [questions](const Known& known, bool in_title) {
    return std::all_of(questions.begin(), questions.end(),
                       [&](const Question& one) { return one.matches(known, in_title); });
  };
  return all;
}

Question any_of(const std::vector<Question>& questions) {
  Question any;
  any.binding = Question::Binding::Or;
  for (const Question& question : questions) {
    if (!any.typed.empty()) any.typed += " OR ";
    any.typed += question.typed;
  }
  any.matches = [questions](const Known& known, bool in_title) {
    return std::any_of(questions.begin(), questions.end(),
                       [&](const Question& one) { return one.matches(known, in_title); });
  };
  return any;
}

Question none_of(const Question& question, const std::string& sign) {
  const std::string operand = in_parentheses(question, Question::Binding::Operand);
  return {(operand[0] == '-' ? "NOT " : sign) + operand,
          [matches = question.matches](const Known& known, bool in_title) {
            return !matches(known, in_title);
          }};
}

Question title(const Question& question) {
  const bool is_plain = question.typed[0] != '-' && question.typed.rfind("NOT ", 0) != 0;
  return {"title:" + (is_plain ? in_parentheses(question, Question::Binding::Operand)
                               : '(' + question.typed + ')'),
          [matches = question.matches](const Known& known, bool) { return matches(known, true); }};
}

Question date(const std::string& typed, const DateRange& range) {
  return {"date:" + typed, [range](const Known& known, bool) {
            const auto& day = known.article.date;
            return day && !(*day < range.first) && !(range.last < *day);
          }};
}

Question date_none() {
  return {"date:none", [](const Known& known, bool) { return !known.article.date; }};
}

Question date_conflict() {
  return {"date:conflict", [](const Known& known, bool) {
            return (known.article.flags & ArticleFlags::kDateConflict) != 0;
          }};
}

Question source(const std::string& name) {
  return {"source:\"" + name + '"',
          [folded = fold(name)](const Known& known, bool) { return fold(known.source) == folded; }};
}

Question path(const std::string& pattern) {
  return {"path:\"" + pattern + '"',
          [pattern](const Known& known, bool) { return path_fits(known.path, pattern); }};
}

}  // namespace dateline
