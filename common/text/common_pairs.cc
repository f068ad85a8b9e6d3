#include "common/text/common_pairs.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string_view>

#include "common/index/schema.h"

namespace dateline {

namespace {

struct CommonWord {
  const char* word;
  const char* left_out;  ///< second words of pairs that more than 1.5 % of articles have
};

// The order is on disk: a word's number makes its terms. The first 32 tell English (indexer/build/language.h).
constexpr CommonWord kWords[kCommonWords] = {
    {"the",
     "will more work people one time year us state other new president use help government "
     "need first nation country come many day"},
    {"of",
     "the and a that it be at not have this you an our all their more so work people one "
     "time what who make year us your do state other new which president some use how these "
     "government just his them nation country many day my"},
    {"to",
     "the and a in that it be as not have this you an our all their more work people one "
     "also what make year us your do state other new which president some use how these help "
     "government go need want just his them get take come many day my"},
    {"and",
     "the of to a in is that for it was on be with as by he at not have or this are from we "
     "i you an they had has our will all can their more so work about people one time also "
     "what who make year your do state other new which there president some use how when if "
     "like these help were government go here need want just his first get over nation would "
     "now said take because come many my"},
    {"a",
     "more work people one time year state new president government first nation country day"},
    {"in",
     "the to and a in that for it on with as this we i you an our all their more so one time "
     "what make year your other new which there some how when these help government need "
     "just his over many my"},
    {"is",
     "the to and a in is that for it on be with as at not this from we i you an our all more "
     "so work about one time also what make your do there use how when if like go here need "
     "just get over now because come my"},
    {"that",
     "the of to and a in is that for it was on be with as by he at not have this are from we "
     "i you but an they had has our will all can their more so work about been people one "
     "time also what who make year your do other which there president some use how when if "
     "like these help were government go here need just his first get over would now said "
     "take because come many day my"},
    {"for",
     "the and a in that it be have this you an our all their more so work people one what "
     "make year us your do other new which president some use how these help government his "
     "them over take come many my"},
    {"it",
     "the to and a in is that for it was on be with as by not or this we i you but an they "
     "had has our will all can more so work about been people one time also what make there "
     "use if like help out go need up just first get over would now take because into come"},
    {"was", "the to a in that on at not an so about one also there like go here just"},
    {"on",
     "the to and a in that for it this you an our all their one time what make us your other "
     "which some how these his them my"},
    {"be",
     "the to and a in that on with as at an our more so work one your do there some use here "
     "my"},
    {"with",
     "the and a that it be this you an our all their more so about people one what us your "
     "state other new which president some these help government just his them over many my"},
    {"as",
     "the of to a that it with he this we i you an they our their people one your president "
     "some if many my"},
    {"by", "the and a this an our all their make your which president some use"},
    {"he", "and is was had has will been also go want would said"},
    {"at", "the a that it this an our all their work about one time what your which some"},
    {"not",
     "the to a in that for on be as have an all so work about been what who make do go just "
     "get because come"},
    {"have",
     "the to and a in that for it on as not this you an had our all their more so work about "
     "been people one time also your some use these help here just them now said come"},
    {"or", "the to a in that not have are you an more what your other how if"},
    {"this",
     "the to and a in is for it was with as this we i but they has will all can work one "
     "time make year state new nation would because country come day"},
    {"are",
     "the to and a in that on be with as at not have or we you they our will all more so "
     "work about one also make your do there some use help out go here need just get now "
     "take come many"},
    {"from",
     "the to a that it be this you an our all their one what us your other new which here "
     "his them now my"},
    {"we",
     "as have are had will all can work also make do use help were go need want just get "
     "would now said take come"},
    {"i",
     "was have are had will can work also do use like go need want just first get would said"},
    {"you",
     "the to and a in is that for it on with as have this are we i you but had will all can "
     "so work about also what who make do there president use like were go here need want "
     "just get would said take because come"},
    {"but",
     "the to a in that for it on with as by he at not have this we i you they our all more "
     "one also what there when if these here now because my"},
    {"an", ""},
    {"they",
     "have are had will all can work also make do use were go need want just get would said "
     "take come"},
    {"had", "the to a not an been some"},
    {"has", "the to a not an had work been also help said come"},
    {"our", "work people time state new government first nation country"},
    {"will", "of to be not have we you work also make do help go need get take come"},
    {"all",
     "the of to and in that for it have this are we i you our their so about people who your "
     "do other these here over"},
    {"can", "to and be have we i you work also make do use help go get now take come"},
    {"their", "work time government need first country"},
    {"more", "of to and in that for on with we work about people time year like than just"},
    {"so",
     "the to in that for it on with as he this we i you they our all what there when if "
     "these here now many my"},
    {"work",
     "the of to and in is that for it on with as at this we you but will more so out here "
     "over"},
    {"about",
     "the of to and a in is that it this you our all their what who your some how these "
     "government his them my"},
    {"been", "the to and a in on at an more so work about do there some use here take"},
    {"people",
     "the of to and a in is that for it on with as at have are from we i you but they will "
     "all can so work about who if like were out here than want would"},
    {"one", "of to and in is that or we more people who year nation day"},
    {"time",
     "the of to and a in is that for it on with as this we i you but they will so about when"},
    {"also",
     "the to a in for be have from has work about been make use like help go need want said"},
    {"what",
     "the to a in is that it was he at have this are we i you they has our will can their "
     "people make your do were go would my"},
    {"who",
     "is was have are we i you they had has will can work make do help were need want would "
     "said"},
    {"make", "the and a that it this you an our their more us your some these government up them"},
    {"year",
     "the of to and a in is that for it on with as at or this from we i but they so also "
     "there when now"},
    {"us",
     "the to and a in that for it on with as at have are from we i but all so who here into"},
    {"your", "work president help government first country"},
    {"do",
     "the to and a in is that for it on with as not have this we i you but they our all "
     "their more so what some here just"},
    {"state",
     "the of to and in is that for it with as have or are we i but has will president "
     "government"},
    {"other", "to and in are people government than nation country"},
    {"new", "and"},
    {"which", "the is it was he have this are we i they has will can also make were would"},
    {"there",
     "the to and a in is that for was with he have are we you but an has will so been one "
     "who some were go would"},
    {"president", "the of to and in is that for it on at we i you but has who president"},
    {"some", "of have more people time other were"},
    {"use", "the of to and a in that for it as by this an our their your them"},
    {"how", "the to it this are we you they our can do would many"},
    {"when", "the a that it he we i you they our their people there my"},
    {"if", "the a that it he not this we i you they your there"},
    {"like", "the to and a that it this we i you they all more so what your these many"},
    {"these", "are people were day"},
    {"help", "the of to and in that with from you our people make us your other them"},
    {"were", "the to a in on be not from all more work also do there some use go here just"},
    {"government", "the of to and in is that for it have are we has will can"},
    {"out", "the of to and a in that for on with their more what there how here"},
    {"go", "to and in on from out up into"},
    {"here",
     "the to and a in is that for it on with as at this are from we i you but so what who "
     "because"},
    {"need", "the of to and a in is that for it this you more your help because"},
    {"up", "the to and a in that for on with by at from our their so your here"},
    {"than", "the a that it this we i you they people one year just"},
    {"want", "the to a it you our us them"},
    {"just",
     "the to and a in that for on be as have this an had so about been one make how like go "
     "here want get because"},
    {"his", "work first"},
    {"them", "the to and a in that for on with as have are from we i but all so what when here"},
    {"first", "of and time"},
    {"get", "the to a in that it on this you an our their more your there some out up them into"},
    {"over", "the to and a this their people time year there these here"},
    {"nation", "the of to and in that on as have are from we"},
    {"would", "be not have you also make do like take"},
    {"now", "the to and a in is that for it as have this we i you but they what there if"},
    {"said", "the to and in is that it on he this we i you they there"},
    {"take", "the to a that it on this their more time your some over"},
    {"because", "the of a in that it as he this we i you they our their what there some when if"},
    {"into", "the a that it this an our their your"},
    {"country",
     "the of to and in is that for it on with as have this are from we i but they has will "
     "can so who which like because"},
    {"come", "to and in on with from out here up"},
    {"many", "of more people time year other"},
    {"day", "the of to and in is that for it with we i but so when"},
    {"my", "time first country"},
};

unsigned number_of(std::string_view word) {
  unsigned number = 0;
  while (kWords[number].word != word) ++number;
  return number;
}

/// Bit b of [a]: the pair a b is not indexed.
using LeftOut = std::array<std::bitset<kCommonWords>, kCommonWords>;

LeftOut read_left_out() {
  LeftOut left_out;
  for (unsigned first = 0; first < kCommonWords; ++first) {
    std::string_view rest = kWords[first].left_out;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      left_out[first].set(number_of(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return left_out;
}

}  // namespace

const char* common_word(unsigned number) { return kWords[number].word; }

bool is_indexed_pair(unsigned first, unsigned second) {
  static const LeftOut kLeftOut = read_left_out();
  return !kLeftOut[first][second];
}

std::string common_pair_term(unsigned first, unsigned second) {
  if (!is_indexed_pair(first, second)) return {};
  return {schema::kCommonPairPrefix, static_cast<char>('!' + first),
          static_cast<char>('!' + second)};
}

}  // namespace dateline
