#!/bin/sh
# From a fresh clone to a tested program: installs what is missing, builds, runs every test. The
# last line counts them: "N passed, N failed".
set -eu
cd "$(dirname "$0")/.."
sh tools/install-deps.sh test
echo "building ..."
make --silent -j"$(nproc)" all tests
sh tests/run.sh build
