// Telling cases of what the operators mean (searcher/match/README.md), by hand. Every operator in
// every other is left to tests/integration/differential_test.cc.

#include "searcher/match/text_matcher.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>

namespace dateline {
namespace {

using Kind = Node::Kind;

Node node(Kind kind, std::vector<Node> children = {}) {
  Node made;
  made.kind = kind;
  made.children = std::move(children);
  return made;
}

Node word(const std::string& text) {
  Node made = node(Kind::Word);
  made.words = {text};
  return made;
}

Node phrase(std::vector<std::string> words) {
  Node made = node(Kind::Phrase);
  made.words = std::move(words);
  return made;
}

Node near(Node left, Node right, Proximity how) {
  Node made = node(Kind::Near, {std::move(left), std::move(right)});
  made.proximity = how;
  return made;
}

Proximity words(std::uint32_t most) { return {Proximity::Unit::Words, most, false, false}; }
Proximity pre(std::uint32_t most) { return {Proximity::Unit::Words, most, true, false}; }
Proximity not_words(std::uint32_t most) { return {Proximity::Unit::Words, most, false, true}; }
const Proximity kSentence{Proximity::Unit::Sentence, 0, false, false};
const Proximity kParagraph{Proximity::Unit::Paragraph, 0, false, false};
const Proximity kNotSentence{Proximity::Unit::Sentence, 0, false, true};

Node letters(Node child, Letters how) {
  Node made = node(Kind::Letters, {std::move(child)});
  made.letters = how;
  return made;
}

Node zone(Node child, Zone::Part part, std::uint32_t count = 0) {
  Node made = node(Kind::Zone, {std::move(child)});
  made.zone = {part, count};
  return made;
}

Node at_least(std::uint32_t times, Node child) {
  Node made = node(Kind::AtLeast, {std::move(child)});
  made.number = times;
  return made;
}

class Given : public Candidate {
 public:
  explicit Given(StoredArticle stored) : stored_(std::move(stored)) {}
  ArticleWords words() override { return {stored_.article.title, stored_.article.text}; }
  const StoredArticle& stored() override { return stored_; }

