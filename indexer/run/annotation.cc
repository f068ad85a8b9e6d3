#include "indexer/run/annotation.h"

#include <sstream>
#include <utility>
#include <variant>

#include "indexer/crawl/file_loader.h"
#include "indexer/readers/encoding.h"

namespace dateline {

namespace {

OrSkip<DecodedText> read_text(const std::string& path, std::uint64_t largest_bytes) {
  if (path == "-") {
    OrSkip<std::string> typed = load_standard_input(largest_bytes);
    if (auto* skip = std::get_if<Skip>(&typed)) return std::move(*skip);
    return decode_text(std::move(std::get<std::string>(typed)));
  }
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
