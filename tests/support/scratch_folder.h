// A folder of its own for one test, gone with it.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <boost/filesystem.hpp>
#include <fstream>
#include <string>

namespace dateline {

class ScratchFolder {
 public:
  ScratchFolder()
      : path_(boost::filesystem::canonical(boost::filesystem::temp_directory_path()) /
              boost::filesystem::unique_path("dateline-test-%%%%%%%%")) {
    boost::filesystem::create_directories(path_);
  }
  ~ScratchFolder() {
    boost::system::error_code ignored;
    boost::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  /// Where `name` is, absolute and canonical.
  std::string path(const std::string& name = "") const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }

  /// Makes the file, and the folders above it; returns its path.
  std::string write(const std::string& name, const std::string& bytes = "x") const {
    boost::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }
  void make_folder(const std::string& name) const {
    boost::filesystem::create_directories(path_ / name);
  }
  /// `target` as it shall stand in the link: relative to the link's folder, or absolute.
  void link(const std::string& name, const std::string& target) const {
    boost::filesystem::create_symlink(target, path_ / name);
  }
  void make_fifo(const std::string& name) const { mkfifo(path(name).c_str(), 0600); }

 private:
  boost::filesystem::path path_;
};

}  // namespace dateline