 private:
  StoredArticle stored_;
};

StoredArticle article(const std::string& text, const std::string& title = "") {
  StoredArticle stored;
  stored.article.title = title;
  stored.article.text = text;
  return stored;
}

bool matches(const Node& query, const StoredArticle& stored) {
  Stemmer stemmer("english");
  TextMatcher matcher(query, stemmer);
  Given given(stored);
  return matcher.matches(given);
}

/// The same with much text around that has nothing to do with it, so that it is read in part only.
bool matches_in_long_text(const Node& query, const std::string& text) {
  std::string filling;
  for (int i = 0; i < 200; ++i) filling += "Nothing here belongs to what is looked for. ";
  return matches(query, article(filling + "\n" + text + "\n" + filling));
}

struct Row {
  const char* text;
  Node query;
  bool expected;
};

std::vector<Row> near_rows() {
  const Node oil = word("oil"), price = word("price"), rise = word("rise");
  return {
      {"oil prices", near(oil, price, words(1)), true},
      {"oil and prices", near(oil, price, words(1)), false},
      {"oil and prices", near(oil, price, words(2)), true},
      {"prices of oil", near(oil, price, words(2)), true},
      {"prices of oil", near(oil, price, pre(2)), false},
      {"oil of prices", near(oil, price, pre(2)), true},
      {"oil", near(oil, oil, words(5)), false},
      {"oil for oil", near(oil, oil, words(5)), true},
      {"the oil price", near(phrase({"oil", "price"}), price, words(5)), false},
      {"the oil price, a price", near(phrase({"oil", "price"}), price, words(5)), true},
      {"oil may rise price", near(near(oil, price, words(5)), rise, words(1)), true},
      {"oil a b c price d rise", near(near(oil, price, words(5)), rise, words(2)), true},
      {"oil a b c price d e rise", near(near(oil, price, words(5)), rise, words(2)), false},
      {"oil rise price", near(near(oil, price, pre(5)), rise, pre(5)), false},
      {"oil price rise", near(near(oil, price, pre(5)), rise, pre(5)), true},
      {"oil price", near(near(oil, price, words(5)), oil, words(5)), false},
      {"oil x oil price", near(near(oil, price, words(5)), oil, words(5)), true},
      {"price oil", near(oil, price, not_words(5)), false},
      {"price a b c d e oil", near(oil, price, not_words(5)), true},
      {"oil price a b oil", near(oil, phrase({"oil", "price"}), not_words(1)), true},
      {"the oil price", near(price, phrase({"oil", "price"}), not_words(1)), false},
      {"the oil price", near(phrase({"oil", "price"}), price, not_words(5)), true},
      {"Oil fell. Prices rose.", near(oil, price, kSentence), false},
      {"Oil fell for Mr. Smith as prices rose.", near(oil, price, kSentence), true},
      {"Oil fell. Prices rose.", near(oil, price, kParagraph), true},
      {"Oil fell.\n\nPrices rose.", near(oil, price, kParagraph), false},
      {"Oil fell. Prices rose.", near(oil, price, kNotSentence), true},
      {"Oil prices fell.", near(oil, price, kNotSentence), false},
      {"Erdoğan met O’Brien of the U.S. Army",
       near(near(word("erdogan"), phrase({"o'brien"}), words(2)), word("us"), words(3)), true},
  };
}

TEST(TextMatcher, KnowsWhatIsNear) {
  for (const Row& row : near_rows()) {
    EXPECT_EQ(matches(row.query, article(row.text)), row.expected) << row.text;
  }
}

TEST(TextMatcher, DecidesTheSameWhenItReadsInPart) {
  for (const Row& row : near_rows()) {
    EXPECT_EQ(matches_in_long_text(row.query, row.text), row.expected) << row.text;
  }
}

TEST(TextMatcher, NothingIsNearAcrossTitleAndText) {
  const Node query = near(word("oil"), word("price"), words(5));
  EXPECT_FALSE(matches(query, article("Prices rose", "Oil")));
  EXPECT_TRUE(matches(query, article("Nothing", "Oil prices")));
  EXPECT_FALSE(matches(near(word("oil"), word("price"), kParagraph), article("Prices", "Oil")));
}

TEST(TextMatcher, KnowsHowWordsAreWritten) {
  const StoredArticle us = article("The US told us. NATO, and Nato. Straße 5");
  EXPECT_TRUE(matches(letters(word("us"), Letters::Caps), us));
  EXPECT_TRUE(matches(letters(word("us"), Letters::NoCaps), us));
  EXPECT_FALSE(matches(letters(word("told"), Letters::Caps), us));
  EXPECT_TRUE(matches(letters(word("nato"), Letters::AllCaps), us));
  EXPECT_FALSE(matches(letters(word("strasse"), Letters::AllCaps), us));
  EXPECT_TRUE(matches(letters(word("5"), Letters::AllCaps), us));
  EXPECT_FALSE(matches(letters(phrase({"the", "us", "told"}), Letters::Caps), us));
  EXPECT_TRUE(matches(letters(phrase({"the", "us"}), Letters::Caps), us));
  EXPECT_FALSE(matches(near(letters(word("us"), Letters::NoCaps), word("told"), pre(1)), us));
}

TEST(TextMatcher, KnowsZones) {
  const std::string lead(250, 'x');
  const StoredArticle untitled =
      article("LONDON, May 1 (Reuters) - Oil rose. Gas fell " + lead + "\nCoal.");
  EXPECT_TRUE(matches(zone(word("oil"), Zone::Part::Title), untitled));
  EXPECT_FALSE(matches(zone(word("gas"), Zone::Part::Title), untitled));
  EXPECT_TRUE(matches(zone(word("gas"), Zone::Part::Lead), untitled));
  EXPECT_FALSE(matches(zone(word("coal"), Zone::Part::Lead), untitled));
  EXPECT_TRUE(matches(zone(node(Kind::Not, {word("coal")}), Zone::Part::Lead), untitled));
  EXPECT_TRUE(matches(zone(word("reuters"), Zone::Part::FirstWords, 4), untitled));
  EXPECT_FALSE(matches(zone(word("oil"), Zone::Part::FirstWords, 4), untitled));
  EXPECT_TRUE(matches(zone(word("gas"), Zone::Part::TitleOrLead), untitled));
  const StoredArticle titled = article("Oil rose " + lead + "\nCoal.", "Gas fell");
  const Node across = near(word("gas"), word("oil"), words(99));
  EXPECT_FALSE(matches(zone(word("oil"), Zone::Part::Title), titled));
  EXPECT_FALSE(matches(zone(across, Zone::Part::TitleOrLead), titled));
  EXPECT_FALSE(matches(zone(zone(word("oil"), Zone::Part::Lead), Zone::Part::Title), titled));
}

TEST(TextMatcher, CountsOccurrencesThatDoNotOverlap) {
  EXPECT_TRUE(matches(at_least(2, word("oil")), article("Oil is oil.")));
  EXPECT_TRUE(matches(at_least(3, word("oil")), article("Oil is oil.", "Oils")));
  EXPECT_FALSE(matches(at_least(3, word("oil")), article("Oil is oil.")));
  const Node either = node(Kind::Or, {phrase({"oil", "price"}), word("price")});
  EXPECT_FALSE(matches(at_least(2, either), article("The oil price")));
  EXPECT_TRUE(matches(at_least(2, either), article("The oil price, a price")));
  const Node pair = near(word("oil"), word("price"), words(3));
  EXPECT_FALSE(matches(at_least(2, pair), article("oil price oil")));
  EXPECT_TRUE(matches(at_least(2, pair), article("oil price oil price")));
}

TEST(TextMatcher, FindsNamesAsOperands) {
  StoredArticle stored = article("Mr Tokayev met Xi Jinping in Astana on Monday.");
  stored.article.names = {{EntityType::Person, "Kassym-Jomart Tokayev", 1, true},
                          {EntityType::Place, "Astana", 1, true}};
  Node person = node(Kind::Name);
  person.terms = {typed_name(EntityType::Person, "Kassym-Jomart Tokayev")};
  person.articles = std::make_shared<const std::vector<std::uint32_t>>(1, stored.id);
  EXPECT_TRUE(matches(person, stored));
  EXPECT_TRUE(matches(near(person, word("met"), pre(1)), stored));
  EXPECT_FALSE(matches(near(person, word("astana"), words(4)), stored));
  EXPECT_TRUE(matches(near(person, word("astana"), words(5)), stored));
}

std::string occurrences(const Node& query, const std::string& text) {
  Stemmer stemmer("english");
  TextMatcher matcher(query, stemmer);
  Article given;
  given.text = text;
  std::string out;
  for (const Occurrence& one : matcher.occurrences(given)) {
    out += (out.empty() ? "" : "|") + text.substr(one.begin, one.end - one.begin);
  }
  return out;
}

TEST(Occurrences, AreThoseThatTakePart) {
  const Node oil = word("oil"), price = word("price");
  EXPECT_EQ(occurrences(near(oil, price, words(2)), "Oil a b c d price: oils and prices"),
            "price|oils|prices");
  EXPECT_EQ(occurrences(near(oil, price, not_words(2)), "oil price a b c oil"), "oil");
  EXPECT_EQ(occurrences(letters(word("us"), Letters::Caps), "us in the US"), "US");
  EXPECT_EQ(occurrences(node(Kind::And, {oil, node(Kind::Not, {price})}), "price, oil"), "oil");
  const Node either = node(Kind::Or, {node(Kind::And, {oil, word("gas")}), word("coal")});
  EXPECT_EQ(occurrences(either, "oil, coal"), "coal");
}

// Texts that make some algorithms quadratic: seconds would be hours.
TEST(TextMatcher, TakesNoLongerForHostileTextsThanForTheirLength) {
  std::string alternating;
  for (int i = 0; i < 300'000; ++i) alternating += "oil price ";
  const StoredArticle stored = article(alternating);
  const std::clock_t start = std::clock();
  const Node oil = word("oil"), price = word("price"), gas = word("gas");
  const Node chain = near(near(oil, price, kSentence), price, words(50));
  EXPECT_FALSE(matches(near(near(oil, price, words(1000)), gas, words(1000)), stored));
  EXPECT_FALSE(matches(near(chain, gas, kParagraph), stored));
  EXPECT_FALSE(matches(near(oil, price, not_words(1)), stored));
  EXPECT_TRUE(matches(at_least(1000, near(oil, price, kSentence)), stored));
  EXPECT_LT((std::clock() - start) / CLOCKS_PER_SEC, 20);  // of processor time
}

}  // namespace
}  // namespace dateline
