#include "common/index/segment_texts.h"

#include "common/index/schema.h"

namespace dateline {

namespace {

/// Stepping over so many texts costs less than looking the next one up.
constexpr Xapian::docid kNear = 8;

}  // namespace

std::string SegmentTexts::read(Xapian::docid number) {
  const bool is_near = number >= last_read_ && number - last_read_ <= kNear;
  last_read_ = number;
  if (is_near) {
    if (auto text = read_on(number)) return std::move(*text);
  }
  return segment_.get_document(number, Xapian::DOC_ASSUME_VALID).get_value(schema::kTextSlot);
}

std::optional<std::string> SegmentTexts::read_on(Xapian::docid number) {
  const auto end = segment_.valuestream_end(schema::kTextSlot);
  if (!stream_ || stream_->get_docid() > number) {
    stream_ = segment_.valuestream_begin(schema::kTextSlot);
  }
  Xapian::ValueIterator& stream = *stream_;
  if (stream != end && stream.get_docid() + kNear < number) stream.skip_to(number);
  while (stream != end && stream.get_docid() < number) ++stream;
  if (stream == end) {
    stream_.reset();
    return std::nullopt;
  }
  return stream.get_docid() == number ? std::make_optional(*stream) : std::nullopt;
}

}  // namespace dateline
