#include "indexer/report/ledger.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/index/durable_file.h"
#include "common/index/path_json.h"
#include "common/text/numbers.h"
#include "indexer/build/name_finder.h"
#include "indexer/report/report_json.h"
#include "indexer/report/report_page.h"

namespace dateline {

namespace {

constexpr std::size_t kReportsKept = 100;

boost::filesystem::path unfinished(boost::filesystem::path path) { return path += ".new"; }

std::ofstream opened(const boost::filesystem::path& path) {
  std::ofstream file(path.string(), std::ios::binary | std::ios::trunc);
  if (!file) throw Error("cannot create " + path.string());
  return file;
}

/// Closes a file that was written and gives it its name.
void publish(std::ofstream& file, const boost::filesystem::path& path) {
  file.close();
  if (!file) throw Error("cannot write " + path.string(), "see whether the disk is full");
  sync_file(unfinished(path));
  publish_file(unfinished(path), path);
}

/// What there is to say of an article's date.
std::vector<LedgerEntry> oddities(const std::string& path, const FileOutcome& outcome) {
  std::vector<LedgerEntry> all;
  const auto add = [&](const char* why, const std::string& advice) {
    all.push_back({path, "indexed", why, "read", "", advice});
  };
  if (!outcome.date) add("no date", "searched with date:none");
  if ((outcome.flags & ArticleFlags::kDateConflict) != 0) {
    add("dates in conflict", "searched with date:conflict");
  }
  if ((outcome.flags & ArticleFlags::kDateImpossible) != 0) {
    add("impossible date", "mend the file, or leave it: another date was taken if there was one");
  }
  if ((outcome.flags & ArticleFlags::kDateAmbiguous) != 0) {
    add("ambiguous date", "say what 07/01/2022 means with --date-order");
  }
  if ((outcome.flags & ArticleFlags::kBytesRepaired) != 0) {
    add("bytes repaired", "convert the file to UTF-8 if its text looks wrong");
  }
  if ((outcome.flags & ArticleFlags::kNamesCut) != 0) {
    add("names cut", "split the file: only its " + with_commas(kMostNames) +
                         " names of most weight can be searched by name");
  }
  // A file's notes tell what is particular to it, whatever it is that is odd.
  for (const std::string& note : outcome.notes) {
    if (all.empty()) add("note", "");
    std::string& detail = all.front().detail;
    detail += (detail.empty() ? "" : "; ") + note;
  }
  return all;
}

}  // namespace

void LedgerSample::add(const LedgerEntry& entry) {
  auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& known) {
    return known.fate == entry.fate && known.why == entry.why;
  });
  if (kind == kinds.end()) {
    kind = kinds.insert(kind, Kind{entry.fate, entry.why, entry.advice, 0, {}});
  }
  ++kind->count;
  if (kind->first.size() < kMostOfAKind) kind->first.push_back(entry);
}

Ledger::Ledger(const boost::filesystem::path& folder) : folder_(folder) {
  folder_.prepare(kReportsKept);
  run_ = folder_.next_run();
  files_ = opened(unfinished(folder_.files(run_)));
  failed_ = opened(unfinished(folder_.failed(run_)));
}

void Ledger::add(const std::string& path, const Skip& skip) {
  const SkipReasonInfo& facts = info(skip.reason);
  write({path, std::string(name_of(facts.fate)), std::string(facts.name), std::string(facts.stage),
         skip.detail, std::string(facts.advice)});
}

void Ledger::add(const std::string& path, const FileOutcome& outcome) {
  if (outcome.skip) {
    add(path, *outcome.skip);
    return;
  }
  for (const LedgerEntry& entry : oddities(path, outcome)) write(entry);
}

void Ledger::write(const LedgerEntry& entry) {
  const nlohmann::ordered_json line = {
      {"path", path_to_json(entry.path)}, {"fate", entry.fate},     {"why", entry.why},
      {"stage", entry.stage},             {"detail", entry.detail}, {"advice", entry.advice}};
  const std::string text =
      line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
  const std::lock_guard<std::mutex> lock(mutex_);
  files_ << text;
  if (entry.fate == name_of(Fate::Failed)) failed_ << entry.path << '\0';
  sample_.add(entry);
}

void Ledger::finish(const RunRecord& record) {
  publish(files_, folder_.files(run_));
  publish(failed_, folder_.failed(run_));
  write_file_durably(folder_.page(run_), page_of(record, sample_));
  write_file_durably(folder_.json(run_), json_of(record));
}

}  // namespace dateline
