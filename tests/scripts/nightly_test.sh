#!/usr/bin/env bash
# scripts/nightly: systemd, cron and logrotate take the files, as far as they are here, and the program
# its options.
# nightly_test.sh FOLDER DATELINE_INDEX_PROGRAM DATELINE_SEARCH_PROGRAM
set -u
folder=$1
indexer=$2
search=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n' "$*"
}

if command -v systemd-analyze >/dev/null; then
  cp "$folder"/dateline-index.{service,timer} "$scratch"
  # The manual is where the program is installed, and the program itself may be anywhere.
  sed -i "s|/usr/local/bin/dateline-index|$indexer|; /^Documentation=/d" "$scratch/dateline-index.service"
  output=$(systemd-analyze verify "$scratch"/dateline-index.{service,timer} 2>&1) || fail "systemd: $output"
  [[ -z $output ]] || fail "systemd: $output"
else
  echo "no systemd-analyze here: the units are not checked"
fi
if command -v logrotate >/dev/null; then
  output=$(logrotate --debug --state "$scratch/state" "$folder/logrotate" 2>&1) || fail "logrotate: $output"
  grep -qi '^error' <<<"$output" && fail "logrotate: $output"
else
  echo "no logrotate here: its file is not checked"
fi

# Each option is one; the folders are made up, so that is as far as it goes.
"$indexer" --config "$folder/index.toml" --print-config >"$scratch/options" 2>&1 || fail "options: $(cat "$scratch/options")"
grep -q "^until = '06:00'" "$scratch/options" || fail "options: $(cat "$scratch/options")"

# The commands of the crontab and the unit, as options that the programs know.
commands=$(grep -hv '^#' "$folder/crontab" "$folder/dateline-index.service" |
  grep -oE 'dateline-(index|search) [^|]*' | sed "s|/etc/dateline/|$folder/|g")
while read -r program options; do
  run=$indexer
  [[ $program == dateline-search ]] && run=$search
  # shellcheck disable=SC2086
  "$run" $options --print-config >/dev/null 2>"$scratch/error" || fail "$program $options: $(cat "$scratch/error")"
done < <(grep -E ' --' <<<"$commands" | sed 's/ *$//')

[[ $failures -eq 0 ]] && echo "all passed"
exit $((failures > 0))
