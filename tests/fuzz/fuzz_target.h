// Fuzz targets: each takes any bytes, does with them what the programs do with what others made, and
// checks what must then hold. The same targets are driven by libFuzzer (libfuzzer_main.cc) and, over
// files that are kept, by a plain program (replay_main.cc). A new one is a file in targets/ and a row
// of fuzz_targets.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::fuzz {

struct FuzzTarget {
  const char* name;
  /// Ends the program if something does not hold.
  void (*run)(std::string_view input);
};

/// All there are.
const std::vector<FuzzTarget>& fuzz_targets();

/// Null if there is none of that name.
const FuzzTarget* find_target(std::string_view name);

/// Unless `holds`, says `what` does not and ends the program so that fuzzers see a crash.
void require(bool holds, const char* what);

/// The same for two texts that are to be equal, which are told if they are not.
void require_equal(std::string_view got, std::string_view wanted, const char* what);

void require_utf8(std::string_view text, const char* what);

/// An input taken apart, from its front. Goes on giving zeros and empty texts at its end.
class Pieces {
 public:
  explicit Pieces(std::string_view input) : left_(input) {}

  bool done() const { return left_.empty(); }
  std::uint8_t byte();
  /// 0 .. below - 1, of one byte.
  std::size_t number(std::size_t below) { return byte() % below; }
  /// Up to the next newline, which is taken too.
  std::string_view line();
  /// Up to the next byte 0xFF, which no UTF-8 has and which is taken too.
  std::string_view part();
  std::string_view rest();

 private:
  std::string_view up_to(char end);

  std::string_view left_;
};

void fuzz_article(std::string_view input);
void fuzz_dates(std::string_view input);
void fuzz_words(std::string_view input);
void fuzz_entities(std::string_view input);
void fuzz_query(std::string_view input);
void fuzz_stored_article(std::string_view input);
void fuzz_manifest(std::string_view input);
void fuzz_word_table(std::string_view input);
void fuzz_name_table(std::string_view input);
void fuzz_rule_files(std::string_view input);
void fuzz_patterns(std::string_view input);
void fuzz_config(std::string_view input);

}  // namespace dateline::fuzz
