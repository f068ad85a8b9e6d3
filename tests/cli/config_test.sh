#!/usr/bin/env bash
# Options in a file, for both real programs: --config and --print-config.
# config_test.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
source "${BASH_SOURCE[0]%/*}/checks.sh" "$@"
unset DATELINE_INDEX

mkdir -p articles/drafts
printf ' date 2022-01-07 The price of oil rose.' >articles/a.txt
printf ' date 2021-01-07 The price of oil fell.' >articles/b.txt
printf ' date 2020-01-07 Oil, unfinished.' >articles/drafts/c.txt

cat >index.toml <<'END'
# What runs every night.
folders = ["articles"]
index = "index"
exclude = ["drafts/", 'x\y']   # one a value
jobs = 1
quiet = true
wait = false
entities = "off"
END
check "a run from a file" 0 "" "$indexer" --config index.toml
check "what it indexed" 0 2 "$search" --index index --count oil
check "the command line goes before the file" 0 "" "$indexer" --config index.toml --index other --exclude b.txt
check "in all that it names" 0 2 "$search" --index other --count oil
check "folders too" 0 "" "$indexer" --config index.toml --index third articles/drafts
check "only those" 0 1 "$search" --index third --count oil

printf 'index = "index"\nlimit = 1\nfrom = 2021-06-01\nformat = "csv"\n' >search.toml
check "a search from a file" 0 "2022-01-07" bash -c '"$1" --config search.toml oil | cut -d , -f 4 | tail -n 1' - "$search"
check "the file goes before the environment" 0 "1" env DATELINE_INDEX=none "$search" --config search.toml --count oil
check "the environment is last" 0 "2" env DATELINE_INDEX=index "$search" --count oil
printf 'index = "index"\nquery = "oil -fell"\ncount = true\n' >query.toml
check "a query in a file" 0 "1" "$search" --config query.toml
check "another instead" 0 "2" "$search" --config query.toml price

# What is printed says the same.
"$indexer" --config index.toml --max-time 7h --include 'it'\''s "*"' --print-config >printed.toml || failures=$((failures + 1))
check "in the table's order, the rest as comments" 0 "folders = [ 'articles' ]
index = 'index'
include = [ \"it's \\\"*\\\"\" ]
exclude = [ 'drafts/', 'x\\y' ]
entities = 'off'
jobs = 1
max-time = '7h'
quiet = true" grep -v -e '^#' -e '^$' printed.toml
check "a comment" 0 '# language = "NAME"  # of a new index'\''s word stems (english); or none' grep '^# language' printed.toml
check "printed again it is the same" 0 "$(cat printed.toml)" "$indexer" --config printed.toml --print-config
"$search" --from 2022 --person 'A, B' --person C -0 --format paths --print-config oil -- 'x "y z"' $'-tab\there' >printed.toml
check "of the searcher too" 0 "$(cat printed.toml)" "$search" --config printed.toml --print-config
check "with its query" 0 "query = [ 'oil', 'x \"y z\"' ]" bash -c '"$1" --print-config oil "x \"y z\"" | head -n 1' - "$search"
printf 'lang\xff' >bytes.txt
check_error "bytes that are not UTF-8" 2 "dateline-index: --index $(printf '\xef\xbf\xbd') is not UTF-8" \
  "$indexer" --index $'\xff' --print-config

# Mistakes name the file and the line.
mistake() {
  printf '%b' "$2" >bad.toml
  check_error "$1" 2 "$3" "${4:-$indexer}" --config bad.toml articles --index index
}
mistake "unknown" 'jobs = 1\nexlude = "a"\n' "dateline-index: bad.toml:2: there is no option exlude"
[[ $(sed -n 2p stderr.txt) == "  did you mean exclude?" ]] || { failures=$((failures + 1)); cat stderr.txt; }
mistake "not TOML" 'jobs = 1\n\nexclude = [\n' "dateline-index: bad.toml:3: Error while parsing array: encountered end-of-file"
mistake "a value" 'jobs = "x"\n' 'dateline-index: bad.toml:1: --jobs "x" is not a number from 0 to 4294967295'
mistake "a value that is checked later" '\njobs = 0\n' "dateline-index: bad.toml:2: --jobs 0 is not from 1 to 1024"
mistake "a value of one without" 'quiet = "yes"\n' "dateline-index: bad.toml:1: quiet takes no value: it is true or false"
mistake "true for a value" 'entities = true\n' "dateline-index: bad.toml:1: the value of entities is neither a text nor a whole number"
mistake "a list" 'language = ["a", "b"]\n' "dateline-index: bad.toml:1: language takes one value, no list"
mistake "a section" '[x]\njobs = 1\n' "dateline-index: bad.toml:1: sections have no meaning here: x"
mistake "a config in a config" 'config = "x"\n' "dateline-index: bad.toml:1: there is no option config"
mistake "twice" 'jobs = 1\njobs = 2\n' "dateline-index: bad.toml:2: Error while parsing key-value pair: cannot redefine existing integer 'jobs'"
mistake "of the searcher" 'limit = "many"\n' 'dateline-search: bad.toml:1: --limit "many" is not a number from 0 to 4294967295' "$search"
mistake "a date of the searcher" 'from = "x"\n' 'dateline-search: bad.toml:1: --from: date "x" is not understood' "$search"
check_error "no file" 2 "dateline-index: cannot read none.toml: No such file or directory" \
  "$indexer" --config none.toml articles
check_error "a folder" 2 "dateline-index: cannot read articles: Is a directory" "$indexer" --config articles articles
check_error "two files" 2 "dateline-index: --config: At Most 1 required but received 2" \
  "$indexer" --config index.toml --config index.toml

finish
