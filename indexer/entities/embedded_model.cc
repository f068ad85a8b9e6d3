#include "indexer/entities/model.h"

/// The bytes of the model file, placed by english_model.S.
extern "C" {
extern const char dateline_english_model_begin[];  // NOLINT(readability-identifier-naming)
extern const char dateline_english_model_end[];    // NOLINT(readability-identifier-naming)
}

namespace dateline {

const EntityModel& EntityModel::english() {
  static const EntityModel kModel = parse(
      {dateline_english_model_begin,
       static_cast<std::size_t>(dateline_english_model_end - dateline_english_model_begin)});
  return kModel;
}

}  // namespace dateline
