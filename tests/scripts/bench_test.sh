#!/usr/bin/env bash
# bench_test.sh SOURCE_FOLDER: scripts/benchmark/bench.py with stand-ins for both programs.
set -euo pipefail

command -v python3 >/dev/null || exit 77 # ctest: skipped
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  echo "FAILED: $*" >&2
  cat "$scratch"/{out,err} >&2
  exit 1
}

mkdir "$scratch/articles" "$scratch/work"
tar -x --zstd -f "$1/tests/data/sample.tar.zst" -C "$scratch/articles" 2019/01 2020/01
cat >"$scratch/index" <<'EOF'
#!/bin/sh
while [ $# -gt 1 ]; do [ "$1" = --index ] && mkdir -p "$2" && echo 1234567890 >"$2/segment"; shift; done
EOF
cat >"$scratch/search" <<'EOF'
#!/bin/sh
case "$*" in
  *--facets*) echo '{"total":7,"facets":[{"field":"person","values":[{"name":"Ann Lee","count":3}]}]}' ;;
  *--batch*) while read -r query; do echo '{"query":"","total":7,"exact":true,"ms":0.25,"hits":[]}'; done ;;
  *--timeline*) exit 1 ;; # nothing found
esac
EOF
cat >"$scratch/timer" <<'EOF'
#!/bin/sh
echo '{"filter, family name asked again": [0.25, 0.5, 0.25], "facets of three kinds over 7 matches": [30, 30]}'
EOF
cat >"$scratch/broken" <<'EOF'
#!/bin/sh
echo 'the disk is full' >&2
exit 3
EOF
cat >"$scratch/long_index" <<EOF
#!/bin/sh
stat -c %s "\$2/long.txt" >>"$scratch/sizes"
mkdir -p "\$4/segments"
EOF
chmod +x "$scratch"/{index,search,timer,broken,long_index}

bench() {
  TMPDIR=$scratch/work python3 "$1/scripts/benchmark/bench.py" "$scratch/articles" --peers none --runs 2 --query-runs 2 \
    --json "$scratch/json" --goals --entities --indexer "$2" --searcher "$scratch/search" \
    --timer "${3:-$scratch/timer}" >"$scratch/out" 2>"$scratch/err"
}

bench "$1" "$scratch/index" || fail "exit status $?"
grep -q '^| dateline-index --jobs 2 ' "$scratch/out" || fail "no line for two jobs"
grep -q '^| timeline, month .* /' "$scratch/out" || fail "no times for timelines"
grep -q 'warm AND, median, exact counts *| *<= 0.6 ms | *0.25 ms | yes' "$scratch/out" || fail "goal not judged"
grep -q '^| filter, family name asked again .* 0.25 / 0.25 / ' "$scratch/out" || fail "no times for a family name"
grep -q '^| page on a person .* / ' "$scratch/out" || fail "no times for pages"
grep -q 'family name asked again, median CPU *| *<= 1 ms *| *0.25 ms | yes' "$scratch/out" || fail "a filter is not judged"
grep -q 'over 7 matches, median CPU *| *<= 20 ms *| *30.00 ms *| *NO' "$scratch/out" || fail "facets are not judged"
grep -q 'index growth by names / text *| *<= 0.05 *| *0.00 | yes' "$scratch/out" || fail "growth not judged"
grep -q 'index CPU, omindex.*not measured' "$scratch/out" || fail "a goal without omindex is judged"
python3 -m json.tool "$scratch/json" >/dev/null || fail "no JSON"
[[ -z $(ls -A "$scratch/work") ]] || fail "temporary folders are left"

status=0
bench "$1" "$scratch/broken" || status=$?
((status == 1)) || fail "a contender that fails: exit status $status"
grep -q -- '- dateline-index --jobs 1: exit status 3: the disk is full' "$scratch/out" || fail "the failure is hidden"

status=0
bench "$1" "$scratch/index" "$scratch/broken" || status=$?
((status == 1)) || fail "a timer that fails: exit status $status"
grep -q -- '- dateline-index --entities on: the disk is full' "$scratch/out" || fail "the timer's failure is hidden"

TMPDIR=$scratch/work python3 "$1/scripts/benchmark/bench.py" --long-articles 1 --indexer "$scratch/long_index" \
  --searcher "$scratch/search" >"$scratch/out" 2>"$scratch/err" || fail "--long-articles: exit status $?"
grep -q '^| one article of 1 MB ' "$scratch/out" || fail "no table of long articles"
[[ $(sort -u "$scratch/sizes") == 1000000 ]] || fail "articles of other sizes"
[[ $(grep -c '^| .* [0-9]' "$scratch/out") -ge 6 ]] || fail "not all kinds of long articles"

names_of() {
  python3 "$1/scripts/benchmark/bench.py" "$scratch/articles" --names-of "$scratch" --goals --indexer "$scratch/index" \
    --searcher "$scratch/search" --timer "$2" >"$scratch/out" 2>"$scratch/err"
}

names_of "$1" "$scratch/timer" || fail "--names-of: exit status $?"
grep -q 'family name asked again, median CPU *| *<= 1 ms *| *0.25 ms | yes' "$scratch/out" || fail "--names-of does not judge"
status=0
names_of "$1" "$scratch/broken" || status=$?
((status == 1)) || fail "--names-of with a timer that fails: exit status $status"
grep -q 'the disk is full' "$scratch/err" || fail "--names-of hides the failure"
