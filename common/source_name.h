// Where an article comes from, when it does not say so itself: archives are sorted into folders.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The source named in the article's header if there is one, else the first folder of `path` (below
/// `root`) that is not part of a date, else the name of `root` itself.
/// ("", "/data/news", "guardian/2022/01/x.txt") -> "guardian"; ("", "/data/news",
/// "2022/01/07/x.txt") -> "news"
std::string source_name(std::string_view from_header, std::string_view root, std::string_view path);

}  // namespace dateline
