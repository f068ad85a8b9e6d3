#include "searcher/output/text_hits.h"

#include <algorithm>

#include "common/text/columns.h"
#include "searcher/output/name_text.h"
#include "searcher/output/names.h"
#include "searcher/output/numbers.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

constexpr std::size_t kWidestText = 100;  // longer lines are hard to read
constexpr std::size_t kFactIndent = 9;    // "section: "

std::size_t text_columns(const Terminal& terminal, std::size_t indent) {
  return std::min(terminal.columns, kWidestText) - indent;
}

/// Lines of `text`, indented, highlights painted.
std::string wrapped(std::string_view text, const std::vector<TextRange>& highlights,
                    std::size_t indent, const Terminal& terminal) {
  std::string out;
  for (const std::string_view line : wrap(text, text_columns(terminal, indent))) {
    const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
    const TextRange part{begin, begin + static_cast<std::uint32_t>(line.size())};
    out += std::string(indent, ' ') + highlighted(text, part, highlights, terminal) + '\n';
  }
  return out;
}

std::string date_text(const Article& article) {
  std::string text = article.date ? to_iso(*article.date) : "undated";
  if ((article.flags & ArticleFlags::kDateConflict) != 0) text += " (sources disagree)";
  return text;
}

/// The passage with "…" where it is cut.
Passage marked(Passage passage) {
  if (passage.cut_after) passage.text += "…";
  if (!passage.cut_before) return passage;
  const std::string dots = "…";
  passage.text = dots + passage.text;
  for (TextRange& range : passage.highlights) {
    range.begin += static_cast<std::uint32_t>(dots.size());
    range.end += static_cast<std::uint32_t>(dots.size());
  }
  return passage;
}

/// "+12 near copies, first published 2022-01-07 by Reuters (#17)"
std::string copies_text(const Hit& hit) {
  const NearCopies& copies = *hit.copies;
  std::string text = '+' + counted(copies.count, "near copy");
  if (copies.count != 1) text = '+' + with_commas(copies.count) + " near copies";
  if (copies.first.id == hit.id) return text + ", this one first";
  text += ", first published";
  if (copies.first.date) text += ' ' + to_iso(*copies.first.date);
  if (!copies.first.source.empty()) text += " by " + printable(copies.first.source);
  return text + " (#" + std::to_string(copies.first.id) + ')';
}

/// "score 12.35 = kazakhstan 6.21 (3 times, 1 in the title) + protest 3.10 (twice) + near each other 3.04"
std::string score_text(double score, const ScoreParts& parts) {
  constexpr int kDecimals = 2;
  std::string sum;
  for (const ScoreParts::Word& word : parts.words) {
    if (word.count == 0) continue;
    sum += (sum.empty() ? "" : " + ") + word.stem + ' ' + with_decimals(word.score, kDecimals) + " (" +
           with_commas(word.count) + "×";
    if (word.in_title > 0) sum += ", " + with_commas(word.in_title) + " in the title";
    if (word.in_lead > 0) sum += ", " + with_commas(word.in_lead) + " in the lead";
    sum += ')';
  }
  if (parts.proximity > 0) sum += " + near each other " + with_decimals(parts.proximity, kDecimals);
  if (parts.recency < 1) sum = "(" + sum + ") × age " + with_decimals(parts.recency, 4);
  return "score " + with_decimals(score, kDecimals) + " = " + sum;
}

std::string text_of_hit(const Hit& hit, std::size_t rank, std::size_t rank_width,
                        const PassageSettings& settings, const Terminal& terminal) {
  const std::string number = std::to_string(rank);
  const std::size_t indent = rank_width + 2;
  const std::string margin(indent, ' ');
  const std::string headline =
      printable(shorten(headline_line(hit.article), text_columns(terminal, indent)));
  std::string facts = date_text(hit.article);
  if (!hit.source.empty()) facts += "  " + printable(hit.source);
  facts += "  #" + std::to_string(hit.id);

  std::string score;
  if (hit.score_parts) {
    score = wrapped(score_text(hit.score, *hit.score_parts), {}, indent, terminal);
  }
  std::string copies;
  if (hit.copies && hit.copies->count > 0) {
    copies = margin + painted(copies_text(hit), Paint::Facts, terminal) + '\n';
  }
  std::string passages;
  for (const Passage& one : passages_of(hit, settings).all) {
    const Passage passage = marked(one);
    passages += wrapped(passage.text, passage.highlights, indent, terminal);
  }
  return std::string(rank_width - number.size(), ' ') + number + ". " +
         painted(headline, Paint::Headline, terminal) + '\n' + margin +
         painted(facts, Paint::Facts, terminal) + '\n' + margin +
         painted(printable(hit.path), Paint::Quiet, terminal) + '\n' + score + copies + passages;
}

/// The words that what is like an article was looked for by, in as many lines as they take.
std::string like_lines(const LikeWords& like, const Terminal& terminal) {
  if (like.asked.empty()) return "";
  std::string text = "like " + like.asked + ", by";
  for (const std::string& word : like.words) text += ' ' + word;
  std::string out;
  for (const std::string_view line : wrap(text, text_columns(terminal, 0))) {
    out += painted(printable(line), Paint::Quiet, terminal) + '\n';
  }
  return out;
}

