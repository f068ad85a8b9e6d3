#include "searcher/saved/saved_searches.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <tuple>

#include "common/error.h"
#include "common/index/durable_file.h"
#include "common/index/number_json.h"

namespace dateline {

namespace {

constexpr int kSearchesSchema = 1;

/// Held while the file is read, changed and replaced.
class FileLock {
 public:
  explicit FileLock(const boost::filesystem::path& file) {
    const std::string name = file.string() + ".lock";
    descriptor_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    while (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
    }
    if (descriptor_ < 0) throw Error("cannot write " + name + ": " + std::strerror(errno));
  }
  ~FileLock() { ::close(descriptor_); }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_ = -1;
};

bool is_same(const SavedSearch& a, const SavedSearch& b) {
  return a.name == b.name && a.index == b.index;
}

SavedSearch read_search(const nlohmann::ordered_json& json) {
  SavedSearch search;
  json.at("name").get_to(search.name);
  json.at("index").get_to(search.index);
  json.at("arguments").get_to(search.arguments);
  json.at("saved").get_to(search.saved);
  json.at("last_run").get_to(search.last_run);
  get_number(json, "next_article", search.next_article);
  search.identity = json.value("identity", "");
  return search;
}

}  // namespace

std::vector<SavedSearch> SavedSearches::all() const {
  if (!boost::filesystem::exists(file_)) return {};
  std::vector<SavedSearch> searches;
  const auto damaged = [&](const std::exception& error) {
    return Error(file_.string() + " is damaged: " + error.what(),
                 "repair it, or move it away and save your searches anew");
  };
  try {
    const auto json = nlohmann::ordered_json::parse(read_file(file_));
    if (json.at("schema") != kSearchesSchema) {
      throw Error(file_.string() + " is of another version of dateline-search");
    }
    for (const auto& one : json.at("searches")) searches.push_back(read_search(one));
  } catch (const nlohmann::json::exception& error) {
    throw damaged(error);
  } catch (const std::invalid_argument& error) {
    throw damaged(error);
  }
  std::sort(searches.begin(), searches.end(), [](const SavedSearch& a, const SavedSearch& b) {
    return std::tie(a.name, a.index) < std::tie(b.name, b.index);
  });
  return searches;
}

std::optional<SavedSearch> SavedSearches::find(const std::string& name,
                                               const std::string& index) const {
  std::optional<SavedSearch> found;
  for (const SavedSearch& search : all()) {
    if (search.name != name || (!index.empty() && search.index != index)) continue;
    if (found) {
      throw Error("there are saved searches \"" + name + "\" of several indexes",
                  "name one with --index DIR", ExitStatus::Usage);
    }
    found = search;
  }
  return found;
}

void SavedSearches::save(const SavedSearch& search) {
  boost::system::error_code failure;
  if (!file_.parent_path().empty()) {
    boost::filesystem::create_directories(file_.parent_path(), failure);
  }
  const FileLock lock(file_);
  std::vector<SavedSearch> searches = all();
  const auto old = std::find_if(searches.begin(), searches.end(),
                                [&](const SavedSearch& one) { return is_same(one, search); });
  if (old == searches.end()) {
    searches.push_back(search);
  } else {
    *old = search;
  }
  write(searches);
}

void SavedSearches::advance(const SavedSearch& search, const Manifest& manifest,
                            const std::string& time) {
  const FileLock lock(file_);
  std::vector<SavedSearch> searches = all();
  for (SavedSearch& one : searches) {
    if (!is_same(one, search)) continue;
    one.next_article = manifest.next_article;
    one.identity = manifest.identity;
    one.last_run = time;
  }
  write(searches);
}

bool SavedSearches::forget(const SavedSearch& search) {
  const FileLock lock(file_);
  std::vector<SavedSearch> searches = all();
  const auto gone = std::remove_if(searches.begin(), searches.end(),
                                   [&](const SavedSearch& one) { return is_same(one, search); });
  if (gone == searches.end()) return false;
  searches.erase(gone, searches.end());
  write(searches);
  return true;
}

void SavedSearches::write(const std::vector<SavedSearch>& searches) const {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const SavedSearch& search : searches) {
    list.push_back({{"name", search.name},
                    {"index", search.index},
                    {"arguments", search.arguments},
                    {"saved", search.saved},
                    {"last_run", search.last_run},
                    {"next_article", search.next_article},
                    {"identity", search.identity}});
  }
  const nlohmann::ordered_json json = {{"schema", kSearchesSchema}, {"searches", list}};
  std::string text;
  try {
    text = json.dump(2) + '\n';
  } catch (const nlohmann::json::exception&) {
    throw Error("a search with bytes that are not UTF-8 cannot be saved", "", ExitStatus::Usage);
  }
  write_file_durably(file_, text);
}

boost::filesystem::path default_searches_file() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value != nullptr ? value : "");
  };
  const std::string config = variable("XDG_CONFIG_HOME");
  const std::string home = variable("HOME");
  if (config.empty() && home.empty()) {
    throw Error("there is no place for saved searches: HOME is not set",
                "name a file with --searches FILE", ExitStatus::Usage);
  }
  const boost::filesystem::path folder =
      config.empty() ? boost::filesystem::path(home) / ".config" : boost::filesystem::path(config);
  return folder / "dateline" / "searches.json";
}

}  // namespace dateline
