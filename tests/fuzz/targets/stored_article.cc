// What a segment holds of an article: encoded and compressed text, dictionaries, values of slots. A
// byte says which of them the rest is.
#include <string>

#include "common/error.h"
#include "common/index/schema.h"
#include "common/index/text_codec.h"
#include "common/text/copy_signature.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

namespace {

/// What `read` makes of bytes that may be damaged: nothing, if it says so.
template <class Read>
void if_whole(const Read& read) {
  try {
    read();
  } catch (const Error& error) {
    require(*error.what() != '\0', "damage is told");
  }
}

void check_encoded(std::string_view encoded) {
  const Article article = decode_article(encoded);
  require_equal(encode_article(article), encoded, "an article is encoded in one way");
  const ArticleWords words = decode_words(encoded);
  require_equal(words.title, article.title, "both readings of a title");
  require_equal(words.text, article.text, "both readings of a text");
}

void check_frame(std::string_view frame) {
  constexpr std::size_t kMostInMemory = std::size_t{1} << 17;  // bytes that a byte may become
  TextDecompressor decompressor([](unsigned) { return Dictionary{}; });
  const std::string_view text = decompressor.decompress(frame);
  require(text.size() <= frame.size() * kMostInMemory, "a text is not much longer than its frame");
}

void check_article(Pieces pieces) {
  Article article;
  for (auto field : {&Article::title, &Article::author, &Article::source, &Article::section,
                     &Article::text}) {
    article.*field = pieces.part();
    for (char& c : article.*field) c = c == '\0' && field != &Article::text ? ' ' : c;
  }
  const std::string encoded = encode_article(article);
  check_encoded(encoded);
  const Dictionary none;
  TextCompressor compressor(none);
  TextDecompressor decompressor([&](unsigned) { return none; });
  require_equal(decompressor.decompress(compressor.compress(encoded)), encoded,
                "what is compressed comes back");
}

void check_dictionary(std::string_view packed) {
  const Dictionary dictionary = unpack_dictionary(packed);
  require_equal(unpack_dictionary(pack_dictionary(dictionary)).content, dictionary.content,
                "a dictionary that is packed comes back");
  TextDecompressor decompressor([&](unsigned) { return dictionary; });
  TextCompressor compressor(dictionary);
  const std::string text = "Some text of an article, some text of an article.";
  const std::string frame = compressor.compress(text);
  require_equal(decompressor.decompress(frame), text, "any dictionary serves");
}

void check_values(std::string_view value) {
  const schema::FileRecord file = schema::decode_file(value);
  require(schema::decode_file(schema::encode_file(file)) == file, "a file record comes back");
}

}  // namespace

void fuzz_stored_article(std::string_view input) {
  Pieces pieces(input);
  switch (pieces.number(5)) {
    case 0:
      return if_whole([&] { check_encoded(pieces.rest()); });
    case 1:
      return if_whole([&] { check_frame(pieces.rest()); });
    case 2:
      return check_article(pieces);
    case 3:
      return if_whole([&] { check_dictionary(pieces.rest()); });
    default:
      if_whole([&] { check_values(pieces.rest()); });
      const auto signature = decode_signature(pieces.rest());
      if (signature) require(encode_signature(*signature).size() == 16, "a signature is 16 bytes");
  }
}

}  // namespace dateline::fuzz
