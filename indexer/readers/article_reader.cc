#include "indexer/readers/article_reader.h"

#include <optional>
#include <utility>

#include "indexer/readers/ascii.h"
#include "indexer/readers/date_resolver.h"
#include "indexer/readers/dateline.h"
#include "indexer/readers/header_block.h"
#include "indexer/readers/path_date.h"

namespace dateline {

namespace {

using std::string_view;

constexpr std::size_t kLongestTitle = 200;
/// What sentences and the lines before lists end in; headlines do end in a question mark.
constexpr string_view kSentenceEnds[] = {".",  "!",   ",",  ";",  ":", "…",
                                         ".”", ".\"", ".’", ".'", "-"};

bool ends_a_sentence(string_view line) {
  for (string_view end : kSentenceEnds) {
    if (line.size() >= end.size() && line.substr(line.size() - end.size()) == end) return true;
  }
  return false;
}

/// The first line of `body`, if that is a title. REQUIRES no white space at the start of body.
std::optional<string_view> find_title(string_view body, const DateRules& rules) {
  const std::size_t line_end = body.find('\n');
  if (line_end == body.npos || line_end > kLongestTitle) return std::nullopt;
  const string_view line = ascii::trim(body.substr(0, line_end));
  const string_view after = body.substr(line_end + 1);
  const bool blank_line_follows = ascii::trim(after.substr(0, after.find('\n'))).empty();
  if (!blank_line_follows || ascii::trim(after).empty() || ends_a_sentence(line))
    return std::nullopt;
  if (ascii::equal_ignoring_case(line.substr(0, 3), "by ")) return std::nullopt;
  if (!read_dateline(line, rules).is(WrittenDate::Kind::None)) return std::nullopt;
  return line;
}

/// Takes the body out of `text` without a copy of it.
std::string cut_body(std::string text, std::size_t begin) {
  text.erase(begin + ascii::trim(string_view(text).substr(begin)).size());
  text.erase(0, begin);
  return text;
}

}  // namespace

ReadArticle ArticleReader::read(DecodedText decoded, std::string_view path) {
  HeaderBlock header = read_header_block(decoded.text, rules_);
  ReadArticle result;
  Article& article = result.article;
  article.title = std::move(header.title);
  article.author = std::move(header.author);
  article.source = std::move(header.source);
  article.url = std::move(header.url);
  article.section = std::move(header.section);

  string_view body = string_view(decoded.text).substr(header.body_begin);
  if (article.title.empty() && !header.body_runs_on) {
    if (const auto title = find_title(body, rules_)) {
      article.title = ascii::fold_spaces(*title);
      body.remove_prefix(body.find('\n'));
      body.remove_prefix(ascii::count_spaces(body));
    }
  }
  const std::size_t name = path.rfind('/') + 1;
  ResolvedDate resolved = resolve_date(
      {std::move(header.date), read_file_name_date(path.substr(name), rules_),
       folder_date(path.substr(0, name == 0 ? 0 : name - 1)), read_dateline(body, rules_)},
      rules_);
  article.date = resolved.date;
  article.date_source = resolved.source;
  article.flags = resolved.flags;
  if (decoded.repaired_bytes > 0) article.flags |= ArticleFlags::kBytesRepaired;
  result.problems = std::move(resolved.messages);

  const std::size_t body_begin = decoded.text.size() - body.size();
  if (!body.empty()) {
    article.text = cut_body(std::move(decoded.text), body_begin);
  } else {
    article.text = article.title.empty() ? std::string(ascii::trim(decoded.text)) : article.title;
  }
  return result;
}

const WrittenDate& ArticleReader::folder_date(std::string_view folder) {
  if (folder != last_folder_) {
    last_folder_date_ = read_folder_date(folder, rules_);
    last_folder_ = folder;
  }
  return last_folder_date_;
}

}  // namespace dateline
