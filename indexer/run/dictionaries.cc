#include "indexer/run/dictionaries.h"

#include <string>
#include <utility>
#include <variant>

#include "common/error.h"

namespace dateline {

namespace {

/// The largest of the index's dictionaries: trained on the most articles.
Dictionary largest_dictionary(const Snapshot& snapshot) {
  Dictionary largest;
  with_xapian("read the dictionaries", [&] {
    for (const Xapian::Database& part : snapshot.parts()) {
      for (auto key = part.metadata_keys_begin(schema::kDictionaryKeyPrefix);
           key != part.metadata_keys_end(schema::kDictionaryKeyPrefix); ++key) {
        Dictionary dictionary = unpack_dictionary(part.get_metadata(*key));
        if (dictionary.content.size() > largest.content.size()) largest = std::move(dictionary);
      }
    }
  });
  return largest;
}

std::uint64_t bytes_of(const std::vector<FileToIndex>& files) {
  std::uint64_t bytes = 0;
  for (const FileToIndex& file : files) bytes += file.bytes;
  return bytes;
}

}  // namespace

Dictionary choose_dictionary(const Snapshot* before, const std::vector<FileToIndex>& files,
                             const LoadArticle& load) {
  Dictionary own;
  if (before != nullptr) own = largest_dictionary(*before);
  if (expected_dictionary_bytes(bytes_of(files)) < 2 * own.content.size()) return own;
  std::vector<std::string> samples;
  std::uint64_t bytes = 0;
  for (const FileToIndex& file : files) {
    if (bytes >= kTrainingBytes) break;
    const OrSkip<LoadedArticle> loaded = load(file);
    if (const auto* read = std::get_if<LoadedArticle>(&loaded)) {
      samples.push_back(encode_article(read->article));
      bytes += samples.back().size();
    }
  }
  Dictionary trained = train_dictionary(samples);
  return trained.content.empty() ? own : trained;
}

}  // namespace dateline
