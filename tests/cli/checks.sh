# What the tests of the programs share: $indexer, $search, a scratch folder to be in, and the checks.
# source checks.sh DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
set -u

indexer=$1
search=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failures=0

# check NAME STATUS EXPECTED COMMAND...: exit status, and stdout with times and the scratch folder taken out.
check() {
  local name=$1 status=$2 expected=$3
  shift 3
  local output got
  output=$("$@" 2>stderr.txt)
  got=$?
  output=$(sed -E "s|$scratch|SCRATCH|g; s/\([0-9.]+ m?s\)/(TIME)/; s/\"ms\":[0-9.]+/\"ms\":0/" <<<"$output")
  if [[ $got -eq 126 || $got -eq 127 || $got -ne $status || $output != "$expected" ]]; then
    failures=$((failures + 1))
    printf 'FAILED: %s (exit status %d, expected %d)\n%s\n--- expected\n%s\n--- stderr\n' \
      "$name" "$got" "$status" "$output" "$expected"
    cat stderr.txt
  fi
}

# check_error NAME STATUS FIRST_LINE COMMAND...: exit status, nothing on stdout, the first line of stderr.
check_error() {
  local name=$1 status=$2 first=$3
  shift 3
  check "$name" "$status" "" "$@"
  if [[ $(head -n 1 stderr.txt) != "$first" ]]; then
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$name"
    cat stderr.txt
  fi
}

# finish: says how it went; the exit status of a test is that of this.
finish() {
  [[ $failures -eq 0 ]] && echo "all passed"
  exit $((failures > 0))
}
