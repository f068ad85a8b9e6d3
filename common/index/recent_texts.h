// The texts of the articles read last: those that ranking has read are read again for the page. Not thread-safe.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

class RecentTexts {
 public:
  /// A few more than a search ranks by their texts.
  static constexpr std::size_t kTexts = 32;
  /// Longer ones are not kept: unpacking them twice is what they cost anyway.
  static constexpr std::size_t kLongest = 64 * 1024;

  /// Valid until `keep` has been called kTexts times. None if it is not there.
  std::optional<std::string_view> find(Xapian::docid document) const;

  /// Puts it in the place of the oldest. REQUIRES that it is not there.
  void keep(Xapian::docid document, std::string_view text);

 private:
  struct Text {
    Xapian::docid document = 0;  ///< 0: none
    std::string text;
  };

  std::array<Text, kTexts> texts_;
  std::size_t oldest_ = 0;
};

}  // namespace dateline
