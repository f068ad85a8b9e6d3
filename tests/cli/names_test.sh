#!/usr/bin/env bash
# The real programs on a scratch folder: people, organisations and places as a user sees them.
# names_test.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
source "${BASH_SOURCE[0]%/*}/checks.sh" "$@"

mkdir articles
printf 'Date: 2022-01-07\n\nVladimir Putin and Kassym-Jomart Tokayev met in Moscow. Mr Tokayev spoke.\n' \
  >articles/a.txt
printf 'Date: 2022-02-01\n\nPresident Vladimir Putin spoke in London about the United Nations.\n' \
  >articles/b.txt

tab=$'\t'
check "annotate" 0 "articles/b.txt${tab}28${tab}14${tab}person${tab}Vladimir Putin${tab}Vladimir Putin
articles/b.txt${tab}52${tab}6${tab}place${tab}London${tab}London
articles/b.txt${tab}69${tab}14${tab}org${tab}United Nations${tab}United Nations" \
  "$indexer" --annotate articles/b.txt
check "annotate as JSON" 0 '{"path":"articles/b.txt","offset":28,"length":14,"kind":"person","text":"Vladimir Putin","name":"Vladimir Putin"}' \
  bash -c '"$1" --annotate --format jsonl articles/b.txt | head -n 1' - "$indexer"
printf 'Putin\nspoke\nin\nLondon\n' >words.txt
check "annotate standard input" 0 "-${tab}0${tab}13${tab}person${tab}Angela Merkel${tab}Angela Merkel" \
  bash -c 'echo "Angela Merkel spoke." | "$1" --annotate -' - "$indexer"
check "annotate words of standard input" 0 "Angela${tab}B-PER
Merkel${tab}I-PER" bash -c 'printf "Angela\nMerkel\n" | "$1" --annotate --tokens -' - "$indexer"
check "annotate words" 0 "Putin${tab}B-PER
spoke${tab}O
in${tab}O
London${tab}B-LOC" "$indexer" --annotate --tokens words.txt
check "annotate goes on after a file that is not there" 1 "" \
  "$indexer" --annotate nowhere.txt
check_error "annotate nothing" 2 "dateline-index: --annotate: there is no file" \
  "$indexer" --annotate
check_error "format of nothing" 2 "dateline-index: --format goes with --annotate and --report only" \
  "$indexer" --format tsv articles --index x

"$indexer" articles --index index --entities on >/dev/null 2>&1 || { echo "no index made"; exit 1; }
export DATELINE_INDEX=$scratch/index
check "a family name" 0 1 "$search" --count person:TOKAYEV
check "a person and a place" 0 1 "$search" --count --person Putin --place London,Paris
check "without" 0 1 "$search" --count 'person:putin -place:london'
check "any kind of name" 0 1 "$search" --count 'entity:"united nations"'
check "says which names it took" 0 "1 article matches (TIME)
person:jomart is Kassym-Jomart Tokayev (1)

1. Vladimir Putin and Kassym-Jomart Tokayev met in Moscow.
   2022-01-07  articles  #1
   SCRATCH/articles/a.txt
   Mr Tokayev spoke." "$search" person:jomart
check "says it in JSON" 0 \
  '[{"field":"person","asked":"jomart","count":1,"names":[{"type":"person","name":"Kassym-Jomart Tokayev","articles":1}],"suggestions":[]}]' \
  bash -c '"$1" person:jomart --format json | sed "s/.*\"limit\":10,\"names\":\(.*\),\"total\".*/\1/"' - "$search"
check "names narrow a batch" 0 \
  '{"schema":1,"query":"spoke","total":1,"exact":true' \
  bash -c 'echo spoke | "$1" --batch - --place moscow | cut -d, -f1-4' - "$search"
check_error "an unknown name" 1 \
  "dateline-search: there is no person called tokaev in the index" "$search" person:tokaev
check "an unknown name has a suggestion" 0 1 \
  bash -c '"$1" person:tokaev 2>&1 | grep -c "did you mean Kassym-Jomart Tokayev (1)?"' - "$search"

check "facets" 0 'field,name,count
person,Vladimir Putin,2
place,London,1
year,2022,2
month,2022-01,1' bash -c '"$1" --facets person,place,year,month --facet-limit 1 --format csv | tr -d "\r"' - "$search"
check "facets of a query" 0 "1 article matches
place:moscow is Moscow (1)

