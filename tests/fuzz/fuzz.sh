#!/bin/sh
# Builds the fuzz targets with clang (libFuzzer, ASan, UBSan) and runs each for SECONDS (60).
# Usage: sh tests/fuzz/fuzz.sh [SECONDS]     from the project's folder or anywhere
# Seeds come from fixtures/; what is found stays in build/fuzz/bin, crashes as TARGET-crash-...
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
out=build/fuzz
flags='-O1 -g -fno-sanitize-recover=undefined -fsanitize=address,undefined'

make --silent BUILD=$out CC=clang WARN=-Wall CFLAGS="$flags,fuzzer-no-link" "$out/libheji.a" "$out/tools/pipeline.o"

mkdir -p $out/bin $out/seeds/bytes $out/seeds/markup $out/seeds/mention $out/seeds/report
for input in fixtures/*/*/input.*; do
    name=$(basename "$(dirname "$input")").${input##*.}
    cp "$input" $out/seeds/bytes/"$name"
    case $input in
    *.docx) python3 -c 'import sys, zipfile
sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("word/document.xml"))' "$input" \
        > $out/seeds/markup/"$name" ;;
    *.txt) cp "$input" $out/seeds/report/"$name" ;;
    esac
done
# a paragraph a seed: the sentences of the sources
cat fixtures/*/*/source.txt | grep -v '^%' | grep '[0-9]' | sort -u |
    awk -v out=$out/seeds/mention '{ f = out "/" NR; print > f; close(f) }'

status=0
for target in bytes markup mention report; do
    # shellcheck disable=SC2046,SC2086 # lists of words
    clang -std=c11 -I. -D_POSIX_C_SOURCE=200809L $(pkg-config --cflags libxml-2.0) $flags,fuzzer \
        -Wall -o $out/bin/$target tests/fuzz/${target}_fuzz.c \
        $([ $target = report ] && echo $out/tools/pipeline.o) $out/libheji.a \
        $(pkg-config --libs libxml-2.0 libzip libpcre2-8 libcjson nettle gmp) -lunistring -lpthread
    mkdir -p $out/corpus/$target
    if $out/bin/$target -max_len=65536 -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$out/bin/$target-" $out/corpus/$target $out/seeds/$target > $out/bin/$target.log 2>&1; then
        echo "ok $target $(sed -n 's/^stat::number_of_executed_units: *//p' $out/bin/$target.log) runs"
    else
        echo "not ok $target: see $out/bin/$target.log"
        status=1
    fi
done
exit $status
