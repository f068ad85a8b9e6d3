#include "common/index/manifest.h"

#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <ctime>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

#include "common/error.h"
#include "common/index/durable_file.h"
#include "common/index/path_json.h"
#include "common/index/schema.h"

namespace dateline {

namespace {

/// More than that a damaged file claims, in some bytes.
constexpr std::size_t kMostTombstones = 100'000'000;

using nlohmann::json;

json to_json(const SegmentInfo& segment) {
  return {{"file", segment.file},
          {"first", segment.first},
          {"last", segment.last},
          {"articles", segment.articles},
          {"deleted", segment.deleted},
          {"tombstones", segment.tombstones},
          {"text_bytes", segment.text_bytes},
          {"file_bytes", segment.file_bytes}};
}

SegmentInfo segment_from_json(const json& value) {
  SegmentInfo segment;
  value.at("file").get_to(segment.file);
  value.at("first").get_to(segment.first);
  value.at("last").get_to(segment.last);
  value.at("articles").get_to(segment.articles);
  value.at("deleted").get_to(segment.deleted);
  value.at("tombstones").get_to(segment.tombstones);
  value.at("text_bytes").get_to(segment.text_bytes);
  value.at("file_bytes").get_to(segment.file_bytes);
  for (const std::string& name : {segment.file, segment.tombstones}) {
    if (name.find('/') != std::string::npos) throw std::invalid_argument("a file name with a slash: " + name);
  }
  return segment;
}

json to_json(const IndexRun& run) {
  return {{"started", run.started}, {"updated", run.updated}, {"first_article", run.first_article}};
}

IndexRun run_from_json(const json& value) {
  IndexRun run;
  value.at("started").get_to(run.started);
  value.at("updated").get_to(run.updated);
  value.at("first_article").get_to(run.first_article);
  return run;
}

json to_json(const Manifest& manifest) {
  json segments = json::array();
  for (const SegmentInfo& segment : manifest.segments) segments.push_back(to_json(segment));
  json runs = json::array();
  for (const IndexRun& run : manifest.runs) runs.push_back(to_json(run));
  json roots = json::array();
  for (const std::string& root : manifest.roots) roots.push_back(path_to_json(root));
  return {{"program", "dateline"},
          {"format", schema::kFormatVersion},
          {"generation", manifest.generation},
          {"updated", manifest.updated},
          {"next_article", manifest.next_article},
          {"next_file", manifest.next_file},
          {"settings",
           {{"language", manifest.settings.language}, {"entities", manifest.settings.entities}}},
          {"roots", roots},
          {"segments", segments},
          {"runs", runs}};
}

/// What all readers of an index rely on.
void check_segments(const Manifest& manifest) {
  std::uint32_t before = 0;
  for (const SegmentInfo& segment : manifest.segments) {
    if (segment.first <= before || segment.last < segment.first ||
        segment.last >= manifest.next_article || segment.deleted > segment.articles) {
      throw std::invalid_argument("segment " + segment.file + " does not fit the others");
    }
    before = segment.last;
  }
}

Manifest from_json(const json& value) {
  Manifest manifest;
  value.at("generation").get_to(manifest.generation);
  value.at("updated").get_to(manifest.updated);
  value.at("next_article").get_to(manifest.next_article);
  value.at("next_file").get_to(manifest.next_file);
  value.at("settings").at("language").get_to(manifest.settings.language);
  value.at("settings").at("entities").get_to(manifest.settings.entities);
  for (const json& root : value.at("roots")) manifest.roots.push_back(path_from_json(root));
  for (const json& segment : value.at("segments")) {
    manifest.segments.push_back(segment_from_json(segment));
  }
  check_segments(manifest);
  for (const json& run : value.at("runs")) manifest.runs.push_back(run_from_json(run));
  return manifest;
}

}  // namespace

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

std::optional<Manifest> load_manifest(const IndexPaths& paths) {
  boost::system::error_code ignored;
  if (!boost::filesystem::exists(paths.manifest(), ignored)) return std::nullopt;
  const std::string where = paths.manifest().string();
  const std::string content = read_file(paths.manifest());
  try {
    const json value = json::parse(content);
    if (value.at("program") != "dateline") throw Error(where + " is not a Dateline manifest");
    const int format = value.at("format");
    if (format != schema::kFormatVersion) {
      throw Error(paths.folder.string() + " has index format " + std::to_string(format) +
                      "; this program reads and writes format " +
                      std::to_string(schema::kFormatVersion),
                  format > schema::kFormatVersion
                      ? "it was made by a newer version of Dateline: update this one"
                      : "it was made by an older version of Dateline: index into a new folder");
    }
    return from_json(value);
  } catch (const json::exception& error) {
    throw Error(where + " is damaged: " + error.what());
  } catch (const std::invalid_argument& error) {
    throw Error(where + " is damaged: " + error.what());
  }
}

void publish_manifest(const IndexPaths& paths, Manifest& manifest) {
  ++manifest.generation;
  manifest.updated = utc_now();
  write_file_durably(paths.manifest(), to_json(manifest).dump(1) + "\n");
}

void save_tombstones(const boost::filesystem::path& file,
                     const std::vector<std::uint32_t>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    text += std::to_string(numbers[i]);
    if (end - i > 1) text += '-' + std::to_string(numbers[end - 1]);
    text += '\n';
    i = end;
  }
  write_file_durably(file, text);
}

std::vector<std::uint32_t> load_tombstones(const boost::filesystem::path& file) {
  const std::string text = read_file(file);
  const Error damaged(file.string() + " is damaged");
  std::vector<std::uint32_t> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    std::uint32_t first = 0;
    auto parsed = std::from_chars(at, end, first);
    std::uint32_t last = first;
    if (parsed.ec == std::errc() && parsed.ptr != end && *parsed.ptr == '-') {
      parsed = std::from_chars(parsed.ptr + 1, end, last);
    }
    if (parsed.ec != std::errc() || parsed.ptr == end || *parsed.ptr != '\n' || last < first ||
        (!numbers.empty() && first <= numbers.back()) ||
        last == std::numeric_limits<std::uint32_t>::max() ||
        last - first >= kMostTombstones - numbers.size()) {
      throw damaged;
    }
    for (std::uint32_t number = first; number <= last; ++number) numbers.push_back(number);
    at = parsed.ptr + 1;
  }
  return numbers;
}

}  // namespace dateline
