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
  const char* left_out;  ///< second words of pairs that more than 2 % of articles have
};

// The order is on disk: a word's number makes its terms. The first 32 tell English (indexer/build/language.h).
constexpr CommonWord kWords[kCommonWords] = {
    {"the",
     "will more work people one time year us state other new president use help government "
     "need first nation country come many day"},
    {"of",
     "the and a that it be this you an our all their more work people one time what who make "
     "year us your state other new which president some how these government his them nation "
     "many my"},
    {"to",
     "the and a that it be not have this you an our all their more work people one also what "
     "make year us your do state other new which president some use how these help "
     "government go need just his them get take come many my"},
    {"and",
     "the of to a in is that for it was on be with as by he at not have or this are from we "
     "i you an they has our will all can their more so work people one also what who make "
     "year your do state other new there president some use how when if these help "
     "government go here just his get over now said take because many my"},
    {"a", "more people one time year state new president government first nation country day"},
    {"in",
     "the to and a in that it with as this we i you an our all their more so one time what "
     "make year your other new which there some these help government need just his many my"},
    {"is",
     "the to and a in is that for it on be as at not this we i you an our all more so work "
     "about one also what make your do there use how when if like go here just get now "
     "because my"},
    {"that",
     "the of to and a in is that for it was on with as by he at not have this are from we i "
     "you but an they had has our will all can their more so work been people one time also "
     "what make your do other there president some use how when if like these help were "
     "government go here need just his first over would now said take because come many day "
     "my"},
    {"for",
     "the and a that it be this you an our all their more so work people one what make year "
     "us your other new which president some how these help government his them over take "
     "many my"},
    {"it",
     "the to and a in is that for it was on with as not this we i you but an had has will "
     "all can more so work about been time also what make use if like help out go need up "
     "just would now take because come"},
    {"was", "the to a in that on not an so about one also there go just"},
    {"on",
     "the to and a in that it this you an our all their one what your some how these his my"},
    {"be", "the to and a in that on with as at an our more so work one do there use here"},
    {"with",
     "the and a that it this you an our all their more so about one what us your other which "
     "president some these just his them over many my"},
    {"as", "the of to a it he this we i you an they our their one your president if many my"},
    {"by", "the and a this our all their your president"},
    {"he", "and is was had has will been also go would said"},
    {"at", "the a that it this an our all their what your some"},
    {"not", "the to a in be as have an been what do go just get because"},
    {"have",
     "the to and a in that it on not this you an had our all more so work been people one "
     "time also your some use these help just them said come"},
    {"or", "the to a in not have you more what your other how"},
    {"this",
     "the to and a in is was with as this we i but has will can work one time make year "
     "state new nation would because country day"},
    {"are",
     "the to and a in on be with as at not we you they will all more so work also make your "
     "do there some use help out go here just get now take come many"},
    {"from",
     "the to a that it be this you an our all their one what your other new here his them "
     "now my"},
    {"we",
     "have are had will all can work also make do use were go need want just get would now "
     "said take"},
    {"i", "was have had will can also do like go need want just get would said"},
    {"you",
     "the to and a in is that for it on with as have this are we i you but had will all can "
     "so work about what who make do like were go here need want just get would said take "
     "because come"},
    {"but",
     "the to a in that for it on with as he at not this we i you they all more one also what "
     "there when if here now because"},
    {"an", ""},
    {"they", "have are had will can work also make do were need want just get would said come"},
    {"had", "the to a an been some"},
    {"has", "the to a not an been also help said come"},
    {"our", "work people time state government first nation country"},
    {"will", "to be not have you work also make do help go need get take come"},
    {"all",
     "the of to and in that for it have this are we i you our their about people who your "
     "these over"},
    {"can", "to and be have we i you work also make do use help go get now take"},
    {"their", "work time government need first country"},
    {"more", "of to and in that on with work about people time like than"},
    {"so", "the in that for it with as he this we i you they what there when if many my"},
    {"work", "the of to and in is that for it on with as at we but will more so out"},
    {"about", "the of to and a that it this you our all their what who your how these his"},
    {"been", "the to and a in an more so work do some use here"},
    {"people",
     "the of to and in that for it on with as have are from we i but they will all can about "
     "who like were here want"},
    {"one", "of and in is that more who year nation day"},
    {"time", "the of to and a in is that for it on with as this we i you but they will when"},
    {"also", "the to a be have work been make help go need want said"},
    {"what",
     "the to a is that it was he at this are we i you they has our will can people make your "
     "do go would"},
    {"who", "is was have are we i you they had has will can work do help were need want would"},
    {"make", "the a that it this an our their more us your some these them"},
    {"year", "the of to and in that for it on with as this from we i but so there when now"},
    {"us", "the to and a in that on with as have are from we all who here into"},
    {"your", "work president help country"},
    {"do",
     "the to and a in is that for it with as not have this we i you but they our all their "
     "more so what some"},
    {"state", "the of to and in is that as have or but has will president government"},
    {"other", "to and people government than nation country"},
    {"new", "and"},
    {"which", "the is was he have are we i they has will can make were would"},
    {"there", "to and a is that for was have are we you has will who were"},
    {"president", "the of to and in is that for it on at we i you has"},
    {"some", "of more people time other were"},
    {"use", "the of to and a in that for it as by this their"},
    {"how", "the to it this are we you they our can do would many"},
    {"when", "the a it he we i you they our their people there"},
    {"if", "the a that it this we i you they your there"},
    {"like", "the to a that it this we you all more so"},
    {"these", "are people day"},
    {"help", "the of to and in that with from you our people make us them"},
    {"were", "the to a in not from also some go just"},
    {"government", "the of to and in is that are has will"},
    {"out", "the of to and a in that for on with more what there how here"},
    {"go", "to and in on out up into"},
    {"here",
     "the to and a in is that for it on with as at this are from we i but what who because"},
    {"need", "the of to and a in for it this you your help"},
    {"up", "the to and a in for on with at our their your here"},
    {"than", "the a that it we you they one year just"},
    {"want", "the to a you them"},
    {"just",
     "the to and a in that for be as have had about been one make how like go want because"},
    {"his", "work"},
    {"them", "the to and a in that for on with as are we but all here"},
    {"first", "of and time"},
    {"get", "the to a in that it this an our their more your there some out them into"},
    {"over", "the to and a this their time there"},
    {"nation", "of to and in that on have"},
    {"would", "be not have you also make like take"},
    {"now", "the to and in is that it as have this we i you there if"},
    {"said", "the to in that it on he this we i they there"},
    {"take", "the to a that it on this their time some over"},
    {"because", "the of in that it as he this we i you they our what there when if"},
    {"into", "the a this our their your"},
    {"country",
     "the to and in is that it on with as have this are from we i but they has will so who "
     "which like"},
    {"come", "to and in on with from out here up"},
    {"many", "of more people year other"},
    {"day", "the of to and in that for with we i when"},
    {"my", "first"},
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
