// The tagger: names in a text, and words with tags as --annotate --tokens reads them.
#include <algorithm>
#include <sstream>
#include <string>

#include "common/text/columns.h"
#include "common/text/paragraphs.h"
#include "indexer/entities/annotate.h"
#include "indexer/entities/entity_tagger.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

namespace {

void check_mentions(std::string_view text, const std::vector<Mention>& mentions) {
  std::uint32_t end = 0;
  for (const Mention& mention : mentions) {
    require(mention.begin < mention.end && mention.end <= text.size(), "a name is within its text");
    require(mention.begin >= end, "names do not overlap");
    end = mention.end;
    require(!trim(mention.canonical).empty(), "no name is blank");
    for (const char c : mention.canonical) {
      require(static_cast<unsigned char>(c) >= ' ', "no name has a control character");
    }
  }
}

void check_folded(const std::vector<ArticleName>& names, const std::vector<Mention>& mentions) {
  std::size_t counted = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    require(names[i].count > 0, "every name is mentioned");
    counted += names[i].count;
    require(i == 0 || is_more_salient(names[i - 1], names[i]), "names are in their order, each once");
  }
  require(counted == mentions.size(), "every mention is counted");
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

void fuzz_entities(std::string_view input) {
  static EntityTagger tagger;
  Pieces pieces(input);
  const std::size_t kind = pieces.number(8);
  const std::string text(pieces.rest());
  std::ostringstream out;
  if (kind == 1) {
    std::istringstream in(text);
    annotate_tokens(tagger, in, out);
    return;
  }
  const std::vector<Mention> mentions = tagger.tag(text);
  check_mentions(text, mentions);
  check_folded(fold_mentions(mentions, lead_end(text)), mentions);
  annotate_text(tagger, "a\tb\nc", text, AnnotationFormat::Tsv, out);
  require(lines_of(out.str()) == mentions.size(), "a mention is a line, and as often the same");
  if (kind != 2) return;  // making a tagger takes longer than all before
  EntityTagger fresh;
  const std::vector<Mention> again = fresh.tag(text);
  require(again.size() == mentions.size(), "what is found depends on the text alone");
  for (std::size_t i = 0; i < again.size(); ++i) {
    require_equal(again[i].canonical, mentions[i].canonical, "names depend on the text alone");
  }
}

}  // namespace dateline::fuzz
