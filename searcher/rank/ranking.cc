#include "searcher/rank/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "common/index/schema.h"

namespace dateline {

Ranking::Ranking(const Snapshot& snapshot, ArticleLengths& lengths, KeptPostings& postings,
                 Stemmer& stemmer, const SearchRequest& request)
    : snapshot_(snapshot),
      lengths_(lengths),
      sort_(request.sort),
      half_life_days_(request.ranking.half_life_days),
      today_(request.ranking.today),
      bm25_(request.ranking.bm25, snapshot.database().get_doccount(),
            snapshot.database().get_average_length()) {
  if (sort_ != SortOrder::Relevance) return;
  const std::size_t articles = snapshot.database().get_doccount();
  for (ScoredWord& word : scored_words(request.query, stemmer)) {
    std::size_t articles_with = 0;
    for (const std::string& stem : word.stems) {
      for (std::size_t part = 0; part < snapshot.parts().size(); ++part) {
        articles_with += postings.of(part).frequency(stem);
      }
    }
    const double weight = word.weight * bm25_.idf(static_cast<double>(std::min(articles_with, articles)));
    words_.push_back({std::move(word.stems), weight});
  }
}

std::vector<double> Ranking::keys(const Numbers& numbers, std::size_t part,
                                  PostingLists& lists) const {
  return sort_ == SortOrder::Relevance ? scores(numbers, part, lists) : days(numbers, part);
}

std::vector<double> Ranking::scores(const Numbers& numbers, std::size_t part,
                                    PostingLists& lists) const {
  std::vector<double> scores(numbers.size());
  if (words_.empty() || numbers.empty()) return scores;
  std::vector<double> norms(numbers.size());
  const std::vector<std::uint32_t> lengths = lengths_.of(numbers, part);
  for (std::size_t i = 0; i < numbers.size(); ++i) norms[i] = bm25_.norm(lengths[i]);
  AskedNumbers asked(numbers);
  std::vector<std::uint32_t> together;
  for (const ScoredWord& word : words_) {
    const auto add = [&](std::size_t i, std::uint32_t count) {
      scores[i] += word.weight * bm25_.share(count, norms[i]);
    };
    if (word.stems.size() == 1) {
      lists.look_up(word.stems.front(), asked, add);
      continue;
    }
    together.assign(numbers.size(), 0);
    for (const std::string& stem : word.stems) {
      lists.look_up(stem, asked, [&](std::size_t i, std::uint32_t count) { together[i] += count; });
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (together[i] > 0) add(i, together[i]);
    }
  }
  if (half_life_days_ > 0) {
    each_date(numbers, part,
              [&](std::size_t i, std::optional<Date> date) { scores[i] *= recency(date); });
  }
  return scores;
}

std::vector<double> Ranking::days(const Numbers& numbers, std::size_t part) const {
  std::vector<double> days(numbers.size(), -std::numeric_limits<double>::infinity());
  each_date(numbers, part, [&](std::size_t i, std::optional<Date> date) {
    if (date) days[i] = sort_ == SortOrder::Newest ? day_number(*date) : -day_number(*date);
  });
  return days;
}

template <class See>
void Ranking::each_date(const Numbers& numbers, std::size_t part, const See& see) const {
  const Xapian::Database& database = snapshot_.parts()[part];
  auto value = database.valuestream_begin(schema::kDateSlot);
  const auto end = database.valuestream_end(schema::kDateSlot);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (value != end) value.skip_to(numbers[i]);
    const bool has_date = value != end && value.get_docid() == numbers[i];
    see(i, has_date ? std::make_optional(schema::decode_date(*value)) : std::nullopt);
  }
}

double Ranking::recency(std::optional<Date> date) const {
  constexpr double kLeast = 1.0 / 1024;  // so that old articles still differ by what they say
  if (half_life_days_ <= 0) return 1;
  if (!date) return kLeast;
  const double age = std::max(0, day_number(today_) - day_number(*date));
  return std::max(kLeast, std::exp2(-age / half_life_days_));
}

}  // namespace dateline
