// What the tests of faults share: an archive and its edits, an indexer that works in small pieces and
// meets faults, and what must hold of an index afterwards.
#pragma once

#include <sys/types.h>

#include <boost/filesystem.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/support/archive.h"
#include "tests/support/program.h"
#include "tests/support/scratch_folder.h"

namespace dateline::fault {

/// How many of a thing to do: the variable's number, or `in_ci`. scripts/soak asks for more.
std::size_t how_many(const char* variable, std::size_t in_ci);

/// The indexer that makes small pieces.
std::vector<std::string> indexer(const std::vector<std::string>& arguments);

/// The environment in which a call on the files in `folder` fails: see faults.cc. `at` 0: none.
std::map<std::string, std::string> faults_in(const std::string& folder, std::size_t at,
                                             const std::string& error = "",
                                             const std::string& log = "");

/// Starts a program whose output is of no interest. Returns its process.
pid_t start(const std::vector<std::string>& command,
            const std::map<std::string, std::string>& environment = {});
/// Waits for it; the status as ProgramRun has it.
int finish(pid_t process);

/// Writes articles that name people and places, whose texts differ. `edition` changes the texts.
void write_articles(Archive& archive, int first, int last, int edition = 0);

/// What an indexer is given to do, from the same beginning each time.
class Scenario {
 public:
  enum class Kind {
    New,     ///< the first run
    Again,   ///< a run that meets new, changed and vanished files; merges and rebuilds
    Repair,  ///< --repair of an index with two damaged segments
  };
  static constexpr Kind kKinds[] = {Kind::New, Kind::Again, Kind::Repair};

  explicit Scenario(Kind kind);

  const char* name() const;
  bool is_first_run() const { return kind_ == Kind::New; }
  bool is_repair() const { return kind_ == Kind::Repair; }
  /// Puts the index back as it is before.
  void reset() const;
  /// The command to be disturbed; the same again goes on.
  std::vector<std::string> command() const;
  const std::string& index() const { return index_; }
  /// dump_by_path() after the command, undisturbed.
  const std::string& wanted() const { return wanted_; }

 private:
  Kind kind_;
  Archive archive_;
  ScratchFolder scratch_;
  std::string index_ = scratch_.path("index");
  std::string before_ = scratch_.path("before");
  std::string wanted_;
};

/// Copies a folder of files and folders.
void copy_folder(const boost::filesystem::path& from, const boost::filesystem::path& to);

/// Fails the test unless the index is whole, or there is none yet. A repair may be unfinished if
/// `unfinished_too`.
void expect_whole(const std::string& index, bool unfinished_too);

}  // namespace dateline::fault
