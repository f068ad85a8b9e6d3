#include "searcher/match/plan.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "searcher/match/match_set.h"
#include "searcher/match/query_terms.h"
#include "searcher/match/record_lists.h"

namespace dateline {

namespace {

using Kind = Node::Kind;

/// Not Xapian::Query::MatchAll, whose count of references all threads would share.
Xapian::Query every_article() { return Xapian::Query(std::string()); }

/// The articles of a list that is made when a segment is opened.
class ListSource : public Xapian::PostingSource {
 public:
  using List = std::function<std::vector<Xapian::docid>(const Xapian::Database&)>;

  explicit ListSource(List list) : list_(std::move(list)) {}

  void init(const Xapian::Database& database) override {
    numbers_ = list_(database);
    at_ = 0;
    begun_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  Xapian::docid get_docid() const override { return numbers_[at_]; }
  bool at_end() const override { return begun_ && at_ >= numbers_.size(); }

  void next(double) override {
    if (begun_) ++at_;
    begun_ = true;
  }
  void skip_to(Xapian::docid document, double) override {
    begun_ = true;
    const auto from = numbers_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(from, numbers_.end(), document) -
                                   numbers_.begin());
  }
  ListSource* clone() const override { return new ListSource(list_); }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(numbers_.size()); }

  List list_;
  std::vector<Xapian::docid> numbers_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

Xapian::Query of_list(ListSource::List list) {
  return Xapian::Query((new ListSource(std::move(list)))->release());
}

class Planner {
 public:
  Planner(Stemmer& stemmer, const std::vector<std::string>& roots)
      : stemmer_(stemmer), roots_(roots) {}

  /// A query that every article matching `node` matches.
  Xapian::Query candidates(const Node& node, bool in_title) {
    const Xapian::Query query = unweighted(node, in_title);
    if (node.weight == 1) return query;
    return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, node.weight);
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
  Xapian::Query unweighted(const Node& node, bool in_title) {
    switch (node.kind) {
      case Kind::Word:
      case Kind::Phrase:
        return words(node);
      case Kind::Pattern: {
        const auto stems = stem_terms(node, stemmer_);
        return Xapian::Query(Xapian::Query::OP_OR, stems.begin(), stems.end());
      }
      case Kind::And:
        return all_of(node, in_title);
      case Kind::Or:
        return any_of(node, in_title);
      case Kind::Not:
        if (in_title || !decided_by_postings(node.children[0])) return every_article();
        return Xapian::Query(Xapian::Query::OP_AND_NOT, every_article(),
                             candidates(node.children[0], false));
      case Kind::Near:
        return near(node, in_title);
      case Kind::Letters:
        return candidates(node.children[0], in_title);
      case Kind::Zone:
        return candidates(node.children[0], true);
      case Kind::AtLeast:
        return frequent(node, in_title);
      default:
        if (node.kind == Kind::All || unknown_to_postings(node.kind)) return every_article();
        return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, filter(node), 0);
    }
  }

  Xapian::Query near(const Node& node, bool in_title) {
    if (node.proximity.negated) return candidates(node.children[0], in_title);
    const Xapian::Query both = all_of(node, in_title);
    const std::string pair = near_pair_term(node);
    return pair.empty() ? both
                        : Xapian::Query(Xapian::Query::OP_FILTER, both, Xapian::Query(pair));
  }

  Xapian::Query frequent(const Node& node, bool in_title) {
    const Xapian::Query child = candidates(node.children[0], in_title);
    const std::string term = frequent_term(node, stemmer_);
    if (term.empty()) return child;
    const auto list = [term, times = node.number](const Xapian::Database& segment) {
      return frequent_list(term, times, segment);
    };
    return Xapian::Query(Xapian::Query::OP_FILTER, child, of_list(list));
  }

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
    return has_filter_terms(node) || has_record_list(node.kind);
  }

  /// REQUIRES is_filter(node).
  Xapian::Query filter(const Node& node) const {
    if (has_record_list(node.kind)) {
      return of_list([node, roots = roots_](const Xapian::Database& segment) {
        return record_list(node, segment, roots);
      });
    }
    const auto terms = filter_terms(node);
    return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
  }

  Stemmer& stemmer_;
  const std::vector<std::string>& roots_;
};

bool has_words(const Node& node) {
  if (node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Pattern) {
    return true;
  }
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
