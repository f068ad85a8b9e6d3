#include "common/index/manifest.h"

#include <gtest/gtest.h>

#include <boost/filesystem.hpp>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/durable_file.h"
#include "common/index/schema.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what() + (error.hint().empty() ? "" : " | " + error.hint());
  }
  return "no error";
}

/// The text of a manifest with the checksum that fits it.
std::string sealed(std::string text) {
  const std::size_t digits = std::string("{\n \"checksum\": \"").size();
  text.replace(digits, 16, 16, '0');
  return text.replace(digits, 16, checksum_of(text));
}

const std::string kFormat = "\"format\": " + std::to_string(schema::kFormatVersion);

/// A manifest as a program of another format writes it.
std::string of_format(const std::string& manifest, int format) {
  return sealed(replaced(manifest, kFormat, "\"format\": " + std::to_string(format)));
}

Manifest example() {
  Manifest manifest;
  manifest.generation = 6;
  manifest.next_article = 51;
  manifest.next_file = 9;
  manifest.settings.language = "german";
  manifest.settings.entities = false;
  manifest.settings.date_order = DateOrder::MonthFirst;
  manifest.settings.largest_article_bytes = 5000;
  manifest.roots = {"/data/news", "/data/caf\xE9\n"};
  manifest.identity = "0123456789abcdef";
  manifest.segments = {{"000001.glass", 1, 40, 40, 3, "000008.deleted", 123456, 65536, "a1", "b1",
                        "c1"},
                       {"000007.glass", 41, 50, 9, 0, "", 5000, 4096, "a2", "b2", ""}};
  manifest.lost = {"000009.lost", "d1"};
  manifest.runs = {{"2022-01-07T03:00:00Z", "2022-01-07T03:10:00Z", 1},
                   {"2022-01-08T03:00:00Z", "2022-01-08T03:00:09Z", 41}};
  return manifest;
}

TEST(Manifest, WhatIsPublishedIsLoaded) {
  const ScratchFolder scratch;
  const IndexPaths paths{scratch.path()};
  EXPECT_FALSE(load_manifest(paths));
  Manifest published = example();
  publish_manifest(paths, published);
  EXPECT_EQ(published.generation, 7U);

  const auto loaded = load_manifest(paths);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->generation, 7U);
  EXPECT_EQ(loaded->next_article, 51U);
  EXPECT_EQ(loaded->next_file, 9U);
  EXPECT_EQ(loaded->updated, published.updated);
  EXPECT_EQ(loaded->updated.size(), std::string("2022-01-07T00:00:00Z").size());
  EXPECT_EQ(loaded->settings.language, "german");
  EXPECT_FALSE(loaded->settings.entities);
  EXPECT_EQ(loaded->settings.date_order, DateOrder::MonthFirst);
  EXPECT_EQ(loaded->settings.largest_article_bytes, 5000U);
  EXPECT_EQ(loaded->identity, published.identity);
  EXPECT_EQ(loaded->lost.list, "000009.lost");
  EXPECT_EQ(loaded->lost.checksum, "d1");
  EXPECT_EQ(read_file(paths.manifest_copy()), read_file(paths.manifest()));
  EXPECT_EQ(loaded->roots, published.roots) << "bytes that are not UTF-8 too";
  ASSERT_EQ(loaded->segments.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const SegmentInfo& got = loaded->segments[i];
    const SegmentInfo& wanted = published.segments[i];
    EXPECT_EQ(got.file, wanted.file);
    EXPECT_EQ(got.first, wanted.first);
    EXPECT_EQ(got.last, wanted.last);
    EXPECT_EQ(got.articles, wanted.articles);
    EXPECT_EQ(got.deleted, wanted.deleted);
    EXPECT_EQ(got.tombstones, wanted.tombstones);
    EXPECT_EQ(got.text_bytes, wanted.text_bytes);
    EXPECT_EQ(got.file_bytes, wanted.file_bytes);
    EXPECT_EQ(got.checksum, wanted.checksum);
    EXPECT_EQ(got.files_checksum, wanted.files_checksum);
    EXPECT_EQ(got.tombstones_checksum, wanted.tombstones_checksum);
  }
  ASSERT_EQ(loaded->runs.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(loaded->runs[i].started, published.runs[i].started);
    EXPECT_EQ(loaded->runs[i].updated, published.runs[i].updated);
    EXPECT_EQ(loaded->runs[i].first_article, published.runs[i].first_article);
  }
}

/// What publishing the example writes.
std::string publish_example(const IndexPaths& paths) {
  Manifest manifest = example();
  publish_manifest(paths, manifest);
  return read_file(paths.manifest());
}

TEST(Manifest, OtherFormatsAreRefusedWithAdvice) {
  const ScratchFolder scratch;
  const IndexPaths paths{scratch.path()};
  const std::string good = publish_example(paths);
  const auto load = [&] { load_manifest(paths); };
  scratch.write("manifest.json", of_format(good, schema::kFormatVersion + 1));
  EXPECT_EQ(message_of(load),
            scratch.path() +
                " has index format 8; this program reads and writes format 7 | "
                "it was made by a newer version of Dateline: update this one");
  EXPECT_THROW(restore_manifest(paths), Error);
  scratch.write("manifest.json", of_format(good, schema::kFormatVersion - 1));
  EXPECT_NE(message_of(load).find("older version"), std::string::npos);
  // Formats before 4 had no checksum.
  scratch.write("manifest.json", "{\"program\": \"dateline\", \"format\": 3}");
  EXPECT_NE(message_of(load).find("older version"), std::string::npos);
}

