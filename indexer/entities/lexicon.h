// What is known about words and names before reading any text: which lists a name is on (given
// names, cities, companies ...), which cluster of words a word behaves like, and how often it is
// written in lower case. Words and names are kept as hashes only, so the lists can be asked but not
// printed. Built by the trainer from data/entities; immutable afterwards, so any number of threads
// may ask.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// The lists, as bit numbers of a mask. On disk in the model.
enum class NameList : std::uint8_t {
  First, Last, City, Admin, Country, Demonym, Company, CompanyShort, University, Party,
  WorldOrg, Leader, Club, Geo, Acronym, Title, OrgSuffix, OrgHead, PlaceHead, Calendar,
  Role, Particle, Count
};
using ListMask = std::uint32_t;
constexpr ListMask list_bit(NameList list) { return ListMask{1} << static_cast<int>(list); }

/// Hash of a word as it stands; of the model's format, so it never changes.
std::uint32_t hash_word(std::string_view word);
/// An order-dependent combination of two hashes.
constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint64_t h = (std::uint64_t{a} << 32 | b) * 0x9E3779B97F4A7C15ULL;
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9ULL;
  return static_cast<std::uint32_t>(h >> 32);
}

/// What the lists say about a name of one or more words.
struct NameFacts {
  ListMask lists = 0;
  /// Bit n: some name of n words (2..7) on a list starts with this word. For single words only.
  std::uint8_t lengths = 0;
};

/// What a large corpus says about a word. Zero means unseen.
struct WordFacts {
  std::uint16_t cluster = 0;   ///< fine cluster, 1-based
  std::uint16_t coarse = 0;    ///< coarse cluster, 1-based
  std::uint8_t lower_share = 0;  ///< 1..8: never .. always in lower case where it has the choice
};

/// The classes of a word by its vector, learned from billions of words of news: one number, 1-based, for each
/// time that words were put into classes (training/group_vectors.cc). Zero means unseen.
inline constexpr std::size_t kVectorClassings = 4;
using VectorClasses = std::array<std::uint16_t, kVectorClassings>;

/// A sorted array of hashes with a value each, found through a table of their leading bits.
template <class Value>
class HashTable {
 public:
  /// REQUIRES `entries` sorted by hash, each hash once.
  void assign(std::vector<std::pair<std::uint32_t, Value>> entries);
  /// The value of `hash`, or a zero value.
  Value find(std::uint32_t hash) const;
  const std::vector<std::pair<std::uint32_t, Value>>& entries() const { return entries_; }

 private:
  static constexpr int kIndexBits = 18;
  std::vector<std::pair<std::uint32_t, Value>> entries_;
  std::vector<std::uint32_t> starts_;
};

class Lexicon {
 public:
  using Names = std::vector<std::pair<std::uint32_t, NameFacts>>;
  using Words = std::vector<std::pair<std::uint32_t, WordFacts>>;
  using Vectors = std::vector<std::pair<std::uint32_t, VectorClasses>>;

  void assign(Names names, Words words, Vectors vectors);

  /// `hash`: hash_word of the lower-cased word; of a longer name, the hashes of its words mixed
  /// from left to right.
  NameFacts name(std::uint32_t hash) const { return names_.find(hash); }
  WordFacts word(std::uint32_t hash) const { return words_.find(hash); }
  /// `hash`: hash_word of the lower-cased word.
  VectorClasses vector(std::uint32_t hash) const { return vectors_.find(hash); }

  const Names& names() const { return names_.entries(); }
  const Words& words() const { return words_.entries(); }
  const Vectors& vectors() const { return vectors_.entries(); }

 private:
  HashTable<NameFacts> names_;
  HashTable<WordFacts> words_;
  HashTable<VectorClasses> vectors_;
};

}  // namespace dateline
