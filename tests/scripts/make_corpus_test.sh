#!/usr/bin/env bash
# make_corpus_test.sh PROGRAM SAMPLE_TARBALL: the made corpus is the same everywhere, and as described.
set -euo pipefail

program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/sample"
tar -x --zstd -f "$2" -C "$scratch/sample" 2019 2013

fail() {
  echo "FAILED: $*" >&2
  exit 1
}
# Names and contents of all files of a folder, as one hash.
hash_of() {
  (cd "$1" && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c 1-16)
}
make() {
  "$program" "$1" "$scratch/$2" --sample "$scratch/sample" "${@:3}" 2>"$scratch/said"
}

make 500 made --years 2019
grep -q "2[0-9] of them near copies" "$scratch/said" || fail "not 5 % near copies: $(cat "$scratch/said")"
expected=cb615ff0c5e99c87
[[ $(hash_of "$scratch/made") == "$expected" ]] ||
  fail "other bytes than always: $(hash_of "$scratch/made"), not $expected"

make 500 other --years 2019 --seed 2
[[ $(hash_of "$scratch/other") != "$expected" ]] || fail "--seed changes nothing"

[[ $(find "$scratch/made" -name '*.txt' | wc -l) == 500 ]] || fail "not 500 articles"
while IFS= read -r file; do
  day=${file#"$scratch/made/"}
  day=${day%/*}
  head -c 17 "$file" | grep -qxF " date ${day//\//-} " || fail "$file: no header with the date of its folder"
  [[ $(tail -c 1 "$file" | wc -l) == 0 ]] || fail "$file: ends in a newline"
done < <(find "$scratch/made" -name '*.txt')

make 50 short --words 60 --years 2015 --near-copies 0
[[ $(ls "$scratch/short") == 2015 ]] || fail "--years 2015 gave $(ls "$scratch/short")"
(($(find "$scratch/short" -type f -printf '%s\n' | awk '{ s += $1 } END { print int(s / NR) }') < 700)) ||
  fail "--words 60 gave longer articles"

status=0
make 5 made || status=$?
((status == 3)) || fail "a folder that is not empty: exit status $status"
status=0
make many new || status=$?
((status == 2)) || fail "a bad number: exit status $status"
