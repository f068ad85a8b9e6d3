// The forms that answers come in.
#pragma once

namespace dateline {

enum class Format {
  Text,
  Json,
  Jsonl,
  Csv,
  Tsv,
  Ris,
  Bibtex,
  Paths,
  Trec,
  Names,   ///< of a list of names, these alone
  GraphMl  ///< of a network
};

/// All, in the order in which they are told.
inline constexpr Format kFormats[] = {Format::Text,   Format::Json,  Format::Jsonl, Format::Csv,
                                      Format::Tsv,    Format::Ris,   Format::Bibtex, Format::Paths,
                                      Format::Trec,   Format::Names, Format::GraphMl};

/// Of articles.
inline constexpr Format kArticleFormats[] = {Format::Text, Format::Json,   Format::Jsonl,
                                             Format::Csv,  Format::Tsv,    Format::Ris,
                                             Format::Bibtex, Format::Paths, Format::Trec};

inline bool is_table(Format format) { return format == Format::Csv || format == Format::Tsv; }

/// Forms that are made article by article and need nothing of the others: they have no limit of
/// their own and are written while the search goes on.
inline bool is_streamed(Format format) { return format != Format::Text && format != Format::Json; }

}  // namespace dateline
