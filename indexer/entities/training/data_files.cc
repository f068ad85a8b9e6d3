#include "indexer/entities/training/data_files.h"

#include <zstd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <unordered_map>

#include "common/error.h"
#include "indexer/entities/word_form.h"

namespace dateline {
namespace {

const std::unordered_map<std::string, NameList>& list_names() {
  static const std::unordered_map<std::string, NameList> kNames = {
      {"first", NameList::First}, {"last", NameList::Last}, {"city", NameList::City},
      {"admin", NameList::Admin}, {"country", NameList::Country},
      {"country_alias", NameList::Country}, {"demonym", NameList::Demonym},
      {"company", NameList::Company}, {"company_short", NameList::CompanyShort},
      {"university", NameList::University}, {"party", NameList::Party},
      {"intorg", NameList::WorldOrg}, {"wn_org", NameList::WorldOrg}, {"org", NameList::WorldOrg},
      {"leader", NameList::Leader}, {"wn_person", NameList::Leader}, {"club", NameList::Club},
      {"geo", NameList::Geo}, {"wn_geo", NameList::Geo}, {"wn_location", NameList::Geo},
      {"wn_struct", NameList::Geo}, {"wn_water", NameList::Geo}, {"acronym", NameList::Acronym},
      {"title", NameList::Title}, {"org_suffix", NameList::OrgSuffix},
      {"org_head", NameList::OrgHead}, {"place_head", NameList::PlaceHead},
      {"calendar", NameList::Calendar}, {"role", NameList::Role},
      {"particle", NameList::Particle}};
  return kNames;
}

/// The words of a name as the tagger will meet them: "Detroit Lions, Inc" -> detroit lions , inc
std::vector<std::uint32_t> name_hashes(const std::string& name) {
  std::vector<std::uint32_t> hashes;
  std::istringstream in(name);
  std::string word;
  while (in >> word) {
    const bool comma = word.size() > 1 && word.back() == ',';
    if (comma) word.pop_back();
    hashes.push_back(hash_word(lower_case(word)));
    if (comma) hashes.push_back(hash_word(","));
  }
  return hashes;
}

using NameTable = std::map<std::uint32_t, NameFacts>;

void add_names(const std::string& text, NameTable& table) {
  std::istringstream in(text);
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    const auto list = list_names().find(line.substr(0, tab));
    if (list == list_names().end()) throw Error("unknown name list in: " + line);
    const auto hashes = name_hashes(line.substr(tab + 1));
    if (hashes.empty() || hashes.size() > 7) continue;
    std::uint32_t hash = hashes[0];
    for (std::size_t i = 1; i < hashes.size(); ++i) hash = mix(hash, hashes[i]);
    table[hash].lists |= list_bit(list->second);
    if (hashes.size() > 1) {
      table[hashes[0]].lengths |= static_cast<std::uint8_t>(1U << hashes.size());
    }
  }
}

Lexicon::Words parse_words(const std::string& text) {
  std::map<std::uint32_t, WordFacts> table;
  std::istringstream in(text);
  std::string word;
  unsigned cluster = 0, coarse = 0, share = 0;
  while (in >> word >> cluster >> coarse >> share) {
    table[hash_word(word)] = {static_cast<std::uint16_t>(cluster), static_cast<std::uint16_t>(coarse),
                              static_cast<std::uint8_t>(share)};
  }
  return {table.begin(), table.end()};
}

Lexicon::Vectors parse_vectors(const std::string& text) {
  std::map<std::uint32_t, VectorClasses> table;
  std::istringstream in(text);
  std::string word;
  while (in >> word) {
    VectorClasses& classes = table[hash_word(word)];
    for (std::uint16_t& number : classes) in >> number;
  }
  return {table.begin(), table.end()};
}

}  // namespace

std::string read_data_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path + ": cannot be read");
  std::ostringstream buffer;
  buffer << file.rdbuf();
  const std::string raw = buffer.str();
  if (path.size() < 4 || path.compare(path.size() - 4, 4, ".zst") != 0) return raw;
  const auto size = ZSTD_getFrameContentSize(raw.data(), raw.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) {
    throw Error(path + ": not a zstd file with its size in it");
  }
  std::string text(size, '\0');
  const std::size_t got = ZSTD_decompress(text.data(), text.size(), raw.data(), raw.size());
  if (ZSTD_isError(got) != 0) throw Error(path + ": " + ZSTD_getErrorName(got));
  return text;
}

std::vector<TaggedArticle> read_corpus_file(const std::string& path,
                                            std::size_t sentences_per_article) {
  std::istringstream in(read_data_file(path));
  std::vector<TaggedArticle> articles = read_tagged(in);
  if (articles.size() > 1) return articles;
  std::vector<TaggedArticle> cut;
  for (auto& sentence : articles[0]) {
    if (cut.empty() || cut.back().size() >= sentences_per_article) cut.emplace_back();
    cut.back().push_back(std::move(sentence));
  }
  return cut;
}

Lexicon read_lexicon(const std::string& folder) {
  NameTable table;
  add_names(read_data_file(folder + "/names.tsv.zst"), table);
  add_names(read_data_file(folder + "/triggers.tsv"), table);
  Lexicon lexicon;
  lexicon.assign({table.begin(), table.end()}, parse_words(read_data_file(folder + "/words.tsv.zst")),
                 parse_vectors(read_data_file(folder + "/vectors.tsv.zst")));
  return lexicon;
}

}  // namespace dateline
