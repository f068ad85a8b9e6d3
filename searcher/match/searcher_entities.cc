// What a Searcher tells of people, organisations and places: the matches are its part, the counting
// that of searcher/about.
#include "searcher/about/entity_list.h"
#include "searcher/about/entity_page.h"
#include "searcher/about/network.h"
#include "searcher/match/searcher.h"

namespace dateline {

Matches Searcher::all_matches(const Node& query) {
  const Plan plan = this->plan(query);
  Matches found;
  for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
    found.push_back(matches(query, plan, part));
  }
  return found;
}

CountArticles Searcher::counter_of_names() {
  return [this](const std::vector<std::string>& names) {
    return std::uint64_t{articles_with(names).size()};
  };
}

EntityList Searcher::entities(const EntityListRequest& request) {
  read_names();
  return with_xapian("list the names", [&] {
    EntityCounter counter(snapshot_, *vocabulary_, *entities_, all_matches(request.query));
    return list_entities(request, *vocabulary_, *entities_, counter);
  });
}

EntityPage Searcher::entity_page(const EntityPageRequest& request) {
  read_names();
  return with_xapian("look up " + request.name, [&] {
    EntityCounter counter(snapshot_, *vocabulary_, *entities_, all_matches(request.query));
    return EntityPageMaker(snapshot_, *vocabulary_, *entities_, counter, counter_of_names())
        .make(request);
  });
}

EntityNetwork Searcher::entity_network(const EntityNetworkRequest& request) {
  read_names();
  return with_xapian("count who is with whom", [&] {
    EntityCounter counter(snapshot_, *vocabulary_, *entities_, all_matches(request.query));
    return count_network(request, snapshot_, *vocabulary_, *entities_, counter);
  });
}

}  // namespace dateline
