#!/usr/bin/env bash
# The real programs over what somebody hostile wrote: articles, file names, authority files, patterns and
# index folders. Nothing of it reaches a terminal as more than text, or a spreadsheet as a formula.
# untrusted_test.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
source "${BASH_SOURCE[0]%/*}/checks.sh" "$@"
export XDG_CONFIG_HOME=$scratch/config NO_COLOR=1 TERM=xterm COLUMNS=100

fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n' "$*"
}

# Bytes that no terminal may get: ESC and all other controls but what ends lines, DEL, C1, marks of
# reading direction, line separators, invisible tags.
unsafe='[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xf3\xa0[\x80\x81]'

# on_terminal NAME COMMAND...: what it prints on a terminal, both streams, is text alone and not nothing.
on_terminal() {
  local name=$1
  shift
  script -qec "$(printf '%q ' "$@")" /dev/null </dev/null 2>&1 |
    sed $'s/\r\e\\[K//g' >terminal.txt # which is how a line of progress is taken back
  [[ -s terminal.txt ]] || fail "$name: prints nothing"
  if LC_ALL=C grep -aqP "$unsafe" terminal.txt; then
    fail "$name: unsafe bytes on a terminal:"
    LC_ALL=C grep -aoP ".{0,20}($unsafe)" terminal.txt | cat -v | head -n 3
  fi
  iconv -f UTF-8 -t UTF-8 terminal.txt >/dev/null 2>&1 || fail "$name: not UTF-8 on a terminal"
}

# In all that an article has: a sequence that clears the screen, one that sets the title, one that makes
# the terminal answer; the same begun by C1; text turned round; a link; a formula. ESC and the like are
# spaces to the reader; C1 (as UTF-8), directions and tags are in the index.
esc=$'\e[2J\e]0;owned\a\e[6n\e]8;;http://evil\e\\'
turn=$'\u202Etxt.exe\u202C \u2066x\u2069 \u200F \u061C \u2028 \u2029 \U000E0041'
evil="$esc $turn"
folder="articles/sub"$'\e[31m\u202E'
mkdir -p "$folder"
printf 'Title: =cmd|calc %s\nAuthor: @SUM(1) %s; -2 %s\nSource: +Reuters %s\nURL: http://a/%s\nSection: =World %s\nDate: 2022-01-07 %s\n\nJoe Biden met Angela Merkel%s in Washington%s. The oil price %s rose.\n\nMore oil.\n' \
  "$evil" "$evil" "$evil" "$evil" "$turn" "$evil" "$esc" "$turn" "$turn" "$evil" >"$folder/a"$'\e]0;x\a\nb\xff\u202E.txt'
