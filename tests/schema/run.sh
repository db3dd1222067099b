#!/bin/sh
# Every record fits the schema that the program prints: of all fixtures, of files that cannot be
# read, and of names that are no UTF-8. And the schema refuses what is no record.
# Usage: run.sh HEJI (an absolute path)
set -u
HEJI=$1
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=python3
$python -c 'import jsonschema' 2>/dev/null || python=/usr/bin/python3

: >"$work/empty.txt"
printf 'PK\003\004' >"$work/damaged.docx"
printf '本部门自评得分95分。' >"$work/$(printf 'name \033[31m\377\342\200\256.txt')"
"$HEJI" schema >"$work/schema.json"
"$HEJI" check --format jsonl --fail-on never fixtures "$work" "$work/missing.txt" \
    >"$work/records.jsonl" 2>/dev/null
$python tests/schema/validate.py "$work/schema.json" "$work/records.jsonl" >"$work/out" 2>&1
cat "$work/out"
passed=$(grep -c '^ok ' "$work/out")
failed=$(grep -c '^not ok ' "$work/out")

# a record that is changed must be refused
for edit in 's/"schema":"heji-report\/1"/"schema":"heji-report\/2"/' \
    's/"coverage":{/"coverage":{"more":1,/' 's/"sha256":"[0-9a-f]*"/"sha256":"ABC"/' \
    's/"status":"[a-z]*"/"status":"fine"/' 's/"bytes":[0-9]*/"bytes":"1"/'; do
    head -n 1 "$work/records.jsonl" | sed "$edit" >"$work/wrong.jsonl"
    if $python tests/schema/validate.py "$work/schema.json" "$work/wrong.jsonl" >/dev/null 2>&1; then
        echo "not ok refuses $edit"
        failed=$((failed + 1))
    else
        echo "ok refuses $edit"
        passed=$((passed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
