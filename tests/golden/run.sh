#!/bin/sh
# Holds every fixture against its goldens, against the truth written by hand (judge.py), and what was
# read against the source that the input was made from (judge_dump.py).
# Usage: sh tests/golden/run.sh [HEJI]     prints ok/not ok a fixture, and a last line that counts
# HEJI is the program, by default the one that $HEJI names.
set -u
heji=${1:-${HEJI:?usage: run.sh HEJI}}
here=$(cd "$(dirname "$0")" && pwd)
heji=$(cd "$(dirname "$heji")" && pwd)/$(basename "$heji")
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0

# golden NAME GOT WANT: the two are the same bytes; else the first lines that differ
golden() {
    if [ ! -f "$3" ]; then echo "$1: no golden"; return; fi
    cmp -s "$2" "$3" && return
    for f in "$2" "$3"; do
        python3 -m json.tool --json-lines --no-ensure-ascii "$f" > "$tmp/$(basename "$f").pretty.$$" 2>/dev/null ||
            cp "$f" "$tmp/$(basename "$f").pretty.$$"
        mv "$tmp/$(basename "$f").pretty.$$" "$tmp/side.$([ "$f" = "$2" ] && echo got || echo want)"
    done
    echo "$1 differs:"
    diff -u "$tmp/side.want" "$tmp/side.got" | sed 's/^/    /' | head -n 30
}

# compare DIR: what is wrong with a fixture, nothing if all is well
compare() {
    dir=$1
    name=$(basename "$(dirname "$dir")")_$(basename "$dir")
    input=$(cd "$dir" && ls input.*)
    (cd "$dir" && "$heji" dump "$input") > "$tmp/$name.dump" 2> "$tmp/err" || cat "$tmp/err"
    (cd "$dir" && "$heji" check --format jsonl "$input") > "$tmp/$name.jsonl" 2> "$tmp/err"
    status=$?
    if [ $status -gt 1 ] || [ -s "$tmp/err" ]; then
        echo "exit status $status"
        cat "$tmp/err"
    fi
    golden dump "$tmp/$name.dump" "$dir/dump.json"
    origin=$dir
    [ -f "$dir/source.txt" ] || origin=$(sed -n 's,^= ,,p' "$dir/findings.txt")
    python3 "$here/judge_dump.py" "$origin/source.txt" "$tmp/$name.dump" "${input##*.}" 2>&1
    golden record "$tmp/$name.jsonl" "$dir/record.jsonl"
    twin=$(sed -n 's,^= \([a-z]*\)/,\1_,p' "$dir/findings.txt")
    if [ -n "$twin" ]; then
        python3 "$here/judge.py" "$dir" "$tmp/$name.jsonl" "$tmp/$twin.jsonl"
    else
        python3 "$here/judge.py" "$dir" "$tmp/$name.jsonl"
    fi 2>&1
}

cd "$here/../../fixtures" || exit 2
# twins last: what they are held against must have been read
for dir in $(grep -L '^=' ./*/*/findings.txt) $(grep -l '^=' ./*/*/findings.txt); do
    dir=$(dirname "${dir#./}")
    compare "$dir" > "$tmp/report"
    if [ -s "$tmp/report" ]; then
        failed=$((failed + 1))
        echo "not ok $dir"
        sed 's/^/    /' "$tmp/report"
    else
        passed=$((passed + 1))
        echo "ok $dir"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
