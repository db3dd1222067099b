#!/bin/sh
# Which lines of the stages that read are run by their tests, and by a check of the fixtures.
# Usage: sh tests/coverage.sh BUILD     BUILD was compiled with --coverage and is used for this only
# Prints the files below 95 %, and the whole of each folder. Workers count too: they end with exit.
set -eu
cd "$(dirname "$0")/.."
build=$1
find "$build" -name '*.gcda' -delete
for program in "$build"/tests/ingest/*_test "$build"/tests/normalize/*_test; do
    "$program" >"$build/coverage.log" 2>&1 || { cat "$build/coverage.log"; exit 1; }
done
"$build/heji" check --no-sandbox --fail-on never fixtures/*/*/input.* >/dev/null 2>&1
for folder in ingest normalize; do
    gcov -n -o "$build/$folder" $folder/*.c 2>/dev/null | awk -v folder=$folder '
        /^File / { file = $2; gsub("\047", "", file); next }
        /^Lines executed:/ && index(file, folder "/") == 1 && file ~ /[.]c$/ {
            split($0, part, /:|% of /)
            lines += part[3]; run += part[3] * part[2] / 100
            if (part[2] < 95) printf "    %5.1f %% of %4d  %s\n", part[2], part[3], file
        }
        { file = "" }
        END { printf "%s: %.1f %% of %d lines\n", folder, 100 * run / lines, lines }'
done
