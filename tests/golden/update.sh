#!/bin/sh
# Writes dump.json and record.jsonl of every fixture anew. Read the difference before you commit it;
# findings.txt, checks.txt and reading.txt are written by hand from the documents, never from here.
# Usage: sh tests/golden/update.sh HEJI
set -eu
[ $# -eq 1 ] || { echo "usage: update.sh HEJI" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
heji=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
for dir in "$here"/../../fixtures/*/*/; do
    cd "$dir"
    "$heji" dump input.* > dump.json
    "$heji" check --fail-on never --format jsonl input.* > record.jsonl
done
