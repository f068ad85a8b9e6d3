#!/usr/bin/env bash
# The real programs on a scratch folder: what a user of dateline-search sees, stdout and exit status.
# search_test.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
source "${BASH_SOURCE[0]%/*}/checks.sh" "$@"

mkdir -p articles/wire
printf ' date 2022-01-07 The protests in Almaty went on. Oil prices rose.' >articles/a.txt
printf 'Title: Gas prices\nDate: 2021-06-01\nSource: Reuters\n\nGas prices fell. The price of oil rose.\n' \
  >articles/wire/b.txt
printf 'No date here, only a protest about coal.\n' >'articles/c
new line.txt'
"$indexer" articles --index index >/dev/null 2>&1 || { echo "no index made"; exit 1; }
export DATELINE_INDEX=$scratch/index

check "a list" 0 "1 article matches (TIME)

1. Gas prices
   2021-06-01  Reuters  #3
   SCRATCH/articles/wire/b.txt
   Gas prices fell. The price of oil rose." "$search" source:reuters
check "count" 0 2 "$search" --count protest
check "count of an exact form" 0 1 "$search" --count '"protests"'
check "count of nothing" 1 0 "$search" --count zebra
check "not" 0 1 "$search" --count 'oil -gas'
check "dash behind --" 0 1 "$search" --count -- -oil
check "dates" 0 1 "$search" --count oil --from 2022
check "undated" 0 1 "$search" --count date:none
check "title" 0 1 "$search" --count title:gas
check "path" 0 1 "$search" --count path:wire/
check "newest first" 0 "SCRATCH/articles/a.txt
SCRATCH/articles/wire/b.txt" "$search" oil --sort newest --format paths
check "explain" 0 "and
  word oil
  not
    phrase gas prices" "$search" --explain 'oil -"gas prices"'
check "timeline" 0 'period,first,last,count,all,share,burst,query
2021,2021-01-01,2021-12-31,1,1,100.0000,0,
2022,2022-01-01,2022-12-31,1,1,100.0000,0,
undated,,,1,1,100.0000,0,' bash -c '"$1" --timeline year --format csv | tr -d "\r"' - "$search"
check "batch goes on after a bad line" 1 \
  '{"schema":1,"query":"(","error":{"message":"this parenthesis is not closed","hint":"add words and a )","column":1}}
{"schema":1,"query":"zebra","total":0,"exact":true,"ms":0,"hits":[]}' \
  bash -c 'printf "(\nzebra\n" | "$1" --batch -' - "$search"
check "paths for xargs" 0 3 bash -c '"$1" protest OR oil -0 | tr -cd "\0" | wc -c' - "$search"
check "a broken pipe is no error" 0 "1 article matches (TIME)" \
  bash -c 'set -o pipefail; "$1" gas | head -n 1' - "$search"
check "version" 0 "dateline-search 0.1.0" "$search" --version
check "no colours in a file" 0 "" bash -c '! "$1" oil | grep -q $'"'\\\\x1b'" - "$search"

check_error "nothing found" 1 "dateline-search: nothing found" "$search" zebra
check_error "no such article" 1 "dateline-search: there is no article number 99 in the index" \
  "$search" --show 99
check_error "empty query" 2 "dateline-search: the query is empty" "$search" ''
check_error "bad query" 2 "dateline-search: this quote is not closed" "$search" 'oil "gas'
check_error "range backwards" 2 'dateline-search: date "2022..2021" is a range backwards' \
  "$search" date:2022..2021
check_error "unknown option" 2 "dateline-search: unknown option --sotr" "$search" --sotr oil
check_error "excluded word" 2 "dateline-search: unknown option -oil" "$search" -oil
check_error "no index" 3 "dateline-search: there is no index in nowhere" \
  "$search" --index nowhere oil
check_error "full disk" 3 \
  "dateline-search: cannot write to standard output: No space left on device" \
  bash -c '"$1" oil >/dev/full' - "$search"
check_error "no batch file" 3 "dateline-search: cannot open nowhere: No such file or directory" \
  "$search" --batch nowhere

finish
