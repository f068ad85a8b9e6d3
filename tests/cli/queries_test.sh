#!/usr/bin/env bash
# The real programs on a scratch folder: what is said where nothing is found, more like this, near copies side by
# side, pasted text, scores and their reasons, runs for trec_eval, options in the lines of a batch.
# queries_test.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
source "${BASH_SOURCE[0]%/*}/checks.sh" "$@"

# article NAME DATE TITLE TEXT
article() {
  mkdir -p "articles/$(dirname "$1")"
  printf 'Title: %s\nDate: %s\n\n%s\n' "$3" "$2" "$4" >"articles/$1"
}
quake="A strong earthquake shook the coast before dawn and tore down houses in three villages. Rescue teams \
dug in the rubble through the day. The epicentre lay forty kilometres off the coast, seismologists said. \
Power was out in most of the province until the evening, and the only road to the mountains was blocked by fallen \
rocks. The governor asked people to stay out of damaged buildings, for more tremors were to be expected in the coming \
days. Tents, blankets and drinking water were on their way from the capital, he told a radio station."
article oil/1.txt 2021-01-04 "Oil prices rise" \
  "Oil prices rose as OPEC agreed to pump less crude. Brent crude gained two dollars a barrel, traders said."
article oil/2.txt 2021-02-01 "Crude gains" \
  "Brent crude gained again; OPEC ministers meet next week about a barrel price they can live with."
article oil/3.txt 2022-03-01 "Refinery strike" \
  "A strike at the refinery cut output of crude, and OPEC said that prices per barrel may rise."
article quake/1.txt 2021-05-01 "Earthquake hits coast" "$quake"
article quake/2.txt 2021-05-02 "Earthquake kills many" "LONDON - ${quake/forty/fifty}"
article quake/3.txt 2022-05-03 "Aftershocks" \
  "Aftershocks shook villages near the epicentre a day after the earthquake; rescue teams left the rubble."
article other/1.txt 2021-06-01 "Kazakhstan votes" \
  "Voters in Kazakhstan chose a parliament. The president's party won, as it had before, in a counter-productive way."
article other/2.txt 2022-06-01 "O'Brien's well-known cat" \
  "\"What's next for the prime minister?\" asked O'Brien at the well. Nothing, said the well-known cat."
touch -d 2022-07-01 articles/*/*
"$indexer" articles --index index -q --entities off || { echo "no index made"; exit 1; }
export DATELINE_INDEX=$scratch/index

# Nothing found: why, and what was meant
said() { # said COMMAND...: standard error and the exit status
  "$@" 2>&1 >/dev/null
  echo "exit status $?"
}
check "a word misspelt" 0 "dateline-search: nothing found
hint: did you mean earthquake? 3 articles match
exit status 1" said "$search" earthqake
check "one of several" 0 "dateline-search: nothing found
hint: did you mean earthquake \"rescue teams\" date:2021? 2 articles match
  earthqake 0 · \"rescue teams\" 3 · date:2021-01-01..2021-12-31 5
exit status 1" said "$search" 'earthqake "rescue teams" date:2021'
check "parts that never meet" 0 "dateline-search: nothing found
  opec 3 · earthquake 3
  no article matches both opec and earthquake
exit status 1" said "$search" opec earthquake
check "near, but not so near" 0 "dateline-search: nothing found
  opec PRE/1 barrel 0 (opec 3 · barrel 3, both in 3 articles)
exit status 1" said "$search" 'opec PRE/1 barrel'
check "options narrow too" 0 "dateline-search: nothing found
  aftershocks 1 · date:..2021-12-31 5
  no article matches both aftershocks and date:..2021-12-31
exit status 1" said bash -c '"$1" aftershocks --to 2021 2>&1 >/dev/null | sed "s/0001-01-01//" >&2; exit "${PIPESTATUS[0]}"' - "$search"
check "a source misspelt" 0 "dateline-search: nothing found
hint: did you mean source:\"quake\" for source:\"quaek\"?
  earthquake 3 · source:\"quaek\" 0
exit status 1" said "$search" earthquake source:quaek
check "in a concordance" 0 "dateline-search: nothing found
hint: did you mean earthquake? 3 articles match
exit status 1" said "$search" --kwic earthqake
check "as JSON" 0 '"nothing":{"query":"earthqake coast","total":{"count":0,"exact":true},"parts":[{"query":"earthqake","total":{"count":0,"exact":true}},{"query":"coast","total":{"count":2,"exact":true}}],"together":{"count":0,"exact":true},"never_together":[],"suggestions":[{"word":"earthqake","meant":[{"word":"earthquake","occurrences":5}]}],"corrected":{"query":"earthquake coast","total":{"count":2,"exact":true}}}}' \
  bash -c '"$1" "earthqake coast" --format json | grep -o "\"nothing\":.*"' - "$search"
check "nothing of that where there are hits" 0 "" bash -c '! "$1" crude --format json | grep "nothing"' - "$search"

# More like this
paths() { "$search" --format paths "$@" | sed 's|.*/articles/||'; }
check "like an article: those of its topic first" 0 "oil/1.txt
oil/2.txt" paths --like 3 --limit 2 --sort oldest barrel
check "like a path, without its near copy" 0 "quake/3.txt" paths --like articles/quake/1.txt --limit 1
check "near copies are left out" 0 0 bash -c '"$1" --like 6 --limit 0 --format paths | grep -c "quake/[12]"; true' - "$search"
printf 'The seismologists measured an earthquake, and rescue teams went to the villages.' >other.txt
check "like any text, near copies and all" 0 "quake/1.txt
quake/2.txt
quake/3.txt" paths --like other.txt --limit 3 --sort oldest earthquake
check "with a query and dates" 0 "oil/3.txt" paths --like 1 --from 2022 barrel
check "the words it goes by" 0 "like 3, by" bash -c '"$1" --like 3 | sed -n 2p | cut -c 1-10' - "$search"
check_error "like no article" 1 "dateline-search: there is no article number 99 in the index" "$search" --like 99
check_error "like no file" 1 "dateline-search: there is no article or file nowhere" "$search" --like nowhere
check_error "like, counted" 2 "dateline-search: --like goes with lists of articles only" "$search" --count --like 3

