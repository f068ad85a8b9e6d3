// Figures for a model: exact-span precision, recall and F1 on tagged corpora, and speed.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "indexer/entities/model.h"

namespace dateline {

/// Prints a row per tagged file (.zst or not): P, R, F1 over all kinds, F1 per kind, words a second.
/// Misc is ignored. Throws Error where a file cannot be read.
void print_scores(const EntityModel& model, const std::vector<std::string>& files, std::ostream& out);

/// Prints how fast the texts of `files` are tagged and resolved, by one thread, reading not counted.
void print_speed(const EntityModel& model, const std::vector<std::string>& files, std::ostream& out);

}  // namespace dateline
