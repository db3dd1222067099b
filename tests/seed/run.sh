#!/bin/sh
# The measuring kit measured: the same seed gives the same bytes, twins differ, and the scorer sees what is
# missing, what is false and what was found. Usage: run.sh HEJI (an absolute path)
set -u
HEJI=$1
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# verdict NAME: counts the status of the command before it
verdict() {
    if [ "$?" -eq 0 ]; then
        passed=$((passed + 1))
        echo "ok $1"
    else
        failed=$((failed + 1))
        echo "not ok $1"
        sed 's/^/    /' "$work/out" 2>/dev/null | head -n 20
    fi
}

# score CLEAN DIRTY: what the kit makes of two files of records
score() {
    python3 tools/seed score "$work/a" "$1" "$2" --details "$work/details" >"$work/out" 2>&1
}

python3 tools/seed make "$work/a" --count 28 --seed 5 >"$work/out" 2>&1 &&
    python3 tools/seed make "$work/b" --count 28 --seed 5 >"$work/out" 2>&1
diff -r "$work/a" "$work/b" >"$work/out" 2>&1
verdict "the same seed gives the same bytes"
python3 tools/seed make "$work/c" --count 3 --seed 6 && ! cmp -s "$work/a/gold.jsonl" "$work/c/gold.jsonl"
verdict "another seed gives other reports"
for file in "$work"/a/clean/*; do
    cmp -s "$file" "$work/a/dirty/${file##*/}" && echo "${file##*/}"
done >"$work/out"
[ ! -s "$work/out" ]
verdict "every dirty report differs from its twin"

for folder in clean dirty; do
    "$HEJI" check --format jsonl --fail-on never "$work/a/$folder" >"$work/$folder.jsonl"
done
score "$work/clean.jsonl" "$work/dirty.jsonl"
awk '/^all / { found = 1; exit !($4 > 60 && $5 > 80) } END { if (!found) exit 1 }' "$work/out"
verdict "what heji finds is matched with the gold"
grep -q '^28 clean twins: ' "$work/out"
verdict "false alarms are counted by the hundred"

python3 - "$work/dirty.jsonl" "$work/silent.jsonl" "$work/loud.jsonl" <<'END'
import json, sys
source, silent, loud = sys.argv[1:]
with open(source) as f, open(silent, "w") as s, open(loud, "w") as l:
    for line in f:
        record = json.loads(line)
        record["findings"] = []
        s.write(json.dumps(record) + "\n")
        record["findings"] = [{"rule": "score.total", "severity": "error", "claimed": "1", "computed": "2"}]
        l.write(json.dumps(record) + "\n")
END
score "$work/clean.jsonl" "$work/silent.jsonl"
awk '/^all / { exit !($4 == 0) }' "$work/out" && [ "$(grep -c '^missed' "$work/details")" -ge 28 ]
verdict "a silent checker has a recall of 0"
score "$work/loud.jsonl" "$work/dirty.jsonl"
grep -q '100.00 false errors' "$work/out" && [ "$(grep -c '^false error clean' "$work/details")" -eq 28 ]
verdict "a checker that always alarms is seen"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