std::string provenance(const Article& article) {
  std::string text;
  if (article.date) {
    std::string source = name_of(article.date_source);
    std::replace(source.begin(), source.end(), '_', ' ');
    text = to_iso(*article.date) + ", from the " + source;
  } else {
    text = "none";
  }
  if ((article.flags & ArticleFlags::kDateConflict) != 0) text += "; its sources disagree";
  if ((article.flags & ArticleFlags::kDateImpossible) != 0) text += "; a date in it is not a day";
  if ((article.flags & ArticleFlags::kDateAmbiguous) != 0) text += "; day and month may be swapped";
  return text;
}

std::string fact(const char* name, const std::string& value, const Terminal& terminal) {
  if (value.empty()) return "";
  std::string label = std::string(name) + ':';
  label.resize(kFactIndent, ' ');
  return painted(label, Paint::Facts, terminal) + printable(value) + '\n';
}

std::string facts_of(const Hit& hit, const Terminal& terminal) {
  const Article& article = hit.article;
  std::string out = fact("date", provenance(article), terminal);
  out += fact("source", hit.source, terminal);
  out += fact("author", article.author, terminal);
  out += fact("section", article.section, terminal);
  out += fact("url", article.url, terminal);
  out += fact("path", hit.path, terminal);
  out += fact("id", std::to_string(hit.id), terminal);
  const bool repaired = (article.flags & ArticleFlags::kBytesRepaired) != 0;
  out += fact("bytes", repaired ? "some were not UTF-8, read as Windows-1252" : "", terminal);
  const bool cut = (article.flags & ArticleFlags::kNamesCut) != 0;
  return out + fact("names", cut ? "more than an article keeps: those of least weight are not found" : "", terminal);
}

Paint paint_of(EntityType type) {
  switch (type) {
    case EntityType::Person:
      return Paint::Person;
    case EntityType::Organisation:
      return Paint::Organisation;
    default:
      return Paint::Place;
  }
}

/// What the query found, and the names where it found nothing.
std::vector<PaintedRange> painted_ranges(const Hit& hit) {
  std::vector<PaintedRange> ranges;
  for (const Occurrence& found : hit.occurrences) {
    ranges.push_back({{found.begin, found.end}, Paint::Highlight});
  }
  const auto is_found = [&](const NamePlace& place) {
    return std::any_of(hit.occurrences.begin(), hit.occurrences.end(), [&](const Occurrence& o) {
      return o.begin < place.end && place.begin < o.end;
    });
  };
  for (const NamePlace& place : hit.name_places) {
    if (!is_found(place)) ranges.push_back({{place.begin, place.end}, paint_of(place.type)});
  }
  std::sort(ranges.begin(), ranges.end(), [](const PaintedRange& a, const PaintedRange& b) {
    return a.range.begin < b.range.begin;
  });
  return ranges;
}

}  // namespace

std::string text_of(const Answer& answer, const Terminal& terminal) {
  const std::size_t first = answer.request.offset + std::size_t{1};
  const std::size_t last = answer.request.offset + answer.results.hits.size();
  std::string out = match_count(answer.results.total);
  if (answer.results.without_copies) {
    out += ", " + with_commas(*answer.results.without_copies) + " without near copies";
  }
  out += " (" + duration(answer.milliseconds) + ')';
  if (first > 1) out += ", from number " + with_commas(first);
  const bool is_told = answer.results.without_copies.has_value();
  if (answer.results.collapsed && !is_told) out += "; near copies are counted, but not shown";
  out += '\n';
  out += like_lines(answer.like, terminal) + taken_lines(answer.results.names, terminal);
  const std::size_t rank_width = std::to_string(last).size();
  std::size_t rank = first;
  for (const Hit& hit : answer.results.hits) {
    out += '\n' + text_of_hit(hit, rank++, rank_width, answer.passages, terminal);
  }
  return out;
}

std::string text_of_article(const Hit& hit, const Terminal& terminal) {
  const std::vector<PaintedRange> highlights = painted_ranges(hit);
  const std::string headline = headline_line(hit.article);
  std::string out;
  for (const std::string_view line : wrap(headline, text_columns(terminal, 0))) {
    out += painted(printable(line), Paint::Headline, terminal) + '\n';
  }
  out += facts_of(hit, terminal);
  const std::string_view text = hit.article.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view paragraph = text.substr(begin, end - begin);
    std::string lines;
    for (const std::string_view line : wrap(paragraph, text_columns(terminal, 0))) {
      const auto at = static_cast<std::uint32_t>(line.data() - text.data());
      const TextRange part{at, at + static_cast<std::uint32_t>(line.size())};
      lines += highlighted(text, part, highlights, terminal) + '\n';
    }
    if (!lines.empty()) out += '\n' + lines;
    begin = end + 1;
  }
  return out;
}

}  // namespace dateline
