#include "common/index/text_codec.h"

#define ZDICT_STATIC_LINKING_ONLY
#define ZSTD_STATIC_LINKING_ONLY
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "common/error.h"
#include "common/index/packed.h"

namespace dateline {

namespace {

// Level 4 is where zstd's strategy changes from dfast to greedy with a dictionary of this size: on
// news of 3.5 KB, levels 3 / 4 / 5 / 6 give 0.363 / 0.353 / 0.348 / 0.337 x the text at 182 / 142 /
// 89 / 50 MB/s.
constexpr int kLevel = 4;
constexpr int kDictionaryLevel = 12;  // 19 takes 0.3 s more and gains 3 %
constexpr std::size_t kLargestDictionary = 512 * 1024;
constexpr std::size_t kSmallestDictionary = 4 * 1024;
constexpr std::size_t kFewestSamples = 16;  // zstd wants some; below that there is nothing to learn
/// No article is longer: what a damaged frame claims beyond it is not believed.
constexpr std::uint64_t kLongestText = 1ULL << 32;

constexpr std::array<std::string Article::*, 5> kFields = {
    &Article::title, &Article::author, &Article::source, &Article::section, &Article::language};

void check(std::size_t zstd_result, const char* what) {
  if (ZSTD_isError(zstd_result) != 0) {
    throw IndexError(std::string(what) + ": " + ZSTD_getErrorName(zstd_result));
  }
}

[[noreturn]] void damaged_article() { throw IndexError("the index holds a damaged article"); }

/// What is in front of the next zero byte; takes it and the byte away.
std::string_view take_field(std::string_view& encoded) {
  const std::size_t end = encoded.find('\0');
  if (end == std::string_view::npos) damaged_article();
  const std::string_view field = encoded.substr(0, end);
  encoded.remove_prefix(end + 1);
  return field;
}

}  // namespace

std::size_t expected_dictionary_bytes(std::uint64_t sample_bytes) {
  const std::uint64_t bytes = std::min<std::uint64_t>(sample_bytes / 16, kLargestDictionary);
  return bytes < kSmallestDictionary ? 0 : bytes;
}

Dictionary train_dictionary(const std::vector<std::string>& samples) {
  std::string all;
  std::vector<std::size_t> sizes;
  for (const std::string& sample : samples) {
    all += sample;
    sizes.push_back(sample.size());
  }
  const std::size_t wanted = expected_dictionary_bytes(all.size());
  if (wanted == 0 || samples.size() < kFewestSamples) return {};
  Dictionary dictionary;
  dictionary.content.resize(wanted);
  ZDICT_fastCover_params_t parameters{};
  parameters.k = 1024;  // 200 to 2048 differ by less than 0.001 x the text
  parameters.d = 8;
  parameters.f = 20;
  parameters.accel = 10;
  parameters.zParams.compressionLevel = kLevel;
  const std::size_t size =
      ZDICT_trainFromBuffer_fastCover(dictionary.content.data(), wanted, all.data(), sizes.data(),
                                      static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(size) != 0) return {};  // samples without anything in common
  dictionary.content.resize(size);
  dictionary.id = ZDICT_getDictID(dictionary.content.data(), size);
  return dictionary;
}

std::string pack_dictionary(const Dictionary& dictionary) {
  const std::string& content = dictionary.content;
  std::string packed(ZSTD_compressBound(content.size()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), content.data(), content.size(), kDictionaryLevel);
  check(size, "cannot compress the dictionary");
  packed.resize(size);
  return packed;
}

Dictionary unpack_dictionary(std::string_view packed) {
  const auto claimed = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (claimed > kLargestDictionary) throw IndexError("the index holds a damaged dictionary");
  Dictionary dictionary;
  dictionary.content.resize(claimed);
  const std::size_t size =
      ZSTD_decompress(dictionary.content.data(), claimed, packed.data(), packed.size());
  check(size, "the index holds a damaged dictionary");
  dictionary.id = ZDICT_getDictID(dictionary.content.data(), size);
  return dictionary;
}

// Each field and a zero byte, then the text to the end.
std::string encode_article(const Article& article) {
  std::string encoded;
  for (const auto field : kFields) {
    encoded += article.*field;
    encoded.push_back('\0');
  }
  return encoded + article.text;
}

Article decode_article(std::string_view encoded) {
  Article article;
  for (const auto field : kFields) article.*field = take_field(encoded);
  article.text = encoded;
  return article;
}

ArticleWords decode_words(std::string_view encoded) {
  ArticleWords words;
  for (const auto field : kFields) {
    const std::string_view value = take_field(encoded);
    if (field == &Article::title) words.title = value;
  }
  words.text = encoded;
  return words;
}

TextCompressor::TextCompressor(const Dictionary& dictionary) : context_(ZSTD_createCCtx()) {
  if (!dictionary.content.empty()) {
    dictionary_ = ZSTD_createCDict(dictionary.content.data(), dictionary.content.size(), kLevel);
  }
}

TextCompressor::~TextCompressor() {
  ZSTD_freeCDict(dictionary_);
  ZSTD_freeCCtx(context_);
}

std::string TextCompressor::compress(std::string_view text) {
  const std::size_t bound = ZSTD_compressBound(text.size());
  if (buffer_.size() < bound) buffer_.resize(bound);
  const std::size_t size =
      dictionary_ != nullptr
          ? ZSTD_compress_usingCDict(context_, buffer_.data(), bound, text.data(), text.size(),
                                     dictionary_)
          : ZSTD_compressCCtx(context_, buffer_.data(), bound, text.data(), text.size(), kLevel);
  check(size, "cannot compress an article");
  return buffer_.substr(0, size);
}

// A text that is unpacked right behind the dictionary in memory is to zstd one piece with it; else what it repeats of
// the dictionary takes a slower way (searches for two words in articles of 9 KB: 15 % more time).
struct TextDecompressor::Loaded {
  explicit Loaded(const Dictionary& dictionary)
      : size(dictionary.content.size()), content(new char[size + kRoom]) {
    std::memcpy(content.get(), dictionary.content.data(), size);
    prepared = ZSTD_createDDict_byReference(content.get(), size);
  }
  ~Loaded() { ZSTD_freeDDict(prepared); }
  Loaded(const Loaded&) = delete;
  Loaded& operator=(const Loaded&) = delete;

