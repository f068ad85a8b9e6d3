// The version of the programs, from CMakeLists.txt.
#pragma once

namespace dateline {

inline constexpr char kVersion[] = DATELINE_VERSION;

}  // namespace dateline
