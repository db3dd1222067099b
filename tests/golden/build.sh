#!/bin/sh
# Writes every fixture's input again from its source.txt: sh tests/golden/build.sh
# A fixture without source.txt (one saved by LibreOffice) is left alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../fixtures"
for source in docx/*/source.txt; do
    python3 "$here/make_docx.py" "$source" "${source%source.txt}input.docx"
done
for source in text/*/source.txt; do
    python3 "$here/make_text.py" "$source" "${source%source.txt}input.txt"
done
