#!/bin/sh
# Builds the fuzz targets with clang (libFuzzer, ASan, UBSan) and runs each for SECONDS (60).
# Usage: sh tests/fuzz/fuzz.sh [SECONDS [TARGET...]]     from the project's folder or anywhere
# Seeds come from fixtures/, tests/spec and validate/profiles, words from tests/fuzz/*.dict and report.words.
# The corpus stays in build/fuzz/corpus; what is found in build/fuzz/bin as TARGET-crash-..., -leak-, -timeout-.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
targets=${*:-bytes markup report sentence mention number criterion formula profile}
out=build/fuzz
flags='-O1 -g -fno-sanitize-recover=undefined -fsanitize=address,undefined'
packages='libxml-2.0 libzip libdeflate libpcre2-8 libcjson nettle gmp'

make --silent BUILD=$out CC=clang WARN=-Wall CFLAGS="$flags,fuzzer-no-link" "$out/libheji.a" "$out/tools/pipeline.o"

for target in bytes markup report sentence mention number criterion formula profile; do
    mkdir -p $out/bin $out/seeds/$target $out/corpus/$target
done
for input in fixtures/*/*/input.*; do
    name=$(basename "$(dirname "$input")").${input##*.}
    cp "$input" $out/seeds/bytes/"$name"
    case $input in
    *.docx) python3 -c 'import sys, zipfile
sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("word/document.xml"))' "$input" \
        >$out/seeds/markup/"$name" 2>/dev/null || rm -f $out/seeds/markup/"$name" ;;
    *.txt) cp "$input" $out/seeds/report/"$name" ;;
    esac
done
cp validate/profiles/*.json $out/seeds/profile

python3 -c 'for line in open("tests/fuzz/report.words", "rb").read().splitlines():
    if not line.startswith(b"#"):
        print("\"%s\"" % "".join(chr(b) if b < 127 and b != 34 else "\\x%02X" % b for b in line))' \
    >$out/report.dict

# spec TARGET FILE...: each case of tests/spec/FILE.spec, the lines before its ".", as a seed
spec() {
    folder=$out/seeds/$1
    shift
    for file in "$@"; do
        awk -v out="$folder/$file" '
            /^[!#]/ { next }
            /^$/ { told = 0; text = ""; next }
            told { next }
            $0 == "." { told = 1; f = out NR; printf "%s", text > f; close(f); next }
            { text = text == "" ? $0 : text "\n" $0 }' "tests/spec/$file.spec"
    done
}
spec number numbers numerals units
spec criterion criteria bounds
spec formula head_formulas
spec sentence sentences statements statements_items statements_lists statements_rates statements_scores \
    tellings dates grades rates none hostile
spec mention numbers units bounds dates grades sentences

# dictionary TARGET: the words that its changes may put in
dictionary() {
    case $1 in
    bytes | markup) echo tests/fuzz/markup.dict ;;
    profile) echo tests/fuzz/profile.dict ;;
    *) echo $out/report.dict ;;
    esac
}

status=0
for target in $targets; do
    case $target in
    report | sentence | profile) stages=$out/tools/pipeline.o ;;
    *) stages= ;;
    esac
    # shellcheck disable=SC2046,SC2086 # lists of words
    clang -std=c11 -I. -D_POSIX_C_SOURCE=200809L $(pkg-config --cflags $packages) $flags,fuzzer \
        -Wall -o $out/bin/$target tests/fuzz/${target}_fuzz.c $stages $out/libheji.a \
        $(pkg-config --libs $packages) -lunistring -lpthread
    # shellcheck disable=SC2086 # names of ours
    if $out/bin/$target -max_len=65536 -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 \
        -dict="$(dictionary $target)" -print_final_stats=1 -artifact_prefix="$out/bin/$target-" \
        $out/corpus/$target $out/seeds/$target >$out/bin/$target.log 2>&1; then
        echo "ok $target $(sed -n 's/^stat::number_of_executed_units: *//p' "$out/bin/$target.log") runs"
    else
        echo "not ok $target: see $out/bin/$target.log"
        status=1
    fi
done
exit $status
