// Whether the files of an index are what its manifest says: sizes and checksums. What is inside them
// is looked at by the indexer's --check.
#pragma once

#include <xapian.h>

#include <boost/filesystem/path.hpp>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/manifest.h"

namespace dateline {

/// What is wrong with the file of a segment; empty: nothing. Reads all of it. Throws nothing.
std::string segment_damage(const IndexPaths& paths, const SegmentInfo& segment);
/// The same of the list of its files, and of its tombstones.
std::string file_list_damage(const IndexPaths& paths, const SegmentInfo& segment);
std::string tombstones_damage(const IndexPaths& paths, const SegmentInfo& segment);

/// What is wrong with any file of a published index, one line each; none: it is sound. Reads all of
/// it. Throws nothing.
std::vector<std::string> index_damage(const boost::filesystem::path& folder);

/// The error that names the first damaged file of an index and the repair command; none: it is sound.
std::optional<Error> damage_error(const boost::filesystem::path& folder);

/// Throws `error`, or if the index is damaged one that names the damaged file and the repair command.
[[noreturn]] void throw_diagnosed(const boost::filesystem::path& folder, const Error& error);

/// Runs `action` on the index in `folder`. What goes wrong in it because the index is damaged comes
/// out as throw_diagnosed() has it, what goes wrong for other reasons as it is.
template <class Action>
auto with_diagnosis(const boost::filesystem::path& folder, const Action& action)
    -> decltype(action()) {
  try {
    return action();
  } catch (const IndexError& error) {
    throw_diagnosed(folder, error);
  } catch (const Error&) {
    throw;
  } catch (const Xapian::Error& error) {
    throw_diagnosed(folder, Error("cannot read the index: " + error.get_description()));
  } catch (const std::exception& error) {  // of bytes that make no sense where they are used
    throw_diagnosed(folder, Error(error.what()));
  }
}

}  // namespace dateline
