#!/usr/bin/env bash
# The real programs on a scratch folder: concordances, exports, timelines side by side, saved searches
# and alerts, copies of originals, records of searches, completions.
# answers_test.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
source "${BASH_SOURCE[0]%/*}/checks.sh" "$@"
export XDG_CONFIG_HOME=$scratch/config

mkdir -p articles/wire
printf ' date 2022-01-07 The protests in Almaty went on. Oil prices rose, and oil was short.' >articles/a.txt
printf 'Title: Oil & gas\nDate: 2021-06-01\nSource: Reuters\nAuthor: A. Writer\n\nGas prices fell. The price of oil rose.\n' \
  >articles/wire/b.txt
printf ' date 2021-06-02 Nothing but rain, and a lot of it.' >articles/c.txt
# Files changed a moment ago would be read again by the next run, and be new.
touch -d 2022-03-01 articles/*.txt articles/wire/*
"$indexer" articles --index index -q || { echo "no index made"; exit 1; }
export DATELINE_INDEX=$scratch/index

# Concordances
check "kwic" 0 "2021-06-01  #3                             Oil & gas
2021-06-01  #3   prices fell. The price of oil rose.
2022-01-07  #1  rotests in Almaty went on. Oil prices rose, and oil was s
2022-01-07  #1  t on. Oil prices rose, and oil was short.
4 occurrences in 2 articles" env COLUMNS=80 "$search" --kwic --kwic-columns 27 oil
check "kwic to the right" 0 "right
 & gas
 prices rose, and oil was short.
 rose.
 was short." bash -c '"$1" --kwic --kwic-sort right --format tsv oil | cut -f 9' - "$search"
check "kwic of a page" 0 "1" bash -c '"$1" --kwic --limit 1 --offset 2 --format jsonl oil | wc -l' - "$search"
check_error "kwic of nothing" 1 "dateline-search: nothing found" "$search" --kwic zebra
check_error "kwic without words" 1 "dateline-search: 3 articles match, but there is no line to show" \
  "$search" --kwic --from 2021

# Passages
check "passages" 0 2 bash -c \
  '"$1" "almaty short" --snippets 2 --passage-words 5 --format json | grep -o cut_before | wc -l | xargs -I{} expr {} - 1' \
  - "$search"
check_error "too many passages" 2 "dateline-search: --snippets 101 is not from 1 to 100" \
  "$search" --snippets 101 oil

# Exports have no limit of their own
check "paths" 0 3 bash -c '"$1" --from 2000 --format paths | wc -l' - "$search"
check "no limit" 0 3 bash -c '"$1" --from 2000 --limit 0 --format json | grep -o "\"rank\"" | wc -l' - "$search"
check "a limit" 0 2 bash -c '"$1" --from 2000 --limit 2 --format jsonl | wc -l' - "$search"
check "ris" 0 "TY  - NEWS
ID  - dateline3
TI  - Oil & gas
AU  - A. Writer
T2  - Reuters
PY  - 2021
DA  - 2021/06/01/
L1  - SCRATCH/articles/wire/b.txt
ER  - " bash -c '"$1" source:reuters --format ris | tr -d "\r"' - "$search"
check "bibtex" 0 "@article{dateline3,
  title = {{Oil \& gas}},
  author = {A. Writer},
  journal = {Reuters},
  year = {2021},
  month = jun,
  day = {1}
}" "$search" source:reuters --format bibtex
check "newest first, all of them" 0 "2022-01-07 2021-06-02 2021-06-01" bash -c \
  '"$1" --from 2000 --sort newest --format tsv | tail -n +2 | cut -f 4 | xargs' - "$search"

# Timelines
check "share" 0 "2021   1 of 2  50.00 %  ████████████████████████
2022  1 of 1  100.00 %  ████████████████████████████████████████████████
2 articles" env COLUMNS=74 "$search" --timeline year --share oil
check "compare" 0 "a  oil
b  rain

2021  a  1  ███████████
      b  1  ███████████
2022  a  1  ███████████
      b  0
a  2 articles
b  1 article" env COLUMNS=25 "$search" --timeline year oil --compare rain
check "weeks" 0 "2021-W22 undated" bash -c \
  '"$1" --timeline week --from 2021-06 --to 2021-06-07 --format tsv | cut -f 1 | sed -n 2,3p | xargs' - "$search"
check_error "a bad query to compare" 2 "dateline-search: this parenthesis is not closed" \
  "$search" --timeline year oil --compare '(rain'

# Facets say how to go on
check "facet queries" 0 '"clause":"date:2021","query":"oil date:2021"' bash -c \
  '"$1" --facets year --format json oil | grep -o "\"clause\":\"date:2021\",\"query\":\"[^\"]*\""' - "$search"

# Records of searches
check "card" 0 'query       oil -rain
understood  and
              word oil
              not
                word rain
options     --from=2021
today       2022-02-01
found       2 articles of 3, dated 2021-06-01 to 2022-01-07
index       SCRATCH/index
folder      SCRATCH/articles
repeat      dateline-search --index=SCRATCH/index --today=2022-02-01 --from=2021 -- '"'oil -rain'" bash -c \
  '"$1" --card --from 2021 --today 2022-02-01 "oil -rain" | grep -v -e ^searched -e ^state -e "  date "' - "$search"

# Copies of originals
check "copies" 0 "2 files copied" "$search" --copy-to copies oil
check "the copy" 0 "" cmp articles/wire/b.txt copies/wire/b.txt
check "copies again" 0 "0 files copied, 2 already there" "$search" --copy-to copies oil
printf 'another' >copies/a.txt
check "a clash" 1 "0 files copied, 1 already there, 1 not copied: something else is in their place" \
  "$search" --copy-to copies oil
check "what was there stays" 0 another cat copies/a.txt
mkdir hostile outside && ln -s "$scratch/outside" hostile/wire
check "no link is followed" 1 "1 file copied, 1 not copied: something else is in their place" \
  "$search" --copy-to hostile oil
check "nothing outside" 0 "" ls outside
mv articles/c.txt c.kept
check "a file that is gone" 1 "0 files copied, 1 gone" "$search" --copy-to more rain
mv c.kept articles/c.txt
touch -d 2001-01-01 articles/c.txt
check "a file that has changed" 1 "1 file copied, 1 of them changed since they were indexed" \
  "$search" --copy-to more rain

# Saved searches and alerts
check "save" 0 "" "$search" --save oilmen --limit 1 'oil OR gas'
check "save another" 0 "" "$search" --save snow snow
check "saved" 0 "2" "$search" --saved oilmen --count
check "saved, with an option in place of one" 0 2 \
  bash -c '"$1" --saved oilmen --limit 5 --format json | grep -o "\"rank\"" | wc -l' - "$search"
check_error "no such search" 2 'dateline-search: there is no saved search "oilman"' "$search" --saved oilman
check "list" 0 "oilmen  (not run yet)
  SCRATCH/index
  --limit=1 -- 'oil OR gas'
snow  (not run yet)
  SCRATCH/index
  -- snow" "$search" --saved-list
check_error "nothing is new" 1 "" "$search" --alerts
check "nothing is said of nothing" 0 "" cat stderr.txt
printf ' date 2022-03-01 Oil again.' >articles/d.txt
touch -d 2022-03-02 articles/d.txt
"$indexer" articles --index index -q
check "new since the last run, a changed one too" 0 2 "$search" --new-since last-run --count
check "new since a day" 0 4 "$search" --new-since 2001-01-01 --count
check "new since tomorrow" 1 0 "$search" --new-since 9999-01-01 --count
check_error "an alert that cannot be printed" 3 \
  "dateline-search: cannot write to standard output: No space left on device" \
  bash -c '"$1" --alerts >/dev/full' - "$search"
check "an alert" 0 "== oilmen: new in SCRATCH/index
1 article matches (TIME)

1. Oil again.
   2022-03-01  articles  #5
   SCRATCH/articles/d.txt
   Oil again." "$search" --alerts
check "once only" 1 "" "$search" --alerts
check "each search has a last run of its own" 1 0 "$search" --saved oilmen --new-since last-run --count
check "forget" 0 "" "$search" --forget snow
check "one is left" 0 1 bash -c '"$1" --saved-list --format json | grep -o "\"name\"" | wc -l' - "$search"
printf 'x' >config/dateline/searches.json
check "a damaged file" 0 1 bash -c '"$1" --saved-list 2>&1 | grep -c "searches.json is damaged"' - "$search"

# Help, manuals and completions tell every option
for program in "$indexer" "$search"; do
  for option in $("$program" --help | grep -oE '^  (-[a-zA-Z0-9], )?--[a-z0-9-]+' | grep -oE -- '--[a-z0-9-]+'); do
    for shell in bash zsh; do
      "$program" --generate $shell | grep -qF -- "$option" || check "$option in $shell" 0 yes echo no
    done
    "$program" --generate fish | grep -qF -- "-l ${option#--}" || check "$option in fish" 0 yes echo no
    "$program" --generate man | sed 's/\\-/-/g' | grep -qF -- "$option" || check "$option in man" 0 yes echo no
  done
done
check "the manual is roff" 0 "" bash -c '! command -v groff >/dev/null || { "$1" --generate man | groff -man -ww -Tutf8 2>&1 >/dev/null; }' - "$search"
check "bash reads the completion" 0 "" bash -c 'bash -n <("$1" --generate bash)' - "$search"
complete_with() { # complete_with WORD...: what bash offers for the last of them
  bash -c 'source <("$1" --generate bash); compopt() { :; }; shift
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dateline_search; printf "%s\n" "${COMPREPLY[@]}"' - "$search" "$@"
}
check "options are completed" 0 "--kwic
--kwic-sort
--kwic-words
--kwic-columns" complete_with "$search" --kw
check "values are completed" 0 "newest" complete_with "$search" --sort n
check "values behind = too" 0 "newest" complete_with "$search" --sort = n
check "lists are completed" 0 "person,place" complete_with "$search" --facets person,pl

finish
