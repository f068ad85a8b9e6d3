#include "indexer/output/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <mutex>

#include "common/index/manifest.h"
#include "common/text/columns.h"

namespace dateline {

namespace {

constexpr std::size_t kLogBytes = 5'000'000;
constexpr std::size_t kLogFiles = 5;

}  // namespace

Log::Log(boost::filesystem::path index, bool verbose)
    : index_(std::move(index)),
      stderr_(std::make_unique<spdlog::logger>("stderr",
                                               std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
  stderr_->set_pattern("%v");
  stderr_->set_level(verbose ? spdlog::level::info : spdlog::level::warn);
}

Log::~Log() = default;

spdlog::logger& Log::to_file() {
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  if (!file_) {
    const auto path = IndexPaths{index_}.log() / "index.log";
    file_ = std::make_unique<spdlog::logger>(
        "file", std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.string(), kLogBytes,
                                                                       kLogFiles));
    file_->set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
    file_->flush_on(spdlog::level::warn);
  }
  return *file_;
}

void Log::file(const std::string& path, const std::string& what, bool is_failure) {
  const std::string line = printable(path + ": " + what);
  const auto level = is_failure ? spdlog::level::warn : spdlog::level::info;
  stderr_->log(level, line);
  to_file().log(level, line);
}

void Log::run(const std::string& what) { to_file().info(printable(what)); }

}  // namespace dateline