check_error "like, kept" 2 "dateline-search: --like cannot be kept with --save" "$search" --save x --like 3
check "like an old one, of what is new" 0 "dateline-search: nothing found
exit status 1" said "$search" --like 3 --new-since 9999-01-01

# Near copies side by side
check "what differs" 0 "1 near copy of #6
2021-05-01  #6  asked  quake: Earthquake hits coast
2021-05-02  #7   83 %  quake: Earthquake kills many
    Earthquake [-hits coast-] {+kills many+}
    {+LONDON -+} A strong earthquake shook the coast … through the day. The
    epicentre lay [-forty-] {+fifty+} kilometres off the coast, seismologists
    said. …" \
  bash -c '"$1" --copies 6 --diff | sed "s/ *[0-9]* %/   83 %/"' - "$search"
check "as JSON" 0 '"diff":[{"kind":"added","text":"LONDON -"},' \
  bash -c '"$1" --copies 6 --diff --format json | grep -o "\"diff\":.{\"kind\":\"added\",\"text\":\"LONDON -\"},"' - "$search"
check_error "differences of a list" 2 "dateline-search: --diff goes with --copies only, and not with tables" \
  "$search" --diff oil

# Pasted text
check "a sentence is no syntax" 0 "other/2.txt" paths --any --limit 1 -- \
  "\"What's next,\" asked O'Brien (the well-known -- NOT the other: \"cat\"?) AND/OR prime minister's!"
check "the rest follows" 0 "oil/3.txt" paths --any --limit 1 --from 2022 "OPEC: prices/barrel w/5 -crude OR"
check "hyphens" 0 "other/1.txt" paths --any --limit 1 counter-productive
check "it begins with a dash" 0 "other/1.txt" paths --any --limit 1 -- "- Kazakhstan (votes"
check_error "no word in it" 2 "dateline-search: there is no word to search for" "$search" --any '?! --'

# Recency
check "the newest of alike ones first" 0 "oil/3.txt" paths crude --recency 30d --today 2022-04-01 --limit 1
check "by words alone" 0 "oil/2.txt" paths crude --limit 1
check_error "no time" 2 'dateline-search: --recency "soon" is not a time' "$search" --recency soon oil

# Scores and their reasons
check "as JSON" 0 '"score_parts":{"words":[{"stem":"oil","count":2,"in_title":1,"in_lead":1,"score":' \
  bash -c '"$1" oil --explain-score --format json | grep -o "\"score_parts\":.*in_lead\":1,\"score\":" | head -n 1' - "$search"
check "in words" 0 "score N = oil N (2×, 1 in the title, 1 in the lead) + price N (2×, 1 in the title, 1 in the lead) + near each other N" \
  bash -c '"$1" oil prices --explain-score --limit 1 | sed -n "/score/,/near/p" | tr -s "\n " " " | sed -E "s/^ //; s/ $//; s/[0-9]+\.[0-9]+/N/g"' - "$search"
check_error "scores of a table" 2 "dateline-search: --explain-score goes with lists of articles as text or json only" \
  "$search" oil --explain-score --format csv

# Runs for trec_eval
check "a run" 0 "1 Q0 quake/3.txt 1 N mine
1 Q0 quake/1.txt 2 N mine
1 Q0 quake/2.txt 3 N mine" bash -c '"$1" rubble villages --format trec --run-name mine | sed -E "s/[0-9]+\.[0-9]{9}/N/"' - "$search"
printf 'q1\tzebra\nno id\nq2\t(oil\nq3\t--limit=1 -- aftershocks\n' >queries.tsv
check "a run of many queries" 1 "q3 Q0 quake/3.txt 1 N dateline" \
  bash -c '"$1" --batch queries.tsv --format trec | sed -E "s/[0-9]+\.[0-9]{9}/N/"; exit "${PIPESTATUS[0]}"' - "$search"
check "what was wrong" 0 "dateline-search: queries.tsv, line 2: not an id, a tab and a query
dateline-search: queries.tsv, line 3: this parenthesis is not closed
hint: add a )
exit status 1" said "$search" --batch queries.tsv --format trec
check_error "a name of two words" 2 'dateline-search: --run-name "a b" is not one word' "$search" oil --run-name 'a b'

# Options in the lines of a batch
printf -- '--limit=1 --sort=newest -- crude\n--from=2022\n--kwic -- oil\ncrude\n' >batch.txt
check "options of a line" 1 "3 1
3 3
--kwic cannot stand in a line of --batch
3 3" bash -c '"$1" --batch batch.txt --limit 7 | awk '"'"'
  match($0, /"message":"[^"]*"/) { print substr($0, RSTART + 11, RLENGTH - 12); next }
  match($0, /"total":[0-9]+/) { print substr($0, RSTART + 8, RLENGTH - 8), gsub(/"id":/, "") }'"'"'
  exit "${PIPESTATUS[0]}"' - "$search"

finish
