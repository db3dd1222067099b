#!/bin/sh
# Malformed and hostile inputs against HEJI: prints ok/not ok a case, and a last line that counts.
# Usage: sh tests/hostile/run.sh [HEJI]    HEJI is the program, by default the one that $HEJI names
set -u
heji=${1:-${HEJI:?usage: run.sh HEJI}}
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d) || exit 2
trap 'chmod -R u+rwX "$tmp" 2>/dev/null; rm -rf "$tmp"' EXIT
python3 "$here/make_hostile.py" "$tmp/cases" || exit 2
python3 "$here/run_hostile.py" "$heji" "$tmp/cases"
