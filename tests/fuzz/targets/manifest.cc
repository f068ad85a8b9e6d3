// The files of an index folder that are text: a byte says whether the rest is a manifest or a list of
// tombstones.
#include <algorithm>
#include <string>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/manifest.h"
#include "common/index/schema.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/scratch_folder.h"

namespace dateline::fuzz {

namespace {

const ScratchFolder& folder() {
  static const ScratchFolder scratch;
  return scratch;
}

bool are_same(const SegmentInfo& a, const SegmentInfo& b) {
  return a.file == b.file && a.first == b.first && a.last == b.last && a.articles == b.articles &&
         a.deleted == b.deleted && a.tombstones == b.tombstones && a.text_bytes == b.text_bytes &&
         a.file_bytes == b.file_bytes;
}

void check_manifest(const Manifest& manifest) {
  std::uint32_t after = 0;
  for (const SegmentInfo& segment : manifest.segments) {
    require(segment.first > after && segment.last >= segment.first, "segments ascend");
    after = segment.last;
    require(segment.file.find('/') == std::string::npos, "a segment is in its folder");
    require(segment.tombstones.find('/') == std::string::npos, "tombstones are in their folder");
  }
}

/// The number of the format, where it stands as a program writes it, made that of today: so kept inputs outlive it.
std::string of_this_format(std::string text) {
  const std::string name = "\"format\": ";
  const std::size_t place = text.find(name);
  if (place == std::string::npos) return text;
  const std::size_t number = place + name.size();
  const std::size_t end = std::min(text.find_first_not_of("0123456789", number), text.size());
  return text.replace(number, end - number, std::to_string(schema::kFormatVersion));
}

/// A JSON object as a manifest whose checksum fits, whatever is in it; other text as it is.
std::string with_checksum(std::string_view text) {
  if (text.empty() || text.front() != '{') return std::string(text);
  const std::string beginning = "{\n \"checksum\": \"", zeros(16, '0');
  std::string content = beginning + zeros + "\"," + std::string(text.substr(1));
  return content.replace(beginning.size(), zeros.size(), checksum_of(content));
}

void fuzz_manifest_file(std::string_view text) {
  const IndexPaths paths{folder().path("index")};
  folder().write("index/manifest.json", with_checksum(of_this_format(std::string(text))));
  const std::optional<Manifest> read = load_manifest(paths);
  require(read.has_value(), "a file that is there is a manifest or damaged");
  check_manifest(*read);
  Manifest manifest = *read;
  publish_manifest(paths, manifest);
  const Manifest again = *load_manifest(paths);
  require(again.generation == read->generation + 1, "a manifest that is published counts on");
  require(again.roots == read->roots && again.next_article == read->next_article &&
              again.next_file == read->next_file && again.runs.size() == read->runs.size() &&
              again.settings.language == read->settings.language &&
              again.settings.entities == read->settings.entities &&
              again.settings.date_order == read->settings.date_order &&
              again.settings.largest_article_bytes == read->settings.largest_article_bytes &&
              again.segments.size() == read->segments.size(),
          "what is published is what was read");
  for (std::size_t i = 0; i < again.segments.size(); ++i) {
    require(are_same(again.segments[i], read->segments[i]), "segments stay as they are");
  }
}

void fuzz_tombstones(std::string_view text) {
  const std::string path = folder().write("tombstones", std::string(text));
  const std::vector<std::uint32_t> numbers = load_tombstones(path, checksum_of(std::string(text)));
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    require(numbers[i] > numbers[i - 1], "tombstones ascend");
  }
  const std::string checksum = save_tombstones(path, numbers);
  require(load_tombstones(path, checksum) == numbers, "tombstones come back");
}

}  // namespace

void fuzz_manifest(std::string_view input) {
  Pieces pieces(input);
  try {
    if (pieces.number(2) == 0) {
      fuzz_manifest_file(pieces.rest());
    } else {
      fuzz_tombstones(pieces.rest());
    }
  } catch (const Error& error) {
    require(*error.what() != '\0', "damage is told");
  }
}

}  // namespace dateline::fuzz
