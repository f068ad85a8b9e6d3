// `dateline-index --annotate`: the names in files, printed, without any index.
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "indexer/entities/annotate.h"

namespace dateline {

struct AnnotationOptions {
  std::vector<std::string> files;
  AnnotationFormat format = AnnotationFormat::Tsv;
  bool tokens = false;  ///< files hold a word a line, and get a tag a line
  std::uint64_t largest_bytes = 32ULL << 20;
};

/// Annotates file by file, in their order, each as one article with its header. Offsets count the
/// bytes of its text in UTF-8, which are those of the file if it is in UTF-8 without a byte order
/// mark. "-" is standard input. A file that cannot be read is told to `failed` and left out; returns how many there were.
std::size_t annotate_files(
    const AnnotationOptions& options, std::ostream& out,
    const std::function<void(const std::string& path, const std::string& what)>& failed);

}  // namespace dateline
