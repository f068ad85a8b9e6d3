// The back end of `dateline-index --annotate`: names found in files, printed without any index.
// No options, no files opened, nothing on stdout: streams in, streams out.
#pragma once

#include <istream>
#include <ostream>
#include <string_view>

#include "indexer/entities/entity_tagger.h"

namespace dateline {

enum class AnnotationFormat { Tsv, JsonLines };

/// Tags `text` and prints a line per mention: path, byte offset, byte length, kind, text as written,
/// canonical name. In TSV, tabs and line breaks inside a field become spaces. In JSON lines an object with
/// "path", "offset", "length", "kind", "text", "name"; bytes that are not UTF-8 come as U+FFFD.
void annotate_text(EntityTagger& tagger, std::string_view path, std::string_view text,
                   AnnotationFormat format, std::ostream& out);

/// Reads one word a line (what follows a tab is ignored), blank lines between sentences, optional
/// "-DOCSTART-" lines between articles; prints word TAB tag (O, B-PER, I-ORG ...), the blank and the
/// DOCSTART lines as they came. Without "-DOCSTART-" all is one article.
void annotate_tokens(EntityTagger& tagger, std::istream& in, std::ostream& out);

}  // namespace dateline
