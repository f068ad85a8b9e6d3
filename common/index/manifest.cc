#include "common/index/manifest.h"

#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string_view>

#include "common/date.h"
#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/durable_file.h"
#include "common/index/number_json.h"
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
          {"file_bytes", segment.file_bytes},
          {"checksum", segment.checksum},
          {"files_checksum", segment.files_checksum},
          {"tombstones_checksum", segment.tombstones_checksum}};
}

/// A file of the index, not of anybody else's.
void check_name(const std::string& name) {
  if (name.find('/') != std::string::npos) {
    throw std::invalid_argument("a file name with a slash: " + name);
  }
}

SegmentInfo segment_from_json(const json& value) {
  SegmentInfo segment;
  value.at("file").get_to(segment.file);
  get_number(value, "first", segment.first);
  get_number(value, "last", segment.last);
  get_number(value, "articles", segment.articles);
  get_number(value, "deleted", segment.deleted);
  value.at("tombstones").get_to(segment.tombstones);
  get_number(value, "text_bytes", segment.text_bytes);
  get_number(value, "file_bytes", segment.file_bytes);
  value.at("checksum").get_to(segment.checksum);
  value.at("files_checksum").get_to(segment.files_checksum);
  value.at("tombstones_checksum").get_to(segment.tombstones_checksum);
  for (const std::string& name : {segment.file, segment.tombstones}) check_name(name);
  return segment;
}

json to_json(const IndexRun& run) {
  return {{"started", run.started}, {"updated", run.updated}, {"first_article", run.first_article}};
}

IndexRun run_from_json(const json& value) {
  IndexRun run;
  value.at("started").get_to(run.started);
  value.at("updated").get_to(run.updated);
  get_number(value, "first_article", run.first_article);
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
          {"identity", manifest.identity},
          {"generation", manifest.generation},
          {"updated", manifest.updated},
          {"next_article", manifest.next_article},
          {"next_file", manifest.next_file},
          {"settings",
           {{"language", manifest.settings.language},
            {"entities", manifest.settings.entities},
            {"date_order", date_order_name(manifest.settings.date_order)},
            {"largest_article", manifest.settings.largest_article_bytes}}},
          {"roots", roots},
          {"segments", segments},
          {"lost", {{"list", manifest.lost.list}, {"checksum", manifest.lost.checksum}}},
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

IndexSettings settings_from_json(const json& value) {
  IndexSettings settings;
  value.at("language").get_to(settings.language);
  value.at("entities").get_to(settings.entities);
  get_number(value, "largest_article", settings.largest_article_bytes);
  const auto order = value.at("date_order").get<std::string>();
  for (const auto& [name, named] : kDateOrders) {
    if (order == name) settings.date_order = named;
  }
  if (order != date_order_name(settings.date_order)) {
    throw std::invalid_argument("date order \"" + order + "\" is not known");
  }
  return settings;
}

Manifest from_json(const json& value) {
  Manifest manifest;
  value.at("identity").get_to(manifest.identity);
  get_number(value, "generation", manifest.generation);
  value.at("updated").get_to(manifest.updated);
  get_number(value, "next_article", manifest.next_article);
  get_number(value, "next_file", manifest.next_file);
  manifest.settings = settings_from_json(value.at("settings"));
  for (const json& root : value.at("roots")) manifest.roots.push_back(path_from_json(root));
  for (const json& segment : value.at("segments")) {
    manifest.segments.push_back(segment_from_json(segment));
  }
  value.at("lost").at("list").get_to(manifest.lost.list);
  value.at("lost").at("checksum").get_to(manifest.lost.checksum);
  check_name(manifest.lost.list);
  check_segments(manifest);
  for (const json& run : value.at("runs")) manifest.runs.push_back(run_from_json(run));
  return manifest;
}

// How a manifest begins, in this format and all to come; then the digits of its checksum, which is of
// the text with zeros in their place.
constexpr std::string_view kBeginning = "{\n \"checksum\": \"";
constexpr std::string_view kZeros = "0000000000000000";

bool has_checksum(const std::string& content) {
  return content.compare(0, kBeginning.size(), kBeginning) == 0;
}

/// Whether what was read is what was written.
bool is_whole(std::string content) {
  if (!has_checksum(content) || content.size() < kBeginning.size() + kZeros.size()) return false;
  const std::string checksum = content.substr(kBeginning.size(), kZeros.size());
  content.replace(kBeginning.size(), kZeros.size(), kZeros);
  return checksum_of(content) == checksum;
}

std::string with_checksum(const json& value) {
  std::string content = std::string(kBeginning) + std::string(kZeros) + "\"," +
                        value.dump(1).substr(1) + '\n';
  return content.replace(kBeginning.size(), kZeros.size(), checksum_of(content));
}

Manifest read_manifest(const IndexPaths& paths, const boost::filesystem::path& file) {
  const std::string content = read_file(file);
  const auto damaged = [&](const std::string& why) {
    return Error(file.string() + " is damaged: " + why, repair_hint(paths.folder));
  };
  try {
    const json value = json::parse(content);
    if (value.at("program") != "dateline") throw damaged("it is of another program");
    const bool whole = is_whole(content);
    int format = 0;
    get_number(value, "format", format);
    if (format != schema::kFormatVersion && (whole || !has_checksum(content))) {
      throw Error(paths.folder.string() + " has index format " + std::to_string(format) +
                      "; this program reads and writes format " +
                      std::to_string(schema::kFormatVersion),
                  format > schema::kFormatVersion
                      ? "it was made by a newer version of Dateline: update this one"
                      : "it was made by an older version of Dateline: index into a new folder");
    }
    if (!whole) throw damaged("it does not fit its checksum");
    return from_json(value);
  } catch (const json::exception& error) {
    throw damaged(error.what());
  } catch (const std::invalid_argument& error) {
    throw damaged(error.what());
  }
}

}  // namespace

