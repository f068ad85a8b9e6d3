// Turns the bytes of a file into text: valid UTF-8, lines ended by \n, no control characters but \t
// and \n. Clean text is handed through without a copy. Stateless; several GB/s on ASCII.
//
//   UTF-8          a byte order mark is dropped; bytes that are not UTF-8 are read as Windows-1252
//   UTF-16         with a byte order mark; a surrogate without its partner becomes U+FFFD
//   CR LF, CR      become LF
//   NUL            dropped and counted as repaired
//   U+0080-U+009F  what careless conversion leaves of Windows-1252: read as that
//   other controls (C0, DEL) become a space, so that no escape sequence survives
#pragma once

#include <cstddef>
#include <string>

#include "indexer/crawl/skip.h"

namespace dateline {

struct DecodedText {
  std::string text;                ///< never empty, never white space alone
  std::size_t repaired_bytes = 0;  ///< bytes of the file that were not what they should be
};

/// The text, or a Skip: Empty (nothing but white space), or Binary, which is
/// - a file that starts with the magic number of a known kind (PDF, zip, gzip, PNG, JPEG, ...);
/// - UTF-16 without a byte order mark: every other byte of the first 8 KB mostly NUL; and UTF-32;
/// - anything with more than 2 % (and more than 2) control bytes in its first 8 KB, where \t \n \v
/// \f
///   \r \b and ESC do not count but NUL does.
OrSkip<DecodedText> decode_text(std::string bytes);

}  // namespace dateline
