#!/bin/sh
# Holds the records of real reports against hand-made ones. Usage: gold.sh HEJI DIR
# DIR holds tools/score_gold.py, gold/ and corpus/seeds, corpus/seeds_docx: all of it must be found, the
# findings that it only wishes for too, and nothing false reported. Of gold_excerpts/ and corpus/excerpts,
# fragments of pages, all findings that must be found and most of the others are asked for, and nothing
# false. Of the relations in tests/gold/relations.txt 95 % must be verified, as text and as Word documents.
set -eu
heji=$1
dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# hold SET GOLD OPTION...: the records of corpus/SET against the folder GOLD
hold() {
    set=$1 gold=$2
    shift 2
    "$heji" check --format jsonl --fail-on never "$dir/corpus/$set"/* >"$work/records.jsonl"
    python3 "$dir/tools/score_gold.py" "$dir/$gold" "$work/records.jsonl" "$@" --json >"$work/score" || :
    python3 - "$set" "$work/score" "$@" <<'END' || status=1
import json, sys

name, path, *options = sys.argv[1:]
text = open(path, encoding="utf-8").read()
results, end = json.JSONDecoder().raw_decode(text)
kinds = [("findings", "missed"), ("findings", "false"), ("findings", "doubtful")]
if "--fragments" not in options:
    kinds += [("indicators", "missing"), ("quantities", "missing"), ("parts", "wrong"),
              ("checks", "missing"), ("findings", "should_missed")]
bad, wanted, missed = [], 0, 0
for stem, result in results.items():
    if "record" in result:
        bad.append(f"{stem}: no record")
        continue
    for kind, key in kinds:
        bad += [f"{stem} {kind} {key}: {item}" for item in result[kind][key]]
    if result["indicators"]["extra"] and "--fragments" not in options:
        bad.append(f"{stem} indicators beyond the gold: {result['indicators']['extra']}")
    wanted += result["findings"]["should"]
    missed += len(result["findings"]["should_missed"])
if missed * 2 > wanted:
    bad.append(f"{missed} of {wanted} wished for are missed")
print(name + ":" + text[end:].rstrip().replace("\n", " "))
print("\n".join("  " + line for line in bad), end="\n" if bad else "")
sys.exit(1 if bad else 0)
END
}

for set in seeds seeds_docx; do
    hold "$set" gold
    python3 "$(dirname "$0")/../tests/gold/relations.py" "$work/records.jsonl" || status=1
done
hold excerpts gold_excerpts --fragments
exit "$status"
