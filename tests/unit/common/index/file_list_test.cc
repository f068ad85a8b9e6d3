#include "common/index/file_list.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/durable_file.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

std::vector<ListedFile> read(const std::string& list) {
  std::vector<ListedFile> files;
  read_file_list(list, [&](const ListedFile& file) { files.push_back(file); });
  return files;
}

TEST(FileList, WhatIsWrittenIsRead) {
  EXPECT_EQ(FileListWriter().finish(), "");
  EXPECT_TRUE(read("").empty());
  std::vector<ListedFile> files{{1, 0, "2022/01/07/a.txt"},
                                {2, 0, "2022/01/07/b\n.txt"},
                                {7, 3, "caf\xE9"},
                                {8, 0, "2022/01/07/a.txt"},
                                {4'294'967'295, 4'294'967'295, std::string(5000, 'x')}};
  for (std::uint32_t number = 9; number < 10'000; ++number) {  // several blocks
    files.insert(files.end() - 1, {number, number % 5, "folder/" + std::to_string(number * 7)});
  }
  FileListWriter writer;
  for (const ListedFile& file : files) writer.add(file);
  EXPECT_EQ(read(writer.finish()), files);
}

TEST(FileList, DamageIsAnErrorAndNoCrash) {
  FileListWriter writer;
  for (std::uint32_t number = 1; number < 300; ++number) {
    writer.add({number * 3, 0, "2022/01/" + std::to_string(number)});
  }
  const std::string list = writer.finish();
  for (std::size_t size = 1; size < list.size(); ++size) {
    EXPECT_THROW(read(list.substr(0, size)), Error) << size;
  }
  std::size_t told = 0;
  for (std::size_t bit = 0; bit < list.size() * 8; ++bit) {
    std::string damaged = list;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    try {
      read(damaged);
    } catch (const Error&) {
      ++told;
    }
  }
  EXPECT_GT(told, 0U) << "the rest has the checksum of the manifest to tell";
}

TEST(Checksum, OfAFileIsThatOfItsBytes) {
  const ScratchFolder scratch;
  EXPECT_EQ(checksum_of(""), "2d06800538d394c2") << "XXH3 of nothing, as its specification has it";
  for (const std::size_t size : {0, 1, 240, 241, 65536, 65537, 300'000}) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * 7 + i / 251);
    EXPECT_EQ(file_checksum(scratch.write("f", bytes)), checksum_of(bytes)) << size;
  }
  EXPECT_THROW(file_checksum(scratch.path("missing")), Error);
}

}  // namespace
}  // namespace dateline