cp "$folder/"a* "$folder/near copy"$'\e[2J.txt'
printf 'date: 2022-02-31 %s\n\nAngela Merkel spoke of oil in Berlin.\n' "$esc" >"articles/-rf"$'\e[2J.txt'
printf '%%PDF-1.4 %s' "$esc" >"articles/pdf"$'\e[2J'
ln -s nowhere "articles/link"$'\e[2J'
touch -d 2022-03-01 articles/*.txt "$folder"/*

on_terminal "dry run" "$indexer" articles --index index --dry-run -v
on_terminal "indexing" "$indexer" articles --index index -v
export DATELINE_INDEX=$scratch/index
on_terminal "a second run" "$indexer" articles --index index -v
for form in text json; do on_terminal "report $form" "$indexer" --report --format "$form"; done
on_terminal "report 1" "$indexer" --report 1
on_terminal "dump" "$indexer" --dump
for form in tsv jsonl; do on_terminal "annotate $form" "$indexer" --annotate --format "$form" "$folder"/a*; done
on_terminal "annotate a missing file" "$indexer" --annotate "missing$evil"
on_terminal "an unknown option" "$indexer" "--$evil"
on_terminal "a folder that is not there" "$indexer" "no$evil" --index index
on_terminal "an index that is none" "$search" --index "no$evil" oil
LC_ALL=C grep -aqP "$unsafe" index/log/index.log && fail "the log has unsafe bytes"
for report in index/report/*.{txt,json}; do
  LC_ALL=C grep -aqP "$unsafe" "$report" && fail "$report has unsafe bytes"
done

for form in text json jsonl csv tsv ris bibtex paths; do
  on_terminal "search $form" "$search" oil --format "$form" --limit 0 --no-collapse
done
for command in --count --kwic '--timeline year' '--facets person,place,source,year' '--show 1' --stats --card \
  --explain --entities '--about Merkel' '--copies 1' '--network -'; do
  for form in text json csv; do
    # shellcheck disable=SC2086 # commands have values
    case "$command" in
      --explain | --about* | --card) [[ $form == csv ]] && continue ;;
      --network*) [[ $form == json ]] && continue; [[ $form == text ]] && form=graphml ;;
    esac
    query=oil
    case "$command" in --stats | --copies*) query= ;; esac
    on_terminal "$command $form" "$search" $command $query --format "$form"
  done
done
on_terminal "near copies left out" "$search" oil
on_terminal "copies of originals" "$search" oil --copy-to "copied$esc"
on_terminal "save" bash -c '"$1" --save "$2" oil; "$1" --saved-list; "$1" --alerts; "$1" --saved "none$2"' - "$search" "x$evil"
printf '%s\n' "oil" "oil $evil" '"' >batch.txt
on_terminal "batch" "$search" --batch batch.txt
printf 'merge\tperson\t%s\n' "$evil" >rules.tsv
on_terminal "authority" "$search" --authority rules.tsv oil
printf 'a => %s =>\n' "$evil" >synonyms.txt
on_terminal "synonyms" "$search" --synonyms synonyms.txt oil
printf 'limit = "%s"\n' "$turn" >config.toml
on_terminal "config" "$search" --config config.toml oil
for query in "source:\"$evil\"" "(oil $evil" "\"oil $evil" "date:$evil" "$evil:x" "person:\"$evil\"" "/$evil(/"; do
  on_terminal "query $query" "$search" "$query"
done

# Colours are all that is added.
unset NO_COLOR
script -qec "$(printf '%q ' "$search" oil --color always --index index)" /dev/null </dev/null >colours.txt
sed -E 's/\x1b\[[0-9;]*m//g' colours.txt >plain.txt
LC_ALL=C grep -aqP "$unsafe" plain.txt && fail "colours: more than colours"
grep -q $'\e\\[' colours.txt || fail "colours: none"
export NO_COLOR=1

# Spreadsheets: no cell begins with = + - @, a tab or a carriage return.
for form in csv tsv; do
  for command in 'oil' 'oil --kwic' 'oil --facets person,source' 'oil --entities' '--stats'; do
    # shellcheck disable=SC2086
    "$search" $command --format "$form" >table.txt || fail "$command $form"
    cells=$(if [[ $form == tsv ]]; then tr '\t' '\n'; else sed 's/,"*/\n/g; s/^"//'; fi <table.txt)
    formulas=$(LC_ALL=C grep -aE $'^[=+@\t\r]|^-[^0-9]' <<<"$cells")
    [[ -z $formulas ]] || fail "$command $form: a formula: $formulas"
  done
done

# Patterns that take fnmatch for ever.
stars=$(printf '*a%.0s' {1..2000})
check "a hostile path:" 1 "" timeout 20 "$search" "path:${stars}z"
check "a hostile --exclude" 1 "" timeout 20 "$indexer" articles --index other -q --exclude "${stars}z" --entities off
check "hostile words" 1 "" timeout 20 "$search" "/(x+x+)+y/ /(a|aa)+\$/"

# The folder of an index from somebody else. Xapian takes a text that names a program for a database, and
# runs it; the file must be as long as the segment that it stands for.
hostile() {
  rm -rf hostile
  cp -r index hostile
}
hostile
segment=$(ls hostile/segments/*.glass)
{
  printf 'remote :/usr/bin/touch %s/ran\n' "$scratch"
  head -c "$(stat -c %s "$segment")" /dev/zero | tr '\0' '#'
} | head -c "$(stat -c %s "$segment")" >stub
mv stub "$segment"
for program in "$search oil" "$indexer articles -q"; do
  # shellcheck disable=SC2086
  timeout 20 $program --index hostile >/dev/null 2>stderr.txt
  [[ $? -eq 3 ]] || fail "a segment that is a stub: $(cat stderr.txt)"
done
[[ ! -e ran ]] || fail "a segment that is a stub: its program ran"
for what in manifest.json "segments/${segment##*/}"; do
  for kind in fifo endless folder loop; do
    hostile
    rm "hostile/$what"
    case $kind in
      fifo) mkfifo "hostile/$what" ;;
      endless) ln -s /dev/zero "hostile/$what" ;;
      folder) mkdir "hostile/$what" ;;
      loop) ln -s "${what##*/}" "hostile/$what" ;;
    esac
    timeout 20 "$search" --index hostile oil >/dev/null 2>stderr.txt
    status=$?
    [[ $status -eq 3 ]] || fail "$what is a $kind: status $status, $(cat stderr.txt)"
  done
done

finish
