#!/bin/sh
# Prints C source that holds the given files for base/data.h. Usage: embed.sh FILE...
set -eu
echo '#include "base/data.h"'
i=0
for file; do
    echo "static const char file_${i}[] = {"
    od -An -v -td1 "$file" | sed 's/  */,/g; s/^,//; s/$/,/'
    echo '0};'
    i=$((i + 1))
done
echo 'const struct data_file data_files[] = {'
i=0
for file; do
    echo "    {\"$file\", file_$i, sizeof file_$i - 1},"
    i=$((i + 1))
done
echo '    {0, 0, 0},'
echo '};'
