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
articles/b.txt${tab}69${tab}14${tab}organisation${tab}United Nations${tab}United Nations" \
  "$indexer" --annotate articles/b.txt
check "annotate as JSON" 0 '{"path":"articles/b.txt","offset":28,"length":14,"kind":"person","text":"Vladimir Putin","name":"Vladimir Putin"}' \
  bash -c '"$1" --annotate --format jsonl articles/b.txt | head -n 1' - "$indexer"
printf 'Putin\nspoke\nin\nLondon\n' >words.txt
check "annotate words" 0 "Putin${tab}B-PER
spoke${tab}O
in${tab}O
London${tab}B-LOC" "$indexer" --annotate --tokens words.txt
check "annotate goes on after a file that is not there" 1 "" \
  "$indexer" --annotate nowhere.txt
check_error "annotate nothing" 2 "dateline-index: --annotate: there is no file" \
  "$indexer" --annotate
check_error "format of nothing" 2 "dateline-index: --format and --tokens go with --annotate only" \
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
  '{"schema":1,"query":"spoke","total":1,"exact":true,"ms":0,"hits":[]}' \
  bash -c 'echo spoke | "$1" --batch - --place moscow --limit 0' - "$search"
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
check "a hidden name is not found" 1 0 "$search" --authority rules.tsv --count person:tokayev
printf 'merge\tperson\tA\tB\nmerge\tperson\tB\ta\n' >circle.tsv
check_error "merging in a circle" 2 \
  "dateline-search: circle.tsv:2:1: this merges B into itself" "$search" --authority circle.tsv oil
check_error "no authority file" 3 \
  "dateline-search: cannot open nowhere: No such file or directory" "$search" --authority nowhere oil

finish
