#include "indexer/readers/encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

using namespace std::string_literals;

/// The text, with "[n]" before it if n bytes were repaired; or why it was skipped, in <>.
std::string decode(std::string bytes) {
  const OrSkip<DecodedText> result = decode_text(std::move(bytes));
  if (const auto* skip = std::get_if<Skip>(&result)) return "<" + describe(*skip) + ">";
  const auto& decoded = std::get<DecodedText>(result);
  const std::string repaired = "[" + std::to_string(decoded.repaired_bytes) + "]";
  return (decoded.repaired_bytes > 0 ? repaired : "") + decoded.text;
}

struct Row {
  std::string bytes;
  std::string expected;
};

TEST(Encoding, ValidUtf8IsHandedThrough) {
  for (const std::string& text :
       {"plain\n\tASCII ~"s, "Erdoğan “quotes” — €"s, "日本語 \xF0\x9F\x98\x80 \xF4\x8F\xBF\xBF"s,
        "\xC2\xA0\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBD"s,
        std::string(100, 'x') + "“" + std::string(100, 'y')}) {
    EXPECT_EQ(decode(text), text);
    EXPECT_EQ(decode("\xEF\xBB\xBF" + text), text) << "with a byte order mark";
  }
}

TEST(Encoding, InvalidBytesAreReadAsWindows1252) {
  const Row rows[] = {
      {"caf\xE9", "[1]café"},
      {"\x93quoted\x94 \x96 \x80", "[4]“quoted” – €"},
      {"\x81\x8D\x8F\x90\x9D x", "[5]\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD x"},
      {"overlong \xC0\xAF", "[2]overlong À¯"},
      {"overlong \xE0\x80\xAF", "[3]overlong à€¯"},
      {"surrogate \xED\xA0\x80", "[3]surrogate í\u00A0€"},
      {"beyond \xF4\x90\x80\x80", "[4]beyond ô\uFFFD€€"},
      {"beyond \xF8", "[1]beyond ø"},
      {"cut short \xE2\x80", "[2]cut short â€"},
      {"cut short \xC3", "[1]cut short Ã"},
      {"lone \x9F", "[1]lone Ÿ"},
      {"“good” and \xE9", "[1]“good” and é"},
      {"C1 as UTF-8: \xC2\x93x\xC2\x94\xC2\x85", "[6]C1 as UTF-8: “x”…"},
      {std::string(50, 'x') + "\xE9" + std::string(50, 'y'),
       "[1]" + std::string(50, 'x') + "é" + std::string(50, 'y')},
  };
  for (const Row& row : rows) EXPECT_EQ(decode(row.bytes), row.expected);
}

TEST(Encoding, LineEndsBecomeLf) {
  EXPECT_EQ(decode("a\r\nb\rc\nd\r\r\ne\r"), "a\nb\nc\nd\n\ne\n");
}

TEST(Encoding, ControlCharactersBecomeSpacesAndNulsGo) {
  EXPECT_EQ(decode("a\x1B[31mb\x07\x7F"
                   "c\fd\ve"),
            "a [31mb  c d e");
  EXPECT_EQ(decode("a\0b\0"s), "[2]ab");
}

TEST(Encoding, Utf16WithAMarkIsDecoded) {
  const Row rows[] = {
      {"\xFF\xFE"
       "a\0\r\0\n\0\xE9\0\xAC\x20"s,
       "a\né€"},
      {"\xFE\xFF\0a\0\n\0\xE9\x20\xAC"s, "a\né€"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "\xF0\x9F\x98\x80"},
      {"\xFF\xFE\x3D\xD8"
       "a\0"s,
       "[2]\uFFFDa"},
      {"\xFF\xFE\x00\xDE"
       "a\0"s,
       "[2]\uFFFDa"},
      {"\xFF\xFE"
       "a\0\x3D\xD8"s,
       "[2]a\uFFFD"},
      {"\xFF\xFE"
       "a\0b"s,
       "[1]a"},
      {"\xFF\xFE\0\0"s
       "a\0\0\0"s,
       "<binary (starts like UTF-32 text)>"},
  };
  for (const Row& row : rows) EXPECT_EQ(decode(row.bytes), row.expected);
}

TEST(Encoding, NothingButWhiteSpaceIsEmpty) {
  for (const std::string& bytes : {""s, " \r\n\t\n"s, "\xEF\xBB\xBF"s, "\xEF\xBB\xBF \n"s, "\0"s,
                                   "\xFF\xFE"s, "\xFF\xFE \0"s, "\f\x1B"s}) {
    EXPECT_EQ(decode(bytes), "<empty>");
  }
}

TEST(Encoding, BinaryFilesAreSkipped) {
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1103515245 + 12345;
    noise += static_cast<char>(state >> 16);
  }
  std::string wide;
  for (char c : "A text in UTF-16, but nobody says so."s) wide += std::string(1, c) + '\0';
  const Row rows[] = {
      {"%PDF-1.4 x", "<binary (starts like a PDF file)>"},
      {"PK\x03\x04 x", "<binary (starts like a zip archive or an office document)>"},
      {"\x1F\x8B x", "<binary (starts like a gzip file)>"},
      {"\x89PNG\r\n x", "<binary (starts like a PNG image)>"},
      {"\xFF\xD8\xFF x", "<binary (starts like a JPEG image)>"},
      {"\x7F"
       "ELF x",
       "<binary (starts like an ELF program)>"},
      {noise, "<binary (control bytes)>"},
      {noise.substr(0, 200), "<binary (control bytes)>"},
      {wide, "<binary (looks like UTF-16 without a byte order mark)>"},
      {"\0"s + wide.substr(0, wide.size() - 1),
       "<binary (looks like UTF-16 without a byte order mark)>"},
  };
  for (const Row& row : rows) EXPECT_EQ(decode(row.bytes), row.expected);
}

TEST(Encoding, TextWithAFewControlBytesIsText) {
  EXPECT_EQ(decode("P\1K\2"), "P K ");
  EXPECT_EQ(decode(std::string(500, 'x') + std::string(10, '\0')), "[10]" + std::string(500, 'x'));
  EXPECT_EQ(decode("\x1B[1m\x1B[2m\x1B[3m\x1B[4m"), " [1m [2m [3m [4m");
}

TEST(Encoding, AnyBytesGiveValidTextOrASkip) {
  unsigned state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = 0; i < round % 70; ++i) {
      state = state * 1103515245 + 12345;
      const auto byte = static_cast<unsigned char>(state >> 16);
      bytes += static_cast<char>(round % 2 != 0 ? byte | 0x80 : byte);
    }
    const OrSkip<DecodedText> once = decode_text(bytes);
    if (const auto* decoded = std::get_if<DecodedText>(&once)) {
      const OrSkip<DecodedText> twice = decode_text(decoded->text);
      ASSERT_TRUE(std::holds_alternative<DecodedText>(twice));
      EXPECT_EQ(std::get<DecodedText>(twice).text, decoded->text);
      EXPECT_EQ(std::get<DecodedText>(twice).repaired_bytes, 0U);
    }
  }
}

}  // namespace
}  // namespace dateline
