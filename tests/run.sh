#!/bin/sh
# Runs every test against a build and closes with "N passed, N failed". Usage: run.sh BUILD
# BUILD/tests/*/*_test are programs of cmocka; tests/*/run.sh are scripts that print "ok NAME" or
# "not ok NAME" a case and the same closing line; each is given the path of heji. HEJI_RUNNER (such as
# valgrind) goes before each program; the hostile inputs, which have a clock, are left out then.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$1
runner=${HEJI_RUNNER:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

if [ -n "$runner" ]; then
    printf '#!/bin/sh\nexec %s %s "$@"\n' "$runner" "$PWD/$build/heji" >"$work/heji"
    chmod +x "$work/heji"
    HEJI=$work/heji
else
    HEJI=$PWD/$build/heji
fi

# report NAME STATUS PASSED FAILED: one line a suite, and its output when something failed
report() {
    ok=${3:-0}
    bad=${4:-0}
    [ "$2" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
    [ "$((ok + bad))" -gt 0 ] || bad=1
    passed=$((passed + ok))
    failed=$((failed + bad))
    if [ "$bad" -gt 0 ]; then
        cat "$work/out"
        echo "FAILED $1: $ok passed, $bad failed"
    else
        printf 'ok     %s (%s)\n' "$1" "$ok"
    fi
}

for program in "$build"/tests/*/*_test; do
    [ -x "$program" ] || continue
    # shellcheck disable=SC2086 # the runner is a list of words
    $runner "$program" >"$work/out" 2>&1
    status=$?
    ok=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test(s).*/\1/p' "$work/out" | awk '{ n += $1 } END { print n + 0 }')
    bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test(s).*/\1/p' "$work/out" | awk '{ n += $1 } END { print n + 0 }')
    report "${program#"$build"/}" "$status" "$ok" "$bad"
done

for script in tests/*/run.sh; do
    case $script:$runner in
    tests/bench/* | tests/hostile/*:?* | *'*'*) continue ;;
    esac
    sh "$script" "$HEJI" >"$work/out" 2>&1 </dev/null
    status=$?
    counts=$(tail -n 1 "$work/out" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
    report "${script%/run.sh}" "$status" "${counts% *}" "${counts#* }"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
