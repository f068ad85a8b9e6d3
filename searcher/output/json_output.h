// Answers as JSON for programs. The schema is in README.md beside this file; kSchema changes when a
// field changes its meaning or goes. All text is as it stands in the index, nothing dropped; what
// could command a terminal is escaped. Pure functions.
#pragma once

#include <string>

#include "common/error.h"
#include "searcher/output/answer.h"

namespace dateline {

inline constexpr int kSchema = 1;

/// One document on one line, ended with a newline; and so the next three.
std::string json_of(const Answer& answer);
std::string json_of(const FacetCounts& counts, const std::string& query, const Node& tree);
std::string json_of(const IndexStats& stats);
std::string json_of_article(const Hit& hit);

/// One line of jsonl, which has one for each hit.
std::string jsonl_line(const Hit& hit, std::size_t rank, const PassageSettings& settings);

/// One line of --batch: an answered query, or one that could not be.
std::string batch_line(const Answer& answer);
std::string batch_line(const std::string& query, const Problem& problem);

}  // namespace dateline
