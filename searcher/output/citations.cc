#include "searcher/output/citations.h"

#include <string_view>

#include "common/text/columns.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

std::string one_line(const std::string& text) { return printable(fold_spaces(text)); }

std::string ris_line(const char* tag, const std::string& value) {
  return value.empty() ? "" : std::string(tag) + "  - " + one_line(value) + "\r\n";
}

/// "2022/01/07/": year, month, day, and nothing else known.
std::string ris_date(const Date& date) {
  std::string text = to_iso(date);
  for (char& c : text) c = c == '-' ? '/' : c;
  return text + '/';
}

std::string tex_escaped(const std::string& text) {
  std::string out;
  for (const char c : one_line(text)) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      default:
        if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
  }
  return out;
}

/// A URL is set as it stands; what would end or break the field is percent-encoded.
std::string tex_url(const std::string& url) {
  std::string out;
  for (const char c : one_line(url)) {
    switch (c) {
      case '{':
        out += "%7B";
        break;
      case '}':
        out += "%7D";
        break;
      case '\\':
        out += "%5C";
        break;
      case ' ':
        out += "%20";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string tex_field(const char* name, const std::string& value) {
  return value.empty() ? "" : std::string(",\n  ") + name + " = {" + value + '}';
}

std::string tex_author(const std::string& author) {
  const std::string escaped = tex_escaped(author);
  return author.find(',') == std::string::npos ? escaped : '{' + escaped + '}';
}

}  // namespace

std::string ris_entry(const Hit& hit) {
  const Article& article = hit.article;
  std::string out = "TY  - NEWS\r\n" + ris_line("ID", "dateline" + std::to_string(hit.id));
  out += ris_line("TI", headline_line(article)) + ris_line("AU", article.author);
  out += ris_line("T2", hit.source);
  if (article.date) {
    out += ris_line("PY", to_iso(*article.date).substr(0, 4));
    out += ris_line("DA", ris_date(*article.date));
  }
  out += ris_line("SE", article.section) + ris_line("UR", article.url);
  return out + ris_line("L1", hit.path) + "ER  - \r\n\r\n";
}

std::string bibtex_entry(const Hit& hit) {
  static constexpr const char* kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                            "jul", "aug", "sep", "oct", "nov", "dec"};
  const Article& article = hit.article;
  std::string out = "@article{dateline" + std::to_string(hit.id);
  out += tex_field("title", '{' + tex_escaped(headline_line(article)) + '}');
  out += tex_field("author", tex_author(article.author));
  out += tex_field("journal", tex_escaped(hit.source));
  if (article.date) {
    out += tex_field("year", std::to_string(article.date->year));
    out += std::string(",\n  month = ") + kMonths[article.date->month - 1];
    out += tex_field("day", std::to_string(article.date->day));
  }
  out += tex_field("url", tex_url(article.url));
  return out + tex_field("note", tex_escaped(article.section)) + "\n}\n\n";
}

}  // namespace dateline
