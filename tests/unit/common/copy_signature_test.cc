#include "common/text/copy_signature.h"

#include <gtest/gtest.h>

#include <string>

#include "common/text/tokenizer.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

std::optional<CopySignature> signature_of(const std::string& text) {
  CopySigner signer;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) signer.add_word(token.folded);
  return signer.finish();
}

std::string words(Random& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "w" + std::to_string(random.below(5000)) + ' ';
  return text;
}

TEST(CopySignature, IsOnDiskAndNeverChanges) {
  const auto signature = signature_of(
      "Thousands of people protested in the largest city of the country on Friday.");
  ASSERT_TRUE(signature);
  EXPECT_EQ((*signature)[0], 0x7DFB107A7050BBD9U);
  EXPECT_EQ((*signature)[1], 0x3B885E6CA259DFB4U);
}

TEST(CopySignature, IsKeptIn16BytesTheFirstBitLowest) {
  const CopySignature signature = {0x0123456789ABCDEFU, 0x8000000000000001U};
  const std::string bytes = encode_signature(signature);
  EXPECT_EQ(bytes, std::string("\xEF\xCD\xAB\x89\x67\x45\x23\x01\x01\x00\x00\x00\x00\x00\x00\x80", 16));
  EXPECT_EQ(decode_signature(bytes), signature);
  EXPECT_FALSE(decode_signature(""));
  EXPECT_FALSE(decode_signature(bytes.substr(1)));
}

TEST(CopySignature, LooksAtFoldedWordsOnly) {
  EXPECT_EQ(signature_of("Erdoğan's U.S. visit, he said: \"No!\""),
            signature_of("erdogan us   VISIT he said\nno"));
  EXPECT_FALSE(signature_of("only four words here"));
  EXPECT_TRUE(signature_of("five words make a signature"));
  EXPECT_FALSE(signature_of(""));
}

TEST(CopySignature, IsTheSameWhateverWasSignedBefore) {
  CopySigner signer;
  for (const char* word : {"a", "b", "c", "d", "e", "f"}) signer.add_word(word);
  const auto first = signer.finish();
  for (const char* word : {"x", "y", "z"}) signer.add_word(word);
  EXPECT_FALSE(signer.finish());
  for (const char* word : {"a", "b", "c", "d", "e", "f"}) signer.add_word(word);
  EXPECT_EQ(signer.finish(), first);
}

TEST(CopySignature, BitsDifferAsTheJaccardSays) {
  Random random(1);
  double error = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string common = words(random, 400);
    const auto own = static_cast<int>(random.below(100));
    const std::string a = common + words(random, own);
    const std::string b = words(random, own) + common;
    const double expected = 64 * (1 - jaccard(shingles_of(a), shingles_of(b)));
    const unsigned bits = distance(signature_of(a).value(), signature_of(b).value());
    error += bits - expected;
    EXPECT_LT(bits, expected + 20);
    EXPECT_GT(bits + 20, expected);
  }
  EXPECT_LT(std::abs(error / 300), 0.6) << "no bias";
  EXPECT_GT(distance(signature_of(words(random, 300)).value(),
                     signature_of(words(random, 300)).value()),
            kPerhapsCopies + 10);
}

TEST(Shingles, AreDistinctRunsOfFiveWords) {
  EXPECT_EQ(shingles_of("a b c d").size(), 0U);
  EXPECT_EQ(shingles_of("a b c d e f").size(), 2U);
  EXPECT_EQ(shingles_of("a a a a a a a a").size(), 1U);
  EXPECT_EQ(shingles_of("a b c d e a b c d e").size(), 5U);
  EXPECT_NE(shingles_of("a b c d e"), shingles_of("b a c d e")) << "the order counts";
}

TEST(Jaccard, IsTheShareOfAllThatBothHave) {
  using Set = std::vector<std::uint64_t>;
  EXPECT_EQ(jaccard(Set{1, 2, 3, 4}, Set{2, 3, 4, 5}), 0.6);
  EXPECT_EQ(jaccard(Set{1, 2}, Set{1, 2}), 1);
  EXPECT_EQ(jaccard(Set{1}, Set{2}), 0);
  EXPECT_EQ(jaccard(Set{}, Set{2}), 0);
  EXPECT_EQ(jaccard(Set{}, Set{}), 0);
}

}  // namespace
}  // namespace dateline