person
Kassym-Jomart Tokayev  1  ██████████████████████████████████████████████████████
Vladimir Putin         1  ██████████████████████████████████████████████████████" \
  "$search" place:moscow --facets person
check_error "facets of nothing" 1 "dateline-search: nothing found" "$search" zebra --facets person
check "names are painted" 0 $'\e[33mVladimir Putin\e[0m and \e[33mKassym-Jomart Tokayev\e[0m \e[1;31mmet\e[0m in \e[32mMoscow\e[0m. Mr \e[33mTokayev\e[0m spoke.' \
  bash -c '"$1" --show 1 met --color always | tail -n 1' - "$search"
check "entities of a hit" 0 \
  '"entities":[{"type":"place","name":"London","count":1,"in_lead":true}' \
  bash -c '"$1" london --format jsonl | grep -o "\"entities\":[^}]*}"' - "$search"

check "all names" 0 'type,name,articles
person,Vladimir Putin,2
person,Kassym-Jomart Tokayev,1
place,London,1
place,Moscow,1
org,United Nations,1' bash -c '"$1" --entities --format csv | tr -d "\r"' - "$search"
check "names of a prefix" 0 "2 articles match

Kassym-Jomart Tokayev  person  1  ██████████████████████████████████████████████" \
  "$search" --entities jom
check "names of matches, of a kind" 0 "Vladimir Putin" \
  "$search" 'united nations' --entities --type person --format names
check "a page of names" 0 "Kassym-Jomart Tokayev
London" "$search" --entities --offset 1 --limit 2 --format names
check "aliases in JSON" 0 \
  '{"schema":1,"type":"person","name":"Kassym-Jomart Tokayev","articles":1,"aliases":[]}' \
  "$search" --entities tok --format jsonl
check_error "no name begins so" 1 "dateline-search: nothing found" "$search" --entities zz
check_error "--type without names" 2 \
  "dateline-search: --type goes with --entities, --about and --network only" \
  "$search" oil --type person
check_error "a kind that is none" 2 'dateline-search: --type "city" is none of person, org, place' \
  "$search" --entities --type org,city

check "about a person" 0 "Vladimir Putin, person: in 2 of 2 articles, in the lead of 2
first     2022-01-07  #1  Vladimir Putin and Kassym-Jomart Tokayev met in…
last      2022-02-01  #2  President Vladimir Putin spoke in London about the…
by month  2022-01 ██ 2022-02, most in 2022-01: 1
sources   articles 2

most often with, in articles
people                     organisations              places
Kassym-Jomart Tokayev   1  United Nations          1  London                  1
                                                      Moscow                  1

latest
2022-02-01  #2  President Vladimir Putin spoke in London about the United…
2022-01-07  #1  Vladimir Putin and Kassym-Jomart Tokayev met in Moscow." \
  "$search" --about putin
check "about a person in some articles" 0 '"total":1,"articles":1,"in_lead":1' \
  bash -c '"$1" --about putin --to 2022-01 --format json | grep -o "\"total\":.*lead\":[0-9]*"' - "$search"
check_error "about somebody unknown" 1 \
  "dateline-search: there is no person, organisation or place called tokaev in the index" \
  "$search" --about tokaev
check "about somebody unknown: near ones" 0 1 \
  bash -c '"$1" --about tokaev 2>&1 | grep -c "did you mean Kassym-Jomart Tokayev (1)?"' - "$search"
check_error "about nobody in these articles" 1 \
  "dateline-search: no matching article has Kassym-Jomart Tokayev" \
  "$search" --about tokayev london
check_error "about nothing" 2 'dateline-search: --about "!" lacks a name' "$search" --about '!'
check_error "a page has no table" 2 "dateline-search: --about has no csv form" \
  "$search" --about putin --format csv

check "a network" 0 'source,target,weight,cosine,source_type,target_type,source_articles,target_articles
Vladimir Putin,Kassym-Jomart Tokayev,1,0.7071,person,person,2,1
Vladimir Putin,London,1,0.7071,person,place,2,1' \
  bash -c '"$1" --network - --format csv --network-limit 3 | tr -d "\r"' - "$search"
check "a network of a kind, in a file" 0 "people.graphml: 2 names, 1 link, of 2 articles" \
  "$search" --network people.graphml --type person
check "the file" 0 1 grep -c '<edge id="e0" source="n0" target="n1"><data key="weight">1</data>' people.graphml
check "rare links left out, the file replaced" 0 "people.graphml: 2 names, 0 links, of 2 articles" \
  "$search" --network people.graphml --type person --network-min 2
