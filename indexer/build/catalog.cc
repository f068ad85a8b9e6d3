#include "indexer/build/catalog.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "common/error.h"

namespace dateline {

namespace {

std::uint64_t hash_path(std::uint32_t root, std::string_view path) {
  return XXH3_64bits_withSeed(path.data(), path.size(), root);
}

}  // namespace

Catalog::Catalog(const Snapshot& snapshot) {
  entries_.reserve(snapshot.articles());
  with_xapian("read the files the index holds", [&] {
    for (std::size_t i = 0; i < snapshot.parts().size(); ++i) {
      const Xapian::Database& part = snapshot.parts()[i];
      for (auto value = part.valuestream_begin(schema::kFileSlot);
           value != part.valuestream_end(schema::kFileSlot); ++value) {
        const std::uint32_t number = value.get_docid();
        if (snapshot.is_deleted(snapshot.document_id(number, i))) continue;
        const schema::FileRecord file = schema::decode_file(*value);
        entries_.push_back({hash_path(file.root, file.path), number, file.fingerprint});
      }
    }
  });
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.path_hash != b.path_hash ? a.path_hash < b.path_hash : a.number < b.number;
  });
  seen_.resize(entries_.size());
}

Catalog::Known Catalog::look_up(std::uint32_t root, std::string_view path,
                                std::uint32_t fingerprint) {
  const std::uint64_t hash = hash_path(root, path);
  const auto entry = std::lower_bound(
      entries_.begin(), entries_.end(), hash,
      [](const Entry& candidate, std::uint64_t value) { return candidate.path_hash < value; });
  if (entry == entries_.end() || entry->path_hash != hash) return {};
  seen_[static_cast<std::size_t>(entry - entries_.begin())] = true;
  return {entry->fingerprint == fingerprint && fingerprint != schema::kNoFingerprint,
          entry->number};
}

std::vector<std::uint32_t> Catalog::unseen(
    const Snapshot& snapshot, const std::function<bool(const schema::FileRecord&)>& wanted) const {
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (seen_[i]) continue;
    const auto document = snapshot.find(entries_[i].number);
    if (document && wanted(snapshot.file(*document))) numbers.push_back(entries_[i].number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace dateline
