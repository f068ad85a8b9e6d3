#!/usr/bin/env bash
# README examples print what they say: runs every "$ command" of the code blocks of README.md on the sample
# articles and compares with what stands below it. Times, sizes of the index and the folder are taken out of
# both; a line "..." stands for any lines. A command below which nothing stands is only run; so is one on
# the index with names, for what is found there changes with every training of the model.
# readme_test.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM README SAMPLE_FOLDER
set -u

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/bin" "$scratch/build/demo"
ln -s "$1" "$scratch/bin/dateline-index"
ln -s "$2" "$scratch/bin/dateline-search"
readme=$3
cp -rL "$4" "$scratch/build/demo/articles"
export HOME=$scratch/home PATH=$scratch/bin:$PATH COLUMNS=80
unset XDG_CONFIG_HOME DATELINE_INDEX
cd "$scratch" || exit 1

normalised() {
  sed -E "s|$scratch/build/demo|FOLDER|g; s|/home/me/dateline/build/demo|FOLDER|g
    s/\([0-9.]+ m?s\)/(TIME)/; s/^(time|index) .*/\1 .../; s/\"ms\":[0-9.]+/\"ms\":0/
    s/(searched|updated) +[0-9T:Z-]{20}/\1 .../; s/updated [0-9T:Z-]{20}/updated .../; s/\[[0-9.]+ s\]/[TIME]/" |
    sed -E 's/[[:space:]]+$//'
}

# like GOT EXPECTED: equal, where a line "..." of the expected stands for any lines.
like() {
  local got=$1$'\n' pattern='' line
  while IFS= read -r line; do
    if [[ $line == ... ]]; then pattern+='*'; else pattern+=$(sed 's/[][*?()\\]/\\&/g' <<<"$line")$'\n'; fi
  done <<<"$2"
  [[ $got == $pattern ]]
}

ran=0
failures=0
# run COMMAND EXPECTED: in this shell, so that exports last.
run() {
  local got expected
  [[ -n $1 ]] || return 0
  ran=$((ran + 1))
  if [[ $1 == export* ]]; then
    [[ $1 == *PATH=* ]] || eval "$1"
    return
  fi
  got=$(bash -c "$1" 2>stderr.txt)
  local status=$?
  got=$(normalised <<<"$got")
  expected=$(normalised <<<"$2")
  [[ $1 == *build/demo/names* ]] && expected=
  if ((status == 126 || status == 127 || status > 1)) || { [[ -n $expected ]] && ! like "$got" "$expected"; }; then
    failures=$((failures + 1))
    printf 'FAILED (exit status %d): %s\n%s\n--- README says\n%s\n--- stderr\n' "$status" "$1" "$got" "$expected"
    cat stderr.txt
  fi
}

in_block= command= expected=
while IFS= read -r line; do
  if [[ $line == '```'* ]]; then
    run "$command" "$expected"
    command= expected=
    [[ -n $in_block ]] && in_block= || in_block=yes
  elif [[ -n $in_block && $line == '$ '* ]]; then
    run "$command" "$expected"
    command=${line#'$ '} expected=
    while [[ $command == *\\ ]]; do
      IFS= read -r line
      command=${command%\\}$line
    done
  elif [[ -n $in_block && -n $command ]]; then
    expected+=${expected:+$'\n'}$line
  fi
done <"$readme"

((ran >= 10)) || { echo "only $ran commands found in $readme"; failures=1; }
((failures == 0)) && echo "$ran commands print what README says"
exit $((failures > 0))
