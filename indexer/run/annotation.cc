#include "indexer/run/annotation.h"

#include <array>
#include <iostream>
#include <sstream>
#include <utility>
#include <variant>

#include "indexer/crawl/file_loader.h"
#include "indexer/readers/encoding.h"

namespace dateline {

namespace {

OrSkip<DecodedText> read_standard_input(std::uint64_t largest_bytes) {
  std::string bytes;
  std::array<char, 1 << 16> piece{};
  while (bytes.size() <= largest_bytes && (std::cin.read(piece.data(), piece.size()), std::cin.gcount() > 0)) {
    bytes.append(piece.data(), static_cast<std::size_t>(std::cin.gcount()));
  }
  if (bytes.size() > largest_bytes) {
    return Skip{SkipReason::TooLarge, "over " + std::to_string(largest_bytes) + " bytes"};
  }
  return decode_text(std::move(bytes));
}

OrSkip<DecodedText> read_text(const std::string& path, std::uint64_t largest_bytes) {
  if (path == "-") return read_standard_input(largest_bytes);
  OrSkip<LoadedFile> loading = load_file(path, largest_bytes);
  if (auto* skip = std::get_if<Skip>(&loading)) return std::move(*skip);
  return decode_text(std::move(std::get<LoadedFile>(loading).bytes));
}

}  // namespace

std::size_t annotate_files(
    const AnnotationOptions& options, std::ostream& out,
    const std::function<void(const std::string& path, const std::string& what)>& failed) {
  EntityTagger tagger;
  std::size_t failures = 0;
  for (const std::string& path : options.files) {
    const OrSkip<DecodedText> reading = read_text(path, options.largest_bytes);
    if (const auto* skip = std::get_if<Skip>(&reading)) {
      failed(path, describe(*skip));
      ++failures;
      continue;
    }
    const std::string& text = std::get<DecodedText>(reading).text;
    if (options.tokens) {
      std::istringstream in(text);
      annotate_tokens(tagger, in, out);
    } else {
      annotate_text(tagger, path, text, options.format, out);
    }
  }
  return failures;
}

}  // namespace dateline
