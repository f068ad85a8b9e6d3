#include "searcher/match/plan.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "searcher/match/match_set.h"
#include "searcher/match/query_terms.h"
#include "searcher/match/text_matcher.h"

namespace dateline {

namespace {

using Kind = Node::Kind;

/// Not Xapian::Query::MatchAll, whose count of references all threads would share.
Xapian::Query every_article() { return Xapian::Query(std::string()); }

/// The articles whose path matches a pattern: a walk over the file records.
class PathSource : public Xapian::ValuePostingSource {
 public:
  PathSource(std::string pattern, std::vector<std::string> roots)
      : Xapian::ValuePostingSource(schema::kFileSlot),
        pattern_(std::move(pattern)),
        roots_(std::move(roots)) {}

  void next(double min_weight) override {
    do {
      Xapian::ValuePostingSource::next(min_weight);
    } while (!at_end() && !matches());
  }

  void skip_to(Xapian::docid document, double min_weight) override {
    Xapian::ValuePostingSource::skip_to(document, min_weight);
    if (!at_end() && !matches()) next(min_weight);
  }

  bool check(Xapian::docid document, double min_weight) override {
    return Xapian::ValuePostingSource::check(document, min_weight) && (at_end() || matches());
  }

  void init(const Xapian::Database& database) override {
    Xapian::ValuePostingSource::init(database);
    set_termfreq_min(0);
    set_termfreq_est(get_termfreq_max() / 2);
  }

  PathSource* clone() const override { return new PathSource(pattern_, roots_); }

 private:
  bool matches() const {
    return path_matches(schema::absolute_path(roots_, schema::decode_file(get_value())), pattern_);
  }

  std::string pattern_;
  std::vector<std::string> roots_;
};

class Planner {
 public:
  Planner(Stemmer& stemmer, const std::vector<std::string>& roots)
      : stemmer_(stemmer), roots_(roots) {}

  /// A query that every article matching `node` matches.
  Xapian::Query candidates(const Node& node, bool in_title) {
    switch (node.kind) {
      case Kind::All:
        return every_article();
      case Kind::Word:
      case Kind::Phrase:
        return words(node);
      case Kind::And:
        return all_of(node, in_title);
      case Kind::Or:
        return any_of(node, in_title);
      case Kind::Not:
        if (in_title || !decided_by_postings(node.children[0])) return every_article();
        return Xapian::Query(Xapian::Query::OP_AND_NOT, every_article(),
                             candidates(node.children[0], false));
      case Kind::Zone:
        return candidates(node.children[0], true);
      default:
        return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, filter(node), 0);
    }
  }

  /// What must still be decided on a candidate of `node`.
  static Node residual(const Node& node) {
    if (decided_by_postings(node)) return Node{};
    if (node.kind != Kind::And) return node;
    Node rest;
    rest.kind = Kind::And;
    for (const Node& child : node.children) {
      Node of_child = residual(child);
      if (of_child.kind != Kind::All) rest.children.push_back(std::move(of_child));
    }
    return rest.children.size() == 1 ? Node(rest.children[0]) : rest;
  }

 private:
  Xapian::Query words(const Node& node) {
    const auto stems = stem_terms(node, stemmer_);
    const auto pairs = pair_terms(node);
    const Xapian::Query all(Xapian::Query::OP_AND, stems.begin(), stems.end());
    if (pairs.empty()) return all;
    return Xapian::Query(Xapian::Query::OP_FILTER, all,
                         Xapian::Query(Xapian::Query::OP_AND, pairs.begin(), pairs.end()));
  }

  Xapian::Query all_of(const Node& node, bool in_title) {
    std::vector<Xapian::Query> scored;
    std::vector<Xapian::Query> filters;
    std::vector<Xapian::Query> excluded;
    for (const Node& child : node.children) {
      if (child.kind == Kind::Not && !in_title && decided_by_postings(child.children[0])) {
        excluded.push_back(candidates(child.children[0], false));
      } else if (is_filter(child)) {
        filters.push_back(filter(child));
      } else {
        scored.push_back(candidates(child, in_title));
      }
    }
    Xapian::Query all(Xapian::Query::OP_AND, scored.begin(), scored.end());
    if (!filters.empty()) {
      const Xapian::Query filtering(Xapian::Query::OP_AND, filters.begin(), filters.end());
      all = scored.empty() ? Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, filtering, 0)
                           : Xapian::Query(Xapian::Query::OP_FILTER, all, filtering);
    } else if (scored.empty()) {
      all = every_article();
    }
    if (excluded.empty()) return all;
    return Xapian::Query(Xapian::Query::OP_AND_NOT, all,
                         Xapian::Query(Xapian::Query::OP_OR, excluded.begin(), excluded.end()));
  }

  Xapian::Query any_of(const Node& node, bool in_title) {
    std::vector<Xapian::Query> children;
    for (const Node& child : node.children) children.push_back(candidates(child, in_title));
    return Xapian::Query(Xapian::Query::OP_OR, children.begin(), children.end());
  }

  static bool is_filter(const Node& node) {
    return has_filter_terms(node) || node.kind == Kind::Path;
  }

  /// REQUIRES is_filter(node).
  Xapian::Query filter(const Node& node) const {
    if (node.kind == Kind::Path)
      return Xapian::Query((new PathSource(node.value, roots_))->release());
    const auto terms = filter_terms(node);
    return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
  }

  Stemmer& stemmer_;
  const std::vector<std::string>& roots_;
};

bool has_words(const Node& node) {
  if (node.kind == Kind::Word || node.kind == Kind::Phrase) return true;
  return node.kind != Kind::Not &&
         std::any_of(node.children.begin(), node.children.end(), has_words);
}

}  // namespace

Plan make_plan(const Node& query, Stemmer& stemmer, const std::vector<std::string>& roots) {
  Planner planner(stemmer, roots);
  Plan plan;
  plan.candidates = planner.candidates(query, false);
  plan.residual = Planner::residual(query);
  plan.ranked = has_words(query);
  if (plan.exact() && plan.candidates.get_type() == Xapian::Query::LEAF_TERM) {
    plan.single_term = *plan.candidates.get_terms_begin();
  }
  return plan;
}

}  // namespace dateline
