// BM25 (Robertson and Walker 1994), with the idf that is never negative. Pure numbers.
#pragma once

#include <cmath>

#include "searcher/rank/settings.h"

namespace dateline {

class Bm25 {
 public:
  /// `articles` and their mean length are those of the whole index, whatever is asked.
  Bm25(const Bm25Settings& settings, double articles, double mean_length)
      : articles_(articles),
        gain_(settings.k1 + 1),
        fixed_(settings.k1 * (1 - settings.b)),
        by_length_(mean_length > 0 ? settings.k1 * settings.b / mean_length : 0) {}

  /// What a word is worth that is in so many articles: ln(1 + (N - n + 0.5) / (n + 0.5)).
  double idf(double articles_with) const {
    return std::log(1 + (articles_ - articles_with + 0.5) / (articles_with + 0.5));
  }

  /// What the length of an article adds to the counts below the line.
  double norm(double length) const { return fixed_ + by_length_ * length; }

  /// What a word is worth for standing `count` times in an article with this norm, of 0 .. most():
  /// (k1 + 1) tf / (tf + norm).
  double share(double count, double norm) const { return gain_ * count / (count + norm); }

  double most() const { return gain_; }

 private:
  double articles_;
  double gain_;
  double fixed_;
  double by_length_;
};

}  // namespace dateline
