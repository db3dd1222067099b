#!/bin/sh
# The command line as its users meet it: exit statuses, streams, folders, order, broken outputs.
# Usage: run.sh HEJI (an absolute path)
set -u
HEJI=$1
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
passed=0
failed=0

# verdict NAME: counts the status of the command before it
verdict() {
    if [ "$?" -eq 0 ]; then
        passed=$((passed + 1))
        echo "ok $1"
    else
        failed=$((failed + 1))
        echo "not ok $1"
        sed 's/^/    /' "$work/out" "$work/err" 2>/dev/null | head -n 20
    fi
}

# run ARGS...: heji with its streams in $work/out and $work/err, its status in $status
run() {
    "$HEJI" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

out_has() { grep -q -e "$1" "$work/out"; }
err_has() { grep -q -e "$1" "$work/err"; }
lines() { wc -l <"$1" | tr -d ' '; }

paths() { sed 's/.*"path":"\([^"]*\)".*/\1/; s|^.*/docs/||' "$work/out" | tr '\n' ' '; }

docs=$work/docs
mkdir -p "$docs/b/inner" "$docs/.hidden" "$docs/a-b"
printf '本项目自评得分为95分，等级为优。\n' >"$docs/clean.txt"
printf '全年支出100万元，其中：工程支出60万元，设备支出50万元。\n' >"$docs/wrong.txt"
cp "$docs/clean.txt" "$docs/b/inner/z.txt"
cp "$docs/clean.txt" "$docs/b/a.txt"
cp "$docs/clean.txt" "$docs/a-b/x.txt"
cp "$docs/clean.txt" "$docs/.hidden/no.txt"
cp "$docs/clean.txt" "$docs/.no.txt"
cp "$docs/clean.txt" "$docs/~\$lock.txt"
ln -s .. "$docs/b/loop"
ln -s . "$docs/b/self"

# ---- usage
run
[ "$status" -eq 2 ] && [ ! -s "$work/out" ] && err_has 'heji --help'
verdict "no subcommand is wrong usage"
run frobnicate
[ "$status" -eq 2 ] && err_has 'frobnicate'
verdict "an unknown subcommand is wrong usage"
run check
[ "$status" -eq 2 ] && err_has '需要文件'
verdict "check without a path is wrong usage"
for wrong in --nonsense --format=xml --jobs=0 --jobs=9x --jobs=1000 --fail-on=all --lang=fr --jobs; do
    run check "$docs/clean.txt" "$wrong"
    [ "$status" -eq 2 ] && [ ! -s "$work/out" ] && [ -s "$work/err" ]
    verdict "check $wrong is wrong usage"
done
run check --lang en --nonsense
[ "$status" -eq 2 ] && err_has 'no such option'
verdict "wrong usage in English"
run --help
[ "$status" -eq 0 ] && out_has '退出状态' && [ ! -s "$work/err" ]
verdict "--help"
run check --help --lang en
[ "$status" -eq 0 ] && out_has 'Exit status'
verdict "check --help in English"
run --version
[ "$status" -eq 0 ] && out_has '^heji [0-9][0-9.]*$'
verdict "--version"

# ---- profiles
printf '本项目自评得分93分，等级为优。\n' >"$docs/.graded.txt"
run check --format jsonl --profile shijiazhuang "$docs/.graded.txt"
[ "$status" -eq 0 ] && out_has '"profile":"shijiazhuang"'
verdict "--profile NAME: the record says by which"
run check --profile atlantis "$docs/clean.txt"
[ "$status" -eq 2 ] && [ ! -s "$work/out" ] && err_has 'atlantis' && err_has 'national'
verdict "a profile that is not there: 2, with those that are"
run check --profile "$work/none.json" "$docs/clean.txt"
[ "$status" -eq 2 ] && err_has 'none.json: 文件无法读取'
verdict "a profile that cannot be read: 2"
run check --lang en --profile "$work" "$docs/clean.txt"
[ "$status" -eq 2 ] && err_has 'a directory'
verdict "a folder is no profile: 2"
cat >"$work/own.json" <<'END'
{"name": "own", "margin": "0",
 "bands": [{"grade": "优", "low": "95"}, {"grade": "良", "high": "95"}],
 "rules": [{"id": "user.most", "severity": "error", "zh": "总分过高", "en": "too much",
            "claim": {"claim": "score"}, "is": "at_most", "of": [{"constant": "90"}]}]}
END
run check --profile "$work/own.json" "$docs/.graded.txt"
[ "$status" -eq 1 ] && out_has 'grade.band' && out_has 'user.most' && out_has '等级由“优”变为“良”'
verdict "--profile FILE: bands and rules of one's own"
run rules --profile "$work/own.json"
[ "$status" -eq 0 ] && out_has '^user.most  *error' && out_has '^  优  \[95, …)'
verdict "rules --profile lists them"
run rules --profile "$work/own.json" user.most
[ "$status" -eq 0 ] && out_has '总分过高'
verdict "rules --profile explains one"
run rules user.most
[ "$status" -eq 2 ]
verdict "a rule of one's own is none without its profile"
sed 's/"constant": "90"/"constant": 90/' "$work/own.json" >"$work/wrong.json"
run check --profile "$work/wrong.json" "$docs/clean.txt"
[ "$status" -eq 2 ] && err_has 'wrong.json: .*rules\[0\].of\[0\].constant: '
verdict "a mistake in a profile: 2, with its place"
printf '{"name": "own",\n "margin" 5}' >"$work/wrong.json"
run check --profile "$work/wrong.json" "$docs/clean.txt"
[ "$status" -eq 2 ] && err_has 'wrong.json: .*line 2'
verdict "a profile that is no JSON: 2, with the line"
head -c 1100000 /dev/zero | tr '\0' ' ' >"$work/wrong.json"
run check --profile "$work/wrong.json" "$docs/clean.txt"
[ "$status" -eq 2 ] && err_has 'wrong.json: 文件过大'
verdict "a profile beyond the limit: 2"

# ---- exit statuses of check
run check "$docs/clean.txt"
[ "$status" -eq 0 ] && [ ! -s "$work/err" ]
verdict "nothing found: 0"
run check "$docs/wrong.txt"
[ "$status" -eq 1 ] && out_has '不一致' && out_has 'amount.breakdown'
verdict "an error: 1"
run check --fail-on never "$docs/wrong.txt"
[ "$status" -eq 0 ] && out_has '不一致'
verdict "--fail-on never: 0"
for level in info warning error; do
    run check --fail-on "$level" "$docs/wrong.txt"
    [ "$status" -eq 1 ]
    verdict "--fail-on $level with an error: 1"
done
run check "$docs/wrong.txt" "$docs/missing.txt" "$docs/clean.txt"
[ "$status" -eq 3 ] && [ "$(lines "$work/err")" -eq 1 ] && err_has 'missing.txt: 文件无法读取（' &&
    out_has 'wrong.txt' && out_has 'clean.txt'
verdict "an unreadable file wins over findings: 3, and the others are checked"
run check --format jsonl "$docs/missing.txt"
[ "$status" -eq 3 ] && [ "$(lines "$work/out")" -eq 1 ] && out_has '"status":"failed","error":{"code":"io"'
verdict "an unreadable file has a record"
run check --lang en "$docs/missing.txt"
[ "$status" -eq 3 ] && err_has 'the file cannot be read (No such file'
verdict "an unreadable file, in English"
: >"$work/empty.txt"
run check "$work/empty.txt"
[ "$status" -eq 3 ] && err_has 'empty.txt: 文件为空'
verdict "an empty file: 3"
mkfifo "$work/pipe"
run check "$work/pipe"
[ "$status" -eq 3 ] && err_has 'pipe: 不是普通文件'
verdict "a pipe does not block: 3"
mkdir "$work/bare"
run check "$work/bare"
[ "$status" -eq 3 ] && err_has 'bare: '
verdict "a folder without files: 3"
if [ "$(id -u)" -ne 0 ]; then
    cp "$docs/clean.txt" "$work/secret.txt"
    chmod 0 "$work/secret.txt"
    run check "$work/secret.txt"
    [ "$status" -eq 3 ] && err_has 'Permission denied'
    verdict "no permission: 3"
fi

# ---- formats
run check --format json "$docs/clean.txt" "$docs/wrong.txt"
python3 -c 'import json,sys; r=json.load(open(sys.argv[1])); assert len(r)==2' "$work/out"
verdict "--format json is one array"
run check --format json "$docs/missing.txt"
python3 -c 'import json,sys; r=json.load(open(sys.argv[1])); assert r[0]["source"]["status"]=="failed"' "$work/out"
verdict "--format json with a failure only"
run check --format=jsonl "$docs/clean.txt" "$docs/wrong.txt"
python3 -c 'import json,sys; assert len([json.loads(l) for l in open(sys.argv[1])])==2' "$work/out"
verdict "--format jsonl is a record a line"
"$HEJI" check --format jsonl - <"$docs/wrong.txt" >"$work/out" 2>"$work/err"
[ "$?" -eq 1 ] && out_has '"path":"-"'
verdict "- reads standard input"
run check "$docs/clean.txt" "$docs/wrong.txt"
tail -n 2 "$work/out" | grep -q '共 2 份文件'
verdict "several documents close with a summary"

# ---- folders and names
run check --format jsonl --fail-on never "$docs"
[ "$status" -eq 0 ] && [ "$(paths)" = "a-b/x.txt b/a.txt b/inner/z.txt clean.txt wrong.txt " ]
verdict "a folder: byte order, no hidden files, no locks, no loops"
ln -s "$docs/missing.txt" "$work/bare/dangling.txt"
run check "$work/bare"
[ "$status" -eq 3 ] && err_has 'dangling.txt: 文件无法读取'
verdict "a link that leads nowhere: 3"
deep=$work/deep
mkdir "$deep"
inner=$deep
for _ in $(seq 70); do inner=$inner/d; done
mkdir -p "$inner"
cp "$docs/clean.txt" "$inner/x.txt"
run check "$deep"
[ "$status" -eq 3 ] && [ -s "$work/err" ]
verdict "folders nested beyond the limit: 3"
cp "$docs/clean.txt" "$work/-rf --help.txt"
(cd "$work" && "$HEJI" check -- '-rf --help.txt') >"$work/out" 2>"$work/err" </dev/null
verdict "a name like an option, behind --"
name=$(printf 'bad \033[31m\nname \377\342\200\256.txt')
cp "$docs/wrong.txt" "$work/$name"
run check "$work/$name"
[ "$status" -eq 1 ] && out_has 'bad \\x1B\[31m name \\xFF\\u202E.txt' && ! grep -q "$(printf '\033')" "$work/out"
verdict "a hostile name is made safe in text"
run check --format jsonl "$work/$name"
python3 -c 'import json,sys; json.loads(open(sys.argv[1], encoding="utf-8").read())' "$work/out" &&
    ! grep -q "$(printf '\033\|\342\200\256')" "$work/out"
verdict "a hostile name is made safe in JSON"
rm "$work/$name"
run check "$work/$name"
[ "$status" -eq 3 ] && [ "$(lines "$work/err")" -eq 1 ] && ! grep -q "$(printf '\033')" "$work/err"
verdict "a hostile name is made safe in messages"

# ---- many documents: the same bytes whatever the number of threads
mkdir "$work/many"
for i in $(seq 100 160); do
    sed "s/60/$i/" "$docs/wrong.txt" >"$work/many/$i.txt"
done
: >"$work/many/130.txt"
for format in text json jsonl; do
    "$HEJI" check --jobs 1 --format $format "$work/many" >"$work/one" 2>"$work/err-one"
    "$HEJI" check --jobs 7 --format $format "$work/many" >"$work/out" 2>"$work/err"
    [ "$?" -eq 3 ] && cmp -s "$work/one" "$work/out" && cmp -s "$work/err-one" "$work/err"
    verdict "--jobs does not change the $format"
done

# ---- outputs that break
run_to() {
    "$HEJI" "$@" 2>"$work/err" </dev/null
}
if [ -c /dev/full ]; then
    for command in "check $docs/clean.txt" "check --format jsonl $work/many" --help schema rules \
        "dump $docs/clean.txt" --version; do
        # shellcheck disable=SC2086 # a command and its arguments
        run_to $command >/dev/full
        [ "$?" -eq 3 ] && err_has '结果无法写出（No space left on device）'
        verdict "a full disk: $command" | sed "s|$work/||"
    done
fi
{
    run_to check --format json "$work/many"
    echo "$?" >"$work/status"
} | head -c 1 >/dev/null
[ "$(cat "$work/status")" -eq 3 ] && err_has '结果无法写出（Broken pipe）'
verdict "a reader that goes away"

# ---- the other subcommands
run dump "$docs/clean.txt"
python3 - "$work/out" <<'END'
import json, sys
dump = json.load(open(sys.argv[1]))
assert list(dump) == ["paragraphs", "tables", "numbering", "hidden", "notes", "textboxes"]
assert any("95分" in text for text in dump["paragraphs"])
END
verdict "dump is JSON"
run dump --places "$docs/clean.txt"
python3 - "$work/out" "$docs/clean.txt" <<'END'
import json, sys
dump = json.load(open(sys.argv[1]))
data = open(sys.argv[2], "rb").read()
assert len(dump["places"]["paragraphs"]) == len(dump["paragraphs"])
for text, place in zip(dump["paragraphs"], dump["places"]["paragraphs"]):
    assert data[place["offset"]:].startswith(text.encode()) or "runs" in place, (text, place)
END
verdict "dump --places shows the bytes"
run check --places "$docs/clean.txt"
[ "$status" -eq 2 ]
verdict "check has no --places"
run dump "$docs/missing.txt"
[ "$status" -eq 3 ] && [ ! -s "$work/out" ] && err_has 'missing.txt: 文件无法读取'
verdict "dump of an unreadable file: 3"
run dump "$docs"
[ "$status" -eq 3 ] && err_has '不是普通文件'
verdict "dump of a folder: 3"
run dump
[ "$status" -eq 2 ]
verdict "dump without a file is wrong usage"
run rules
[ "$status" -eq 0 ] && out_has '^score.total ' && out_has '^amount.breakdown ' &&
    [ "$(lines "$work/out")" -gt 20 ]
verdict "rules lists every rule"
run rules score.total
[ "$status" -eq 0 ] && out_has '例' && out_has '依据'
verdict "rules ID explains one"
run rules no.such
[ "$status" -eq 2 ] && err_has 'no.such'
verdict "rules of an unknown id is wrong usage"
run schema
python3 -c 'import json,sys; assert json.load(open(sys.argv[1]))["title"]=="heji-report/1"' "$work/out"
verdict "schema is JSON"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
