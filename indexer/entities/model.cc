#include "indexer/entities/model.h"

#include <zstd.h>

#include <cstring>

#include "common/error.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic("DLEM\x02", 5);
constexpr std::size_t kLargest = std::size_t{1} << 28;

/// Columns of numbers, one after another: like next to like compresses better.
class ColumnWriter {
 public:
  template <class Number>
  void put(Number number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out_.append(bytes, sizeof number);
  }
  void put_size(std::size_t size) { put(static_cast<std::uint32_t>(size)); }
  const std::string& bytes() const { return out_; }

 private:
  std::string out_;
};

class ColumnReader {
 public:
  explicit ColumnReader(std::string_view bytes) : rest_(bytes) {}

  template <class Number>
  Number get() {
    Number number{};
    if (rest_.size() < sizeof number) throw Error("entity model: cut short");
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_.remove_prefix(sizeof number);
    return number;
  }
  std::size_t get_size() {
    const auto size = get<std::uint32_t>();
    if (size > kLargest) throw Error("entity model: impossible size");
    return size;
  }

 private:
  std::string_view rest_;
};

/// Sorted numbers as differences, each of the four bytes in a column of its own.
void put_sorted(ColumnWriter& out, const std::vector<std::uint32_t>& sorted) {
  out.put_size(sorted.size());
  for (int byte = 0; byte < 4; ++byte) {
    std::uint32_t last = 0;
    for (const auto value : sorted) {
      out.put(static_cast<std::uint8_t>((value - last) >> (8 * byte)));
      last = value;
    }
  }
}

std::vector<std::uint32_t> get_sorted(ColumnReader& in) {
  std::vector<std::uint32_t> sorted(in.get_size());
  for (int byte = 0; byte < 4; ++byte) {
    for (auto& value : sorted) {
      value |= static_cast<std::uint32_t>(in.get<std::uint8_t>()) << (8 * byte);
    }
  }
  for (std::size_t i = 1; i < sorted.size(); ++i) sorted[i] += sorted[i - 1];
  return sorted;
}

template <class Entries>
std::vector<std::uint32_t> hashes_of(const Entries& entries) {
  std::vector<std::uint32_t> hashes;
  for (const auto& entry : entries) hashes.push_back(entry.first);
  return hashes;
}

void put_lexicon(ColumnWriter& out, const Lexicon& lexicon) {
  put_sorted(out, hashes_of(lexicon.names()));
  for (const auto& entry : lexicon.names()) out.put(entry.second.lists);
  for (const auto& entry : lexicon.names()) out.put(entry.second.lengths);
  put_sorted(out, hashes_of(lexicon.words()));
  for (const auto& entry : lexicon.words()) out.put(entry.second.cluster);
  for (const auto& entry : lexicon.words()) out.put(entry.second.coarse);
  for (const auto& entry : lexicon.words()) out.put(entry.second.lower_share);
  put_sorted(out, hashes_of(lexicon.vectors()));
  for (std::size_t i = 0; i < kVectorClassings; ++i) {
    for (const auto& entry : lexicon.vectors()) out.put(entry.second[i]);
  }
}

Lexicon get_lexicon(ColumnReader& in) {
  Lexicon::Names names;
  for (const auto hash : get_sorted(in)) names.push_back({hash, {}});
  for (auto& entry : names) entry.second.lists = in.get<ListMask>();
  for (auto& entry : names) entry.second.lengths = in.get<std::uint8_t>();
  Lexicon::Words words;
  for (const auto hash : get_sorted(in)) words.push_back({hash, {}});
  for (auto& entry : words) entry.second.cluster = in.get<std::uint16_t>();
  for (auto& entry : words) entry.second.coarse = in.get<std::uint16_t>();
  for (auto& entry : words) entry.second.lower_share = in.get<std::uint8_t>();
  Lexicon::Vectors vectors;
  for (const auto hash : get_sorted(in)) vectors.push_back({hash, {}});
  for (std::size_t i = 0; i < kVectorClassings; ++i) {
    for (auto& entry : vectors) entry.second[i] = in.get<std::uint16_t>();
  }
  Lexicon lexicon;
  lexicon.assign(std::move(names), std::move(words), std::move(vectors));
  return lexicon;
}

void put_weights(ColumnWriter& out, const std::vector<LabelWeights>& weights) {
  out.put_size(weights.size());
  for (std::size_t y = 0; y < kLabels; ++y) {
    for (const auto& row : weights) out.put(row[y]);
  }
}

std::vector<LabelWeights> get_weights(ColumnReader& in) {
  std::vector<LabelWeights> weights(in.get_size());
  for (std::size_t y = 0; y < kLabels; ++y) {
    for (auto& row : weights) row[y] = in.get<std::int8_t>();
  }
  return weights;
}

void put_pairs(ColumnWriter& out, const LabelPairs& pairs) {
  for (const auto& row : pairs) {
    for (const auto value : row) out.put(value);
  }
}

LabelPairs get_pairs(ColumnReader& in) {
  LabelPairs pairs{};
  for (auto& row : pairs) {
    for (auto& value : row) value = in.get<std::int16_t>();
  }
  return pairs;
}

}  // namespace

void WeightTable::assign(const std::vector<FeatureKey>& keys,
                         const std::vector<LabelWeights>& weights) {
  std::size_t capacity = 2;
  shift_ = 31;
  while (capacity * 2 < keys.size() * 3) {
    capacity *= 2;
    --shift_;
  }
  keys_.assign(capacity, kEmpty);
  weights_.assign(capacity, LabelWeights{});
  size_ = keys.size();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::size_t at = (keys[i] * 0x9E3779B1U) >> shift_;
    while (keys_[at] != kEmpty) at = (at + 1) & (capacity - 1);
    keys_[at] = keys[i];
    weights_[at] = weights[i];
  }
}

void EntityModel::finish() { table.assign(keys, weights); }

std::string EntityModel::serialise() const {
  ColumnWriter out;
  put_sorted(out, keys);
  put_weights(out, weights);
  put_pairs(out, transitions);
  put_weights(out, article_weights);
  put_pairs(out, article_transitions);
  put_lexicon(out, lexicon);
  const std::string& raw = out.bytes();
  std::string packed(ZSTD_compressBound(raw.size()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), raw.data(), raw.size(), ZSTD_maxCLevel());
  if (ZSTD_isError(size) != 0) throw Error(std::string("entity model: ") + ZSTD_getErrorName(size));
  return std::string(kMagic) + packed.substr(0, size);
}

EntityModel EntityModel::parse(std::string_view bytes) {
  if (bytes.substr(0, kMagic.size()) != kMagic) {
    throw Error("entity model: not a model of this version", "run scripts/train-entities");
  }
  bytes.remove_prefix(kMagic.size());
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > kLargest) throw Error("entity model: damaged");
  std::string raw(size, '\0');
  const std::size_t got = ZSTD_decompress(raw.data(), raw.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0) throw Error(std::string("entity model: ") + ZSTD_getErrorName(got));
  ColumnReader in(raw);
  EntityModel model;
  model.keys = get_sorted(in);
  model.weights = get_weights(in);
  model.transitions = get_pairs(in);
  model.article_weights = get_weights(in);
  model.article_transitions = get_pairs(in);
  model.lexicon = get_lexicon(in);
  model.finish();
  return model;
}

}  // namespace dateline
