#include "tests/fuzz/fuzz_target.h"

#include <cstdio>
#include <cstdlib>

#include "common/text/utf8.h"

namespace dateline::fuzz {

const std::vector<FuzzTarget>& fuzz_targets() {
  static const std::vector<FuzzTarget> targets = {
      {"article", fuzz_article},
      {"dates", fuzz_dates},
      {"words", fuzz_words},
      {"entities", fuzz_entities},
      {"query", fuzz_query},
      {"stored_article", fuzz_stored_article},
      {"manifest", fuzz_manifest},
      {"word_table", fuzz_word_table},
      {"name_table", fuzz_name_table},
      {"rule_files", fuzz_rule_files},
      {"patterns", fuzz_patterns},
      {"config", fuzz_config},
  };
  return targets;
}

const FuzzTarget* find_target(std::string_view name) {
  for (const FuzzTarget& target : fuzz_targets()) {
    if (target.name == name) return &target;
  }
  return nullptr;
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void require_equal(std::string_view got, std::string_view wanted, const char* what) {
  if (got == wanted) return;
  std::fprintf(stderr, "got    \"%.*s\"\nwanted \"%.*s\"\n", static_cast<int>(got.size()), got.data(),
               static_cast<int>(wanted.size()), wanted.data());
  require(false, what);
}

void require_utf8(std::string_view text, const char* what) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint read = decode_utf8(text, at);
    require(read.value >= 0, what);
    at += read.bytes;
  }
}

std::uint8_t Pieces::byte() {
  if (left_.empty()) return 0;
  const auto first = static_cast<std::uint8_t>(left_.front());
  left_.remove_prefix(1);
  return first;
}

std::string_view Pieces::line() { return up_to('\n'); }

std::string_view Pieces::part() { return up_to('\xFF'); }

std::string_view Pieces::rest() {
  const std::string_view all = left_;
  left_ = {};
  return all;
}

std::string_view Pieces::up_to(char end) {
  const std::string_view piece = left_.substr(0, left_.find(end));
  left_.remove_prefix(piece.size() < left_.size() ? piece.size() + 1 : piece.size());
  return piece;
}

}  // namespace dateline::fuzz