std::string utc_now() { return utc_text(std::time(nullptr)); }

std::string new_identity() {
  std::random_device random;
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += std::to_string(random()) + ' ';
  return checksum_of(bytes);
}

std::string new_file_name(Manifest& manifest, const char* ending) {
  char name[32];
  std::snprintf(name, sizeof name, "%06u%s", manifest.next_file++, ending);
  return name;
}

std::string repair_hint(const boost::filesystem::path& folder) {
  return "mend it with: dateline-index --repair --index " + folder.string();
}

std::optional<Manifest> load_manifest(const IndexPaths& paths) {
  boost::system::error_code ignored;
  if (boost::filesystem::exists(paths.manifest(), ignored)) {
    return read_manifest(paths, paths.manifest());
  }
  // Of an index that was not made whole there is perhaps a copy, but there are no articles.
  if (!boost::filesystem::exists(paths.manifest_copy(), ignored)) return std::nullopt;
  if (read_manifest(paths, paths.manifest_copy()).generation == 1) return std::nullopt;
  throw Error(paths.manifest().string() + " is gone", repair_hint(paths.folder));
}

bool was_replaced(const IndexPaths& paths, const Manifest& manifest) {
  const auto now = load_manifest(paths);
  return now && now->generation != manifest.generation;
}

Manifest load_manifest_copy(const IndexPaths& paths) {
  return read_manifest(paths, paths.manifest_copy());
}

void mend_manifest_copy(const IndexPaths& paths) {
  const std::string content = read_file(paths.manifest());
  boost::system::error_code ignored;
  if (boost::filesystem::exists(paths.manifest_copy(), ignored) &&
      read_file(paths.manifest_copy()) == content) {
    return;
  }
  write_file_durably(paths.manifest_copy(), content);
}

bool restore_manifest(const IndexPaths& paths) {
  std::string why;
  try {
    load_manifest(paths);
    return false;
  } catch (const Error& error) {
    if (error.hint() != repair_hint(paths.folder)) throw;  // of another format
    why = error.what();
  }
  try {
    read_manifest(paths, paths.manifest_copy());
  } catch (const Error& error) {
    throw Error(why + ", and so is its copy: " + error.what(),
                "take manifest.json from a backup, or index into a new folder");
  }
  write_file_durably(paths.manifest(), read_file(paths.manifest_copy()));
  return true;
}

void publish_manifest(const IndexPaths& paths, Manifest& manifest) {
  ++manifest.generation;
  manifest.updated = utc_now();
  const std::string content = with_checksum(to_json(manifest));
  write_file_durably(paths.manifest_copy(), content);
  write_file_durably(paths.manifest(), content);
}

std::string save_tombstones(const boost::filesystem::path& file,
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
  return checksum_of(text);
}

std::vector<std::uint32_t> load_tombstones(const boost::filesystem::path& file,
                                           const std::string& checksum) {
  const std::string text = read_file(file);
  const Error damaged(file.string() + " is damaged");
  if (checksum_of(text) != checksum) throw damaged;
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
