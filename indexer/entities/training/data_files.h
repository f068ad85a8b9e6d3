// Reads the training data of the repository: tagged corpora, name lists, word statistics.
#pragma once

#include <string>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/tagged_corpus.h"

namespace dateline {

/// The content of `path`, which is zstd-compressed if its name ends in .zst. Throws Error.
std::string read_data_file(const std::string& path);

/// A tagged corpus, cut into articles of `sentences_per_article` where it does not say itself.
std::vector<TaggedArticle> read_corpus_file(const std::string& path, std::size_t sentences_per_article);

/// The lexicon from names.tsv.zst, triggers.tsv, words.tsv.zst and vectors.tsv.zst in `folder`.
Lexicon read_lexicon(const std::string& folder);

}  // namespace dateline
