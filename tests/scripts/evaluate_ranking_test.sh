#!/usr/bin/env bash
# evaluate_ranking_test.sh PROGRAM SAMPLE_TARBALL: collections made of articles ask for what they were made of, and the
# measures are those of the runs that are written.
set -euo pipefail

program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir sample
tar -x --zstd -f "$2" -C sample 2019

fail() {
  echo "FAILED: $*" >&2
  exit 1
}
# measure ROW COLUMN: a figure of the table, by the first word of its row; columns behind the name.
measure() {
  awk -v row="$1" -v column="$2" '$0 ~ "^" row { print $(NF - 7 + column) }' table
}

# A query whose one article is certain, and one for which the only relevant article has none of its words.
mkdir corpus
for i in 1 2 3 4 5 6 7 8 9; do
  printf 'Title: Number %d\n\nNothing but rain, and the price of umbrellas rose for the %dth day.\n' $i $i >corpus/$i.txt
done
printf 'Title: Zebras\n\nA zebra crossed the road.\n' >corpus/zebra.txt
printf 'q1\tzebra crossing\nq2\txylophone\nq3\tnot judged\n' >queries
printf 'q1 0 zebra.txt 1\nq2 0 3.txt 1\nq2 0 4.txt 0\n' >qrels
"$program" corpus queries qrels --runs runs --index kept >table
head -n 1 table | grep -qx '2 queries with a relevant article' || fail "$(head -n 1 table)"
for row in 'plain Xapian BM25' dateline; do
  [[ $(measure "$row" 1) == 0.5000 ]] || fail "MAP of $row is $(measure "$row" 1)"
  [[ $(measure "$row" 3) == 0.0500 ]] || fail "P@10 of $row is $(measure "$row" 3)"
done
[[ $(measure dateline 6) == 0 && $(measure dateline 7) == 0 ]] || fail "better or worse than the same"
grep -qE '^q1 Q0 zebra\.txt 1 [0-9]+\.[0-9]{9} dateline$' runs/dateline.run || fail "no such run: $(cat runs/dateline.run)"
grep -qE '^q1 Q0 zebra\.txt 1 [0-9.]+ xapian$' runs/xapian.run || fail "no such run: $(cat runs/xapian.run)"
[[ -e kept/dateline/manifest.json ]] || fail "the index is not kept"
cp table before
"$program" corpus queries qrels --index kept >table
diff before table || fail "other figures from the kept index"

# First sentences of real articles, asked of their articles.
"$program" --make lead sample made --queries 60 >said
grep -qE '^[0-9]+ articles, [0-9]+ queries to tune on, [0-9]+ held out$' said || fail "$(cat said)"
[[ $(cat made/tune.tsv made/held-out.tsv | wc -l) == 60 ]] || fail "not 60 queries"
[[ $(wc -l <made/qrels.txt) == 60 ]] || fail "not an article each"
"$program" made/corpus made/held-out.tsv made/qrels.txt --with proximity=0 >table
awk -v map="$(measure dateline 1)" 'BEGIN { exit !(map > 0.5 && map <= 1) }' || fail "MAP: $(cat table)"
[[ -n $(measure proximity=0 1) ]] || fail "no row of its own: $(cat table)"

# Names, for the articles about them.
"$program" --make entity sample names --queries 20 >said
[[ $(wc -l <names/qrels.txt) -gt $(cat names/tune.tsv names/held-out.tsv | wc -l) ]] || fail "one article each"

# Mistakes
printf 'no tab\n' >bad
"$program" corpus bad qrels 2>said && fail "a bad line is no failure"
grep -q 'bad, line 1: not a query: id TAB text' said || fail "$(cat said)"
"$program" corpus queries qrels --with nonsense=1 --index kept 2>said >/dev/null && fail "nonsense is no failure"
grep -q 'with nonsense=1 is not like' said || fail "$(cat said)"

echo "all passed"
