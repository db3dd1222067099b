#!/bin/sh
# Measures HEJI against the limit (sax.c) and prints a table in Markdown. Nothing is asserted.
# Usage: sh tests/bench/run.sh HEJI [FOLDER]    FOLDER keeps the corpora (default build/bench)
# Needs cc, pkg-config, libxml2, zlib, python3; valgrind for the instruction counts.
set -eu
[ $# -ge 1 ] || { echo "usage: run.sh HEJI [FOLDER]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
heji=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
out=${2:-$here/../../build/bench}
mkdir -p "$out"
for kind in small large scale text; do
    [ -d "$out/$kind" ] || python3 "$here/gen.py" "$out/$kind" $kind
done
# shellcheck disable=SC2046 # a list of words
${CC:-cc} -O2 -o "$out/sax" "$here/sax.c" $(pkg-config --cflags --libs libxml-2.0 zlib)
python3 "$here/measure.py" "$heji" "$out"