  static constexpr std::size_t kRoom = 256 * 1024;

  char* room() { return content.get() + size; }

  std::size_t size;
  std::unique_ptr<char[]> content;  ///< the dictionary's `size` bytes, and kRoom for a text
  ZSTD_DDict_s* prepared = nullptr;
};

TextDecompressor::TextDecompressor(std::function<Dictionary(unsigned)> load)
    : load_(std::move(load)), context_(ZSTD_createDCtx()) {}

TextDecompressor::~TextDecompressor() { ZSTD_freeDCtx(context_); }

std::string_view TextDecompressor::decompress(std::string_view compressed) {
  const std::uint64_t claimed = claimed_bytes(compressed);
  if (claimed > kLongestText) throw IndexError("the index holds a damaged article");
  const unsigned id = ZSTD_getDictID_fromFrame(compressed.data(), compressed.size());
  Loaded* const dictionary = id == 0 ? nullptr : &loaded(id);
  char* text = nullptr;
  if (dictionary != nullptr && claimed <= Loaded::kRoom) {
    text = dictionary->room();
  } else {
    if (text_.size() < claimed) text_.resize(claimed);
    text = text_.data();
  }
  const std::size_t size =
      dictionary == nullptr
          ? ZSTD_decompressDCtx(context_, text, claimed, compressed.data(), compressed.size())
          : ZSTD_decompress_usingDDict(context_, text, claimed, compressed.data(),
                                       compressed.size(), dictionary->prepared);
  check(size, "the index holds a damaged article");
  return {text, size};
}

TextDecompressor::Loaded& TextDecompressor::loaded(unsigned id) {
  auto& dictionary = dictionaries_[id];
  if (!dictionary) dictionary = std::make_unique<Loaded>(load_(id));
  return *dictionary;
}

}  // namespace dateline
