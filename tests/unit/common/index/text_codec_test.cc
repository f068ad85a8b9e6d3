#include "common/index/text_codec.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

/// News as a dictionary likes it: much of it in common.
std::vector<std::string> samples(std::size_t count) {
  static const std::vector<std::string> kSayings = {
      "The Reserve Bank left its interest rate unchanged. ",
      "Officials declined to comment. ",
      "Protests went on in several towns. ",
      "The minister denied that talks had failed. ",
      "Shares fell in early trading. ",
      "Police said that two people were injured. "};
  Random random(7);
  std::vector<std::string> texts(count);
  for (std::string& text : texts) {
    for (int i = 0; i < 40; ++i) {
      text += random.one_of(kSayings) + std::to_string(random.below(1000)) + ' ';
    }
  }
  return texts;
}

TextDecompressor decompressor_without_dictionaries() {
  return TextDecompressor(
      [](unsigned id) -> Dictionary { throw Error("no dictionary " + std::to_string(id)); });
}

TEST(EncodedArticle, LeadsBackWithoutDateFlagsAndNames) {
  Article article;
  article.title = "Title";
  article.author = "A. U. Thor";
  article.source = "Reuters";
  article.section = "World";
  article.text = std::string("One.\n\0Two.", 10);
  article.names = {{EntityType::Person, "Kassym-Jomart Tokayev", 12, true}};
  const Article back = decode_article(encode_article(article));
  EXPECT_TRUE(back.names.empty()) << "they stand in the table of names";
  EXPECT_EQ(decode_words(encode_article(article)).text, article.text);
  EXPECT_EQ(back.title, article.title);
  EXPECT_EQ(back.author, article.author);
  EXPECT_EQ(back.source, article.source);
  EXPECT_EQ(back.section, article.section);
  EXPECT_EQ(back.text, article.text);
  EXPECT_THROW(decode_article("no zero bytes"), Error);
  EXPECT_THROW(decode_article(std::string("a\0b\0c\0d", 7)), Error);
}

TEST(TextCodec, TextsLeadBackWithoutADictionary) {
  const Dictionary none;
  TextCompressor compressor(none);
  TextDecompressor decompressor = decompressor_without_dictionaries();
  for (const std::string& text : {std::string(), std::string("x"), std::string(3'000'000, 'a'),
                                  std::string("\0\xFF", 2), samples(1)[0]}) {
    EXPECT_EQ(decompressor.decompress(compressor.compress(text)), text);
  }
}

TEST(TextCodec, ADictionaryIsLoadedOnceAndSavesMuch) {
  const std::vector<std::string> texts = samples(400);
  const Dictionary dictionary = train_dictionary(texts);
  ASSERT_FALSE(dictionary.content.empty());
  EXPECT_NE(dictionary.id, 0U);
  EXPECT_EQ(train_dictionary(texts).content, dictionary.content);
  int loaded = 0;
  TextDecompressor decompressor([&](unsigned id) {
    EXPECT_EQ(id, dictionary.id);
    ++loaded;
    return unpack_dictionary(pack_dictionary(dictionary));
  });
  const Dictionary none;
  TextCompressor with(dictionary), without(none);
  std::size_t bytes_with = 0, bytes_without = 0;
  for (const std::string& text : texts) {
    const std::string compressed = with.compress(text);
    bytes_with += compressed.size();
    bytes_without += without.compress(text).size();
    ASSERT_EQ(decompressor.decompress(compressed), text);
  }
  EXPECT_EQ(loaded, 1);
  EXPECT_LT(bytes_with * 4, bytes_without * 3);
}

// Of any length: those that are unpacked behind the dictionary, and those too long for the room there.
TEST(TextCodec, LongAndShortTextsTakeTurnsWithADictionary) {
  const std::vector<std::string> texts = samples(400);
  const Dictionary dictionary = train_dictionary(texts);
  TextCompressor compressor(dictionary);
  TextDecompressor decompressor([&](unsigned) { return dictionary; });
  std::string book;
  for (const std::string& text : texts) book += text;
  const std::size_t room = 256 * 1024;
  ASSERT_GT(book.size(), room);
  for (const std::size_t bytes : {book.size(), std::size_t{100}, room, room + 1, room - 1, std::size_t{0}}) {
    const std::string text = book.substr(0, bytes);
    ASSERT_EQ(decompressor.decompress(compressor.compress(text)), text) << bytes;
    ASSERT_EQ(decompressor.decompress(compressor.compress(texts[7])), texts[7]) << "the dictionary is as it was";
  }
}

TEST(TextCodec, TooFewSamplesMakeNoDictionary) {
  EXPECT_TRUE(train_dictionary({}).content.empty());
  EXPECT_TRUE(train_dictionary(samples(5)).content.empty());
  EXPECT_TRUE(train_dictionary(std::vector<std::string>(30, "short")).content.empty());
  EXPECT_EQ(expected_dictionary_bytes(1000), 0U);
  EXPECT_EQ(expected_dictionary_bytes(160'000), 10'000U);
  EXPECT_EQ(expected_dictionary_bytes(1ULL << 40), 512U * 1024);
}

TEST(TextCodec, AFrameThatClaimsFourGigabytesTakesNone) {
  TextDecompressor decompressor([](unsigned) { return Dictionary{}; });
  const std::string liar("\x28\xB5\x2F\xFD\xE0\xFF\xFF\xFF\xFF\0\0\0\0\1\0\0", 16);
  EXPECT_THROW(decompressor.decompress(liar), Error);
}

TEST(TextCodec, DamageIsAnErrorOrAnotherTextButNeverACrash) {
  const Dictionary none;
  TextCompressor compressor(none);
  TextDecompressor decompressor = decompressor_without_dictionaries();
  const std::string whole = compressor.compress(samples(1)[0]);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW(decompressor.decompress(whole.substr(0, size)), Error) << size;
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    try {
      decompressor.decompress(damaged);
    } catch (const Error&) {
    }
  }
  EXPECT_THROW(unpack_dictionary("nonsense"), Error);
  EXPECT_THROW(unpack_dictionary(""), Error);
}

}  // namespace
}  // namespace dateline
