#include "common/index/file_list.h"

#include "common/index/schema.h"

namespace dateline {

namespace {

constexpr std::size_t kFilesInBlock = 4096;
constexpr char kWhat[] = "list of files";

}  // namespace

void FileListWriter::add(const ListedFile& file) {
  append_number(steps_, file.number - before_);
  before_ = file.number;
  append_number(roots_, file.root);
  paths_.add(file.path);
  if (paths_.size() == kFilesInBlock) end_block();
}

std::string FileListWriter::finish() {
  if (paths_.size() > 0) end_block();
  return std::move(list_);
}

void FileListWriter::end_block() {
  append_number(list_, paths_.size());
  packer_.append(list_, steps_);
  packer_.append(list_, roots_);
  paths_.take(packer_, list_);
  steps_.clear();
  roots_.clear();
}

std::string make_file_list(const Xapian::Database& segment) {
  FileListWriter writer;
  const auto end = segment.valuestream_end(schema::kFileSlot);
  for (auto value = segment.valuestream_begin(schema::kFileSlot); value != end; ++value) {
    schema::FileRecord file = schema::decode_file(*value);
    writer.add({value.get_docid(), file.root, std::move(file.path)});
  }
  return writer.finish();
}

void read_file_list(std::string_view list, const std::function<void(const ListedFile&)>& take) {
  BlockUnpacker unpacker;
  PackedReader reader(list, kWhat);
  ListedFile file;
  while (!reader.done()) {
    const std::size_t count = reader.number_to(kFilesInBlock);
    const std::string steps = unpacker.take(reader, kLargestBlock);
    const std::string roots = unpacker.take(reader, kLargestBlock);
    const Lines paths(reader, unpacker, count, kWhat);
    PackedReader step(steps, kWhat), root(roots, kWhat);
    constexpr std::uint32_t kMost = 0xFFFFFFFF;
    for (std::size_t i = 0; i < count; ++i) {
      file.number = static_cast<std::uint32_t>(step.number_to(kMost - file.number)) + file.number;
      file.root = static_cast<std::uint32_t>(root.number_to(kMost));
      file.path = paths[i];
      take(file);
    }
    if (!step.done() || !root.done()) reader.damaged();
  }
}

}  // namespace dateline
