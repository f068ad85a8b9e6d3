#include "indexer/report/report_json.h"

#include <nlohmann/json.hpp>

#include "common/date.h"
#include "common/index/path_json.h"
#include "common/index/schema.h"
#include "common/version.h"

namespace dateline {

namespace {

using json = nlohmann::ordered_json;

json counts(const RunReport& report) {
  return {{"found", report.found},         {"indexed", report.indexed},
          {"changed", report.changed},     {"unchanged", report.unchanged},
          {"duplicate", report.duplicate}, {"skipped", report.skipped},
          {"failed", report.failed},       {"removed", report.removed},
          {"left", report.left}};
}

json reasons(const RunReport& report) {
  json all = json::object();
  for (const auto& [reason, count] : report.reasons) all[std::string(info(reason).name)] = count;
  return all;
}

json dates(const RunReport& report) {
  json all = {{"first", nullptr},
              {"last", nullptr},
              {"none", report.undated},
              {"conflict", report.conflicts},
              {"impossible", report.impossible},
              {"ambiguous", report.ambiguous}};
  if (report.first_date) all["first"] = to_iso(*report.first_date);
  if (report.last_date) all["last"] = to_iso(*report.last_date);
  json years = json::object();
  for (const auto& [year, count] : report.years) years[std::to_string(year)] = count;
  all["years"] = years;
  return all;
}

}  // namespace

std::string json_of(const RunRecord& record) {
  const RunReport& report = record.report;
  json roots = json::array();
  for (const std::string& root : record.roots) roots.emplace_back(path_to_json(root));
  const json document = {
      {"schema", 1},
      {"run", record.run},
      {"program", "dateline-index"},
      {"version", kVersion},
      {"format", schema::kFormatVersion},
      {"started", utc_text(record.started)},
      {"ended", utc_text(record.ended)},
      {"end", name_of(record.end)},
      {"why", record.why},
      {"index", path_to_json(record.index)},
      {"roots", roots},
      {"settings",
       {{"language", record.settings.language},
        {"entities", record.settings.entities},
        {"date_order", date_order_name(record.settings.date_order)},
        {"largest_article", record.settings.largest_article_bytes},
        {"workers", record.workers},
        {"memory", record.memory_bound_bytes}}},
      {"counts", counts(report)},
      {"reasons", reasons(report)},
      {"dates", dates(report)},
      {"repaired", report.repaired},
      {"names_cut", report.names_cut},
      {"bytes", report.bytes},
      {"seconds", report.seconds},
      {"peak_memory", record.peak_memory_bytes},
      {"index_articles", report.index_articles},
      {"index_bytes", report.index_bytes}};
  return document.dump(1, ' ', false, json::error_handler_t::replace) + '\n';
}

}  // namespace dateline