TEST(Manifest, NumbersThatAreNoneAreToldThoughTheChecksumFits) {
  struct Row {
    const char* name;
    std::string place;  ///< of a good number
    std::vector<const char*> numbers;
  };
  const Row rows[] = {
      {"next_article", "\"next_article\": 51", {"9e29", "51.5", "-1", "4294967296", "true", "\"51\""}},
      {"a byte of a path", " 233", {"9e29", "256", "-1"}},
  };
  const ScratchFolder scratch;
  const IndexPaths paths{scratch.path()};
  const std::string good = publish_example(paths);
  for (const Row& row : rows) {
    const std::string before = row.place.substr(0, row.place.rfind(' ') + 1);
    for (const char* number : row.numbers) {
      scratch.write("manifest.json", sealed(replaced(good, row.place + ",", before + number + ",")));
      const std::string message = message_of([&] { load_manifest(paths); });
      EXPECT_NE(message.find(std::string("is damaged: ") + row.name + " is not a number of its kind"),
                std::string::npos)
          << message;
    }
  }
}

TEST(Manifest, DamageIsToldWithTheFile) {
  const ScratchFolder scratch;
  const IndexPaths paths{scratch.path()};
  const std::string good = publish_example(paths);
  const std::string contents[] = {
      "",
      "{",
      "[]",
      "{\"program\": \"dateline\"}",
      good.substr(0, good.size() / 2),
      replaced(good, "\"program\": \"dateline\"", "\"program\": \"other\""),
      replaced(good, "\"generation\": 7", "\"generation\": \"seven\""),
      replaced(good, kFormat, "\"format\": \"one\""),
      replaced(good, kFormat, "\"format\": 9"),
      replaced(good, "123456", "123457"),
      replaced(good, "\"mdy\"", "\"ymd\""),
      replaced(good, "000001.glass", "../000001.glass"),
      replaced(good, "\"first\"", "\"fist\""),
      replaced(good, "\"roots\"", "\"fruits\""),
      replaced(good, "\"next_article\": 51", "\"next_article\": 50"),
      replaced(good, "\"first\": 1,", "\"first\": 0,"),
      replaced(good, "\"first\": 1,", "\"first\": 49,"),
  };
  for (const std::string& content : contents) {
    scratch.write("manifest.json", content);
    const std::string message = message_of([&] { load_manifest(paths); });
    EXPECT_EQ(message.rfind(paths.manifest().string() + " is damaged", 0), 0U)
        << message << " of " << content;
    EXPECT_NE(message.find("dateline-index --repair --index " + scratch.path()), std::string::npos);
    EXPECT_TRUE(restore_manifest(paths));
    EXPECT_EQ(read_file(paths.manifest()), good);
  }
}

TEST(Manifest, TheCopyTakesItsPlace) {
  const ScratchFolder scratch;
  const IndexPaths paths{scratch.path()};
  Manifest manifest = example();
  publish_manifest(paths, manifest);
  EXPECT_FALSE(restore_manifest(paths)) << "nothing to mend";
  const std::string good = read_file(paths.manifest());
  boost::filesystem::remove(paths.manifest());
  EXPECT_EQ(message_of([&] { load_manifest(paths); }),
            paths.manifest().string() + " is gone | " + repair_hint(scratch.path()));
  EXPECT_TRUE(restore_manifest(paths));
  EXPECT_EQ(read_file(paths.manifest()), good);
  scratch.write("manifest.copy.json", "of a run that was cut off");
  EXPECT_THROW(load_manifest_copy(paths), Error);
  mend_manifest_copy(paths);
  EXPECT_EQ(read_file(paths.manifest_copy()), good);
  scratch.write("manifest.json", "x");
  scratch.write("manifest.copy.json", "x");
  EXPECT_NE(message_of([&] { restore_manifest(paths); }).find("so is its copy"), std::string::npos);
}

TEST(Tombstones, NumbersAreKeptAsRanges) {
  const ScratchFolder scratch;
  const std::vector<std::uint32_t> numbers{1, 2, 3, 7, 9, 10, 4'000'000'000};
  std::string checksum = save_tombstones(scratch.path("t"), numbers);
  EXPECT_EQ(read_file(scratch.path("t")), "1-3\n7\n9-10\n4000000000\n");
  EXPECT_EQ(load_tombstones(scratch.path("t"), checksum), numbers);
  EXPECT_THROW(load_tombstones(scratch.path("t"), checksum_of("")), Error) << "another checksum";
  checksum = save_tombstones(scratch.path("t"), {});
  EXPECT_TRUE(load_tombstones(scratch.path("t"), checksum).empty());
}

TEST(Tombstones, DamageIsAnError) {
  const ScratchFolder scratch;
  for (const char* content : {"1", "x\n", "1-\n", "3-1\n", "5\n5\n", "5\n4\n", "1-3\n2-4\n", "-1\n",
                              "1 2\n", "4294967296\n", "1-4294967295\n", "\n"}) {
    const std::string path = scratch.write("t", content);
    EXPECT_EQ(message_of([&] { load_tombstones(path, checksum_of(content)); }), path + " is damaged") << content;
  }
  EXPECT_THROW(load_tombstones(scratch.path("missing"), ""), Error);
  const std::string path = scratch.write("t", "5\n7-4294967294\n");
  EXPECT_EQ(message_of([&] { load_tombstones(path, checksum_of("5\n7-4294967294\n")); }), path + " is damaged") << "16 GB of numbers";
}

}  // namespace
}  // namespace dateline
