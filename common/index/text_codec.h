// Articles to compressed bytes and back: zstd, an article at a time, with dictionaries trained on
// the archive's first articles. A compressed article names its dictionary by zstd's dictionary id.
// Not thread-safe: one codec a thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace dateline {

/// A trained dictionary, shared by all threads.
struct Dictionary {
  unsigned id = 0;      ///< zstd's, in every frame that needs it; 0: none
  std::string content;  ///< as zstd wants it; empty: none
};

/// Trains on sample texts. A dictionary without content if they are too few to gain by one. The
/// same samples make the same dictionary. Size: a sixteenth of the samples, at most 512 KB:
/// measured on news articles of 3.5 KB at level 4, 112 / 512 / 1024 KB: 0.376 / 0.353 / 0.353 x the
/// text.
Dictionary train_dictionary(const std::vector<std::string>& samples);

/// How large a dictionary so many bytes of samples give; 0 if they are too few.
std::size_t expected_dictionary_bytes(std::uint64_t sample_bytes);

/// A dictionary as it is kept in a segment's metadata (compressed), and back.
/// unpack_dictionary throws Error if it is damaged.
std::string pack_dictionary(const Dictionary& dictionary);
Dictionary unpack_dictionary(std::string_view packed);

/// The part of an article that is stored compressed: all but date, flags, URL and names.
std::string encode_article(const Article& article);
/// Throws Error if `encoded` is not of encode_article's making.
Article decode_article(std::string_view encoded);

/// The words of an article: views of what encode_article made.
struct ArticleWords {
  std::string_view title;
  std::string_view text;
};
/// Like decode_article, without copying.
ArticleWords decode_words(std::string_view encoded);

class TextCompressor {
 public:
  /// REQUIRES `dictionary` to outlive the compressor.
  explicit TextCompressor(const Dictionary& dictionary);
  ~TextCompressor();
  TextCompressor(const TextCompressor&) = delete;
  TextCompressor& operator=(const TextCompressor&) = delete;

  std::string compress(std::string_view text);

 private:
  ZSTD_CCtx_s* context_;
  ZSTD_CDict_s* dictionary_ = nullptr;
  std::string buffer_;
};

class TextDecompressor {
 public:
  /// `load` fetches a dictionary by id when an article first needs it, and may throw.
  explicit TextDecompressor(std::function<Dictionary(unsigned id)> load);
  ~TextDecompressor();
  TextDecompressor(const TextDecompressor&) = delete;
  TextDecompressor& operator=(const TextDecompressor&) = delete;

  /// The text; valid until the next call. Throws Error if the bytes are damaged.
  std::string_view decompress(std::string_view compressed);

 private:
  struct Loaded;

  Loaded& loaded(unsigned id);

  std::function<Dictionary(unsigned)> load_;
  ZSTD_DCtx_s* context_;
  std::map<unsigned, std::unique_ptr<Loaded>> dictionaries_;
  std::string text_;
};

}  // namespace dateline
