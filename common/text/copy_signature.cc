#include "common/text/copy_signature.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "common/text/tokenizer.h"

namespace dateline {

namespace {

constexpr std::uint64_t kEmpty = ~std::uint64_t{0};
constexpr unsigned kBinShift = 57;  ///< the first 7 bits of a hash choose its bin
constexpr int kStep = 11;           ///< a word's hash is turned by so much for each word after it

std::uint64_t turned(std::uint64_t hash, int by) { return hash << by | hash >> (64 - by); }

/// The finaliser of MurmurHash3: every bit of the result depends on every bit.
std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDU;
  hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53U;
  return hash ^ hash >> 33;
}

std::uint64_t hash_of_word(std::string_view folded) {
  return XXH3_64bits(folded.data(), folded.size());
}

/// Takes the word into the hash of the last five, of which `oldest` is the one that leaves.
std::uint64_t rolled(std::uint64_t rolling, std::uint64_t word, std::uint64_t oldest) {
  return turned(rolling, kStep) ^ turned(oldest, kStep * static_cast<int>(kShingleWords)) ^ word;
}

}  // namespace

std::string encode_signature(const CopySignature& signature) {
  std::string bytes;
  for (const std::uint64_t half : signature) {
    for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<char>(half >> shift));
  }
  return bytes;
}

std::optional<CopySignature> decode_signature(std::string_view bytes) {
  if (bytes.size() != sizeof(CopySignature)) return std::nullopt;
  CopySignature signature{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    signature[i / 8] |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * (i % 8));
  }
  return signature;
}

void CopySigner::clear() {
  words_.fill(0);
  count_ = 0;
  rolling_ = 0;
  smallest_.fill(kEmpty);
}

void CopySigner::add_word(std::string_view folded) {
  const std::uint64_t word = hash_of_word(folded);
  std::uint64_t& oldest = words_[count_ % kShingleWords];
  rolling_ = rolled(rolling_, word, oldest);
  oldest = word;
  if (++count_ < kShingleWords) return;
  const std::uint64_t hash = mixed(rolling_);
  std::uint64_t& bin = smallest_[hash >> kBinShift];
  bin = std::min(bin, hash);
}

std::optional<CopySignature> CopySigner::finish() {
  std::optional<CopySignature> signature;
  if (count_ >= kShingleWords) {
    signature.emplace(CopySignature{});
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      // An empty bin takes the value of another, which two texts choose alike.
      std::uint64_t value = smallest_[bin];
      for (std::uint64_t look = 1; value == kEmpty; ++look) {
        value = smallest_[mixed(bin << 32 | look) >> kBinShift];
      }
      (*signature)[bin / 64] |= (mixed(value + bin) & 1U) << (bin % 64);
    }
  }
  clear();
  return signature;
}

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<std::uint64_t> shingles;
  std::array<std::uint64_t, kShingleWords> words{};
  std::uint64_t rolling = 0;
  std::size_t count = 0;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    const std::uint64_t word = hash_of_word(token.folded);
    std::uint64_t& oldest = words[count % kShingleWords];
    rolling = rolled(rolling, word, oldest);
    oldest = word;
    if (++count >= kShingleWords) shingles.push_back(rolling);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

double jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const std::uint64_t of_a = *x;
    const std::uint64_t of_b = *y;
    if (of_a == of_b) ++both;
    if (of_a <= of_b) ++x;
    if (of_b <= of_a) ++y;
  }
  const std::size_t all = a.size() + b.size() - both;
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

}  // namespace dateline
