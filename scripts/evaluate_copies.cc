// How well signatures tell near copies, on copies made of real articles: see scripts/evaluate-copies.
#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <boost/filesystem/path.hpp>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/durable_file.h"
#include "common/text/copy_signature.h"
#include "common/text/tokenizer.h"
#include "scripts/corpus/random.h"

namespace dateline {
namespace {

namespace fs = boost::filesystem;

constexpr std::size_t kFewestWords = 40;
constexpr int kCopies = 8;

struct Text {
  std::string text;
  std::vector<std::uint64_t> shingles;
  CopySignature signature{};
};

std::size_t count_words(const std::string& text) {
  std::size_t words = 0;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) ++words;
  return words;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    parts.back() += c;
    if (c == at) parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

std::string join(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

/// What an editor does to a text, from nothing to too much for a near copy.
std::string edited(const std::string& text, const std::string& other, Random& random) {
  static const char* const kOpenings[] = {"LONDON, Jan 7 (Reuters) - ", "By our correspondent\n\n",
                                          "Updated: this article has been corrected.\n\n"};
  std::vector<std::string> paragraphs = split(text, '\n');
  const auto some = [&](const std::vector<std::string>& parts) {
    return static_cast<std::size_t>(random.below(static_cast<std::uint32_t>(parts.size())));
  };
  if (random.below(2) == 0) paragraphs.insert(paragraphs.begin(), kOpenings[random.below(3)]);
  switch (random.below(5)) {
    case 0:  // cut at the end
      paragraphs.resize(paragraphs.size() - random.below(1 + static_cast<std::uint32_t>(paragraphs.size() / 3)));
      break;
    case 1:  // a paragraph moved
      std::swap(paragraphs[some(paragraphs)], paragraphs[some(paragraphs)]);
      break;
    case 2: {  // words changed, up to 5 %
      std::vector<std::string> words = split(join(paragraphs), ' ');
      const std::size_t changes = words.size() * random.below(6) / 100 + 1;
      for (std::size_t i = 0; i < changes; ++i) words[some(words)] = "reworded ";
      return join(words);
    }
    case 3: {  // put in front of another text, or a part of it
      const std::vector<std::string> more = split(other, ' ');
      const std::size_t most = std::min(more.size(), 1 + split(text, ' ').size() * random.below(50) / 100);
      return join(paragraphs) + "\n" +
             join({more.begin(), more.begin() + static_cast<std::ptrdiff_t>(most)});
    }
    default:  // sentences moved
      for (std::string& paragraph : paragraphs) {
        std::vector<std::string> sentences = split(paragraph, '.');
        if (sentences.size() < 3 || random.below(3) != 0) continue;
        std::swap(sentences.front(), sentences[sentences.size() / 2]);
        paragraph = join(sentences);
      }
  }
  return join(paragraphs);
}

std::vector<std::string> read_articles(const std::string& folder, std::size_t wanted) {
  std::vector<std::string> paths;
  for (fs::recursive_directory_iterator at(folder), end; at != end; ++at) {
    if (at->path().extension() == ".txt") paths.push_back(at->path().string());
  }
  std::sort(paths.begin(), paths.end());
  const std::size_t step = std::max<std::size_t>(1, paths.size() / wanted);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < paths.size() && texts.size() < wanted; i += step) {
    std::string text = read_file(paths[i]);
    if (count_words(text) >= kFewestWords) texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<Text> with_copies(const std::vector<std::string>& originals) {
  Random random(1);
  std::vector<Text> texts;
  for (std::size_t i = 0; i < originals.size(); ++i) {
    texts.push_back({originals[i], {}, {}});
    const std::string& other = originals[(i + 1) % originals.size()];
    for (int copy = 0; copy < kCopies; ++copy) {
      texts.push_back({edited(originals[i], other, random), {}, {}});
    }
  }
  return texts;
}

/// Calls `see(a, b, jaccard)` for all pairs that have anything in common.
void for_each_pair(const std::vector<Text>& texts,
                   const std::function<void(std::size_t, std::size_t, double)>& see) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> having;
  for (std::size_t b = 0; b < texts.size(); ++b) {
    std::unordered_map<std::uint32_t, std::size_t> common;
    for (const std::uint64_t shingle : texts[b].shingles) {
      auto& those = having[shingle];
      for (const std::uint32_t a : those) ++common[a];
      those.push_back(static_cast<std::uint32_t>(b));
    }
    for (const auto& [a, both] : common) {
      const std::size_t all = texts[a].shingles.size() + texts[b].shingles.size() - both;
      see(a, b, static_cast<double>(both) / static_cast<double>(all));
    }
  }
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Makes the signatures, and prints what that costs beside splitting the texts into words.
void sign(std::vector<Text>& texts) {
  std::size_t words = 0;
  double begin = cpu_seconds();
  for (const Text& one : texts) words += count_words(one.text);
  const double splitting = cpu_seconds() - begin;
  begin = cpu_seconds();
  CopySigner signer;
  for (Text& one : texts) {
    Tokenizer tokenizer(one.text);
    for (Token token; tokenizer.next(token);) signer.add_word(token.folded);
    one.signature = signer.finish().value();
  }
  const double signing = cpu_seconds() - begin - splitting;
  std::printf("signature        %zu bytes; %.1f ns a word, %.1f us an article (splitting into words: %.1f ns)\n",
              sizeof(CopySignature), signing * 1e9 / static_cast<double>(words),
              signing * 1e6 / static_cast<double>(texts.size()),
              splitting * 1e9 / static_cast<double>(words));
}

struct Counts {
  std::size_t copies = 0;  ///< pairs with a Jaccard of kNearCopy or more
  std::size_t found = 0;   ///< of them
  std::size_t wrong = 0;   ///< taken for copies, and are none

  void print(const char* name) const {
    std::printf("%-16s precision %.4f  recall %.4f  (%zu found, %zu wrong, %zu missed)\n", name,
                static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(1, found + wrong)),
                static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(1, copies)), found,
                wrong, copies - found);
  }
  void add(bool is_copy, bool taken) {
    copies += is_copy ? 1 : 0;
    found += is_copy && taken ? 1 : 0;
    wrong += !is_copy && taken ? 1 : 0;
  }
};

int evaluate(const std::string& folder, std::size_t wanted) {
  const std::vector<std::string> originals = read_articles(folder, wanted);
  if (originals.empty()) {
    std::fprintf(stderr, "no articles of %zu words below %s\n", kFewestWords, folder.c_str());
    return 2;
  }
  std::vector<Text> texts = with_copies(originals);
  for (Text& one : texts) one.shingles = shingles_of(one.text);
  sign(texts);
  Counts by_texts, by_signature;
  std::size_t looked_at = 0, related = 0;
  std::vector<std::size_t> spread(11);
  for_each_pair(texts, [&](std::size_t a, std::size_t b, double share) {
    const unsigned apart = distance(texts[a].signature, texts[b].signature);
    const bool is_copy = share >= kNearCopy;
    ++spread[static_cast<std::size_t>(share * 10)];
    ++related;
    const bool undecided = apart > kSurelyCopies && apart <= kPerhapsCopies;
    looked_at += undecided ? 1 : 0;
    by_texts.add(is_copy, apart <= kSurelyCopies || (undecided && is_copy));
    by_signature.add(is_copy, apart <= 12);
  });
  std::size_t unrelated_taken = 0;
  for (std::size_t b = 0; b < texts.size(); ++b) {
    for (std::size_t a = 0; a < b; ++a) {
      unrelated_taken += distance(texts[a].signature, texts[b].signature) <= kPerhapsCopies ? 1 : 0;
    }
  }
  std::printf("texts            %zu, of %zu articles; %zu pairs have something in common, by tenths of Jaccard:",
              texts.size(), originals.size(), related);
  for (const std::size_t pairs : spread) std::printf(" %zu", pairs);
  std::printf("\ncandidates       %zu pairs within %u bits, of them decided by their texts %zu\n",
              unrelated_taken, kPerhapsCopies, looked_at);
  by_texts.print("as searched");
  by_signature.print("signature alone");
  return 0;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fputs("usage: dateline-evaluate-copies FOLDER [ARTICLES]\n", stderr);
    return 2;
  }
  const int wanted = argc > 2 ? std::atoi(argv[2]) : 1000;
  try {
    return dateline::evaluate(argv[1], static_cast<std::size_t>(std::max(1, wanted)));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
}
