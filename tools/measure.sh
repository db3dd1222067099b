#!/bin/sh
# Plants errors into clean reports, runs heji over both, and prints recall and precision by rule, layout and
# format, and the false alarms per hundred clean reports.
# Usage: measure.sh HEJI DIR [COUNT [SEED [LAYOUT]]]      DIR/details lists what was missed and what was false
set -eu
heji=$1 dir=$2 count=${3:-2000} seed=${4:-1} layout=${5:-}
seeder=$(cd "$(dirname "$0")" && pwd)/seed
rm -rf "$dir/clean" "$dir/dirty"
mkdir -p "$dir"
python3 "$seeder" make "$dir" --count "$count" --seed "$seed" ${layout:+--layout "$layout"}
for folder in clean dirty; do
    "$heji" check --format jsonl --fail-on never "$dir/$folder" >"$dir/$folder.jsonl"
done
python3 "$seeder" score "$dir" "$dir/clean.jsonl" "$dir/dirty.jsonl" --details "$dir/details" --markdown
