// Folded words to stems, by Snowball through Xapian, with a memory: news repeats its words, so that
// nearly every call is one hash look-up. Not thread-safe: one stemmer a thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dateline {

class Stemmer {
 public:
  /// `language` is a name or ISO code known to Xapian ("english", "en"), or "none". Throws Error for
  /// others.
  explicit Stemmer(const std::string& language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a folded word ("protests" -> "protest"). The view holds until the next call.
  std::string_view stem(std::string_view folded);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace dateline
