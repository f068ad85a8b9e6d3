// What the indexer does with a file: a byte that chooses the order of dates, a line that is its path
// below the root, and the file.
#include <string>
#include <variant>

#include "common/index/schema.h"
#include "common/index/text_codec.h"
#include "common/text/columns.h"
#include "indexer/readers/article_reader.h"
#include "indexer/readers/encoding.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

namespace {

constexpr Date kToday{2022, 1, 7};
constexpr std::size_t kLongestField = 10'000;
constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

void check_decoded(const DecodedText& decoded, std::size_t bytes) {
  require_utf8(decoded.text, "decoded text is UTF-8");
  require(!trim(decoded.text).empty(), "decoded text is not blank");
  for (const char c : decoded.text) {
    const auto byte = static_cast<unsigned char>(c);
    require((byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t',
            "decoded text has no control characters");
  }
  require(decoded.text.size() <= 3 * bytes, "no byte becomes more than three");
  require(decoded.repaired_bytes <= bytes, "no more bytes are repaired than there are");
  const auto again = decode_text(decoded.text);
  const auto* same = std::get_if<DecodedText>(&again);
  // What was behind one byte order mark or a NUL may be another or a magic number.
  if (same == nullptr || decoded.text.rfind(kByteOrderMark, 0) == 0) return;
  require_equal(same->text, decoded.text, "decoding twice is decoding once");
  require(same->repaired_bytes == 0, "what is decoded needs no repair");
}

void check_field(const std::string& field) {
  require_utf8(field, "a field is UTF-8");
  require(field.find('\n') == std::string::npos, "a field is a line");
  require(field.size() <= kLongestField + 2, "a field is bounded");
}

void check_article(const ReadArticle& read) {
  const Article& article = read.article;
  for (const std::string* field : {&article.title, &article.author, &article.source, &article.url,
                                   &article.section}) {
    check_field(*field);
  }
  require_utf8(article.text, "the text is UTF-8");
  require(!article.text.empty(), "no article is without text");
  require(article.date.has_value() == (article.date_source != DateSource::None),
          "a date has a source, and only a date");
  if (article.date) {
    const Date& date = *article.date;
    require(make_date(date.year, date.month, date.day) == article.date, "the date is a day");
    require(date.year >= kFirstDateYear && date.year <= kToday.year + 1, "the date is within bounds");
  }
  for (const std::string& problem : read.problems) require_utf8(problem, "a problem is UTF-8");
}

void check_stored(const Article& article) {
  const std::string encoded = encode_article(article);
  const Article decoded = decode_article(encoded);
  require_equal(decoded.title, article.title, "the stored title");
  require_equal(decoded.author, article.author, "the stored author");
  require_equal(decoded.source, article.source, "the stored source");
  require_equal(decoded.section, article.section, "the stored section");
  require_equal(decoded.text, article.text, "the stored text");
  schema::FileRecord file;
  file.path = "a.txt";
  file.url = article.url;
  require(schema::decode_file(schema::encode_file(file)) == file, "the stored url");
}

}  // namespace

void fuzz_article(std::string_view input) {
  Pieces pieces(input);
  const DateRules rules{kToday, static_cast<DateOrder>(pieces.number(3))};
  const std::string path(pieces.line());
  const std::string_view bytes = pieces.rest();
  auto decoded = decode_text(std::string(bytes));
  auto* text = std::get_if<DecodedText>(&decoded);
  if (text == nullptr) return;
  check_decoded(*text, bytes.size());
  ArticleReader reader(rules);
  const ReadArticle read = reader.read(*text, path);
  check_article(read);
  check_stored(read.article);
  reader.read(*text, "2021/03/04/other.txt");
  const ReadArticle again = reader.read(std::move(*text), path);
  require_equal(again.article.text, read.article.text, "an article depends on no other: text");
  require(again.article.date == read.article.date && again.article.flags == read.article.flags,
          "an article depends on no other: date");
}

}  // namespace dateline::fuzz
