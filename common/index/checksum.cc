#include "common/index/checksum.h"

#include <xxhash.h>

#include <cstdio>
#include <memory>

#include "common/index/durable_file.h"

namespace dateline {

namespace {

std::string digits_of(XXH64_hash_t hash) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

}  // namespace

std::string checksum_of(std::string_view bytes) {
  return digits_of(XXH3_64bits(bytes.data(), bytes.size()));
}

std::string file_checksum(const boost::filesystem::path& file) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  XXH3_64bits_reset(state.get());
  read_file_in_pieces(file, [&](std::string_view piece) {
    XXH3_64bits_update(state.get(), piece.data(), piece.size());
  });
  return digits_of(XXH3_64bits_digest(state.get()));
}

}  // namespace dateline
