#!/usr/bin/env bash
# Completions as the shells load them: what bash, zsh and fish offer for options, values, lists, queries and the names
# of an index. A shell that is not installed is passed over.
# completion_test.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
source "$here/checks.sh" "$@"
export HOME=$scratch XDG_CONFIG_HOME=$scratch/config

mkdir articles bin functions
printf 'Date: 2022-01-07\n\nVladimir Putin and Kassym-Jomart Tokayev met in Moscow. Mr Tokayev spoke.\n' >articles/a.txt
"$indexer" articles --index index -q || { echo "no index made"; exit 1; }
ln -s "$indexer" bin/dateline-index
ln -s "$search" bin/dateline-search
export PATH=$scratch/bin:$PATH DATELINE_INDEX=$scratch/index
for program in dateline-index dateline-search; do
  $program --generate bash >$program.bash
  $program --generate zsh >functions/_$program
  $program --generate fish >$program.fish
done

# offered SHELL TEXT: what is offered behind TEXT, sorted, without what is told of it.
offered() {
  case $1 in
    bash)
      bash -c 'source "$0.bash"; read -ra COMP_WORDS <<<"$1"; [[ $1 == *" " ]] && COMP_WORDS+=("")
        compopt() { :; }; COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        "$(complete -p "$0" | sed "s/.*-F \([^ ]*\).*/\1/")"; printf "%s\n" "${COMPREPLY[@]}"' "${2%% *}" "$2" ;;
    zsh) timeout 60 zsh -f "$here/zsh_complete.zsh" "$scratch/functions" "$2" ;;
    fish) fish -c 'source $argv[1].fish; complete -C $argv[2]' "${2%% *}" "$2" | cut -f 1 ;;
  esac | LC_ALL=C sort -u
}

shells=()
for shell in bash zsh fish; do
  if command -v $shell >/dev/null; then shells+=($shell); else echo "no $shell here"; fi
done
for shell in "${shells[@]}"; do
  check "$shell: options" 0 "--kwic
--kwic-columns
--kwic-sort
--kwic-words" offered $shell "dateline-search --kw"
  check "$shell: values" 0 newest offered $shell "dateline-search oil --sort n"
  check "$shell: files" 0 functions/ bash -c 'source /dev/stdin; offered "$1" "dateline-index --index func" | sed "s|/*\$|/|"' - $shell <<<"$(declare -f offered); scratch=$scratch; here=$here"
  check "$shell: of a query" 0 "section:
source:" offered $shell "dateline-search s"
  check "$shell: options of the other program" 0 "--nice" offered $shell "dateline-index --ni"
done
check "bash: names" 0 'Vladimir\ Putin' offered bash "dateline-search --person put"
check "bash: lists" 0 "person,place" offered bash "dateline-search --facets person,pl"
if [[ " ${shells[*]} " == *" zsh "* ]]; then
  check "zsh: names" 0 "Vladimir\\ Putin" offered zsh "dateline-search --person Put"
  check "zsh: lists" 0 place offered zsh "dateline-search --facets person,pl"
fi
if [[ " ${shells[*]} " == *" fish "* ]]; then
  check "fish: names" 0 "Vladimir Putin" offered fish "dateline-search --person Put"
  check "fish: lists" 0 "person,place" offered fish "dateline-search --facets person,pl"
fi

finish