check "the file again" 1 0 grep -c '<edge' people.graphml
check_error "a network in no form" 2 \
  "dateline-search: --network x.txt does not say in which form" "$search" --network x.txt
check_error "a network that cannot be written" 3 \
  "dateline-search: cannot write nowhere/x.csv: No such file or directory" \
  "$search" --network nowhere/x.csv
check_error "a network of nothing" 1 "dateline-search: nothing found" "$search" zebra --network x.csv
check_error "a form of networks only" 2 "dateline-search: --format graphml goes with --network only" \
  "$search" oil --format graphml
check_error "a network too large" 2 "dateline-search: --network-limit is from 1 to 5000" \
  "$search" --network x.csv --network-limit 5001
"$indexer" articles --index plain.index --entities off -q
check_error "an index without names" 1 \
  "dateline-search: the index was made without people, organisations and places" \
  "$search" --index plain.index --about putin

mkdir family
for day in 1 2 3; do
  printf 'Date: 2022-03-0%d\n\nAngela Merkel spoke in Berlin.\n' $day >family/$day.txt
done
printf 'Date: 2022-03-04\n\nThe visit to Merkel in Berlin was short, said Merkel.\n' >family/4.txt
"$indexer" family --index family.index --entities on -q || { echo "no index made"; exit 1; }
check "a family name alone is who has it" 0 'field,name,count
person,Angela Merkel,4' bash -c '"$1" --index family.index --facets person --format csv | tr -d "\r"' - "$search"
check "a full name has its articles" 0 4 \
  "$search" --index family.index --count 'person:"angela merkel"'
check "aliases of a page" 0 "also      Angela Merkel 3, Merkel 1" \
  bash -c '"$1" --index family.index --about merkel | grep "^also"' - "$search"
check "raw names have no aliases" 0 "Angela Merkel, person: in 3 of 4 articles, in the lead of 3
first     2022-03-01  #1  Angela Merkel spoke in Berlin." \
  bash -c '"$1" --index family.index --about "angela merkel" --raw-entities | head -n 2' - "$search"
check "another of that name" 0 "others    Merkel 1, Angela Merkel 3" \
  bash -c '"$1" --index family.index --about merkel --raw-entities | grep "^others"' - "$search"
check "raw names are as they are" 0 'field,name,count
person,Angela Merkel,3
person,Merkel,1' bash -c '"$1" --index family.index --raw-entities --facets person --format csv | tr -d "\r"' - "$search"

tab=$'\t'
printf '# ours\nmerge\tperson\tVladimir Putin\tPresident P.\nhide\tperson\tKassym-Jomart Tokayev\n{"rule":"retype","type":"place","name":"LONDON","to":"org"}\nrename\tplace\tmoscow\tMoskva\n' >rules.tsv
check "authority rules" 0 'field,name,count
person,President P.,2
org,London,1
org,United Nations,1
place,Moskva,1' bash -c '"$1" --authority rules.tsv --facets person,org,place --format csv | tr -d "\r"' - "$search"
check "a merged name is found by its new and old" 0 2 \
  "$search" --authority rules.tsv --count 'person:"president p" person:putin'
check "authority rules from a pipe" 0 'field,name,count
place,Moskva,1' bash -c '"$1" --authority <(cat rules.tsv) --facets place --format csv | tr -d "\r"' - "$search"
check "authority rules in lists" 0 "President P.
London
Moskva
United Nations" "$search" --authority rules.tsv --entities --format names
check "authority rules on a page" 0 "President P., person: in 2 of 2 articles, in the lead of 2" \
  bash -c '"$1" --authority rules.tsv --about putin | head -n 1' - "$search"
check_error "no page of a hidden name" 1 \
  "dateline-search: there is no person, organisation or place called tokayev in the index" \
  "$search" --authority rules.tsv --about tokayev
check "a hidden name is not found" 1 0 "$search" --authority rules.tsv --count person:tokayev
printf 'merge\tperson\tA\tB\nmerge\tperson\tB\ta\n' >circle.tsv
check_error "merging in a circle" 2 \
  "dateline-search: circle.tsv:2:1: this merges B into itself" "$search" --authority circle.tsv oil
check_error "no authority file" 3 \
  "dateline-search: cannot open nowhere: No such file or directory" "$search" --authority nowhere oil

finish
