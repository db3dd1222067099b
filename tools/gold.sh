#!/bin/sh
# Holds the records of real reports against hand-made ones. Usage: gold.sh HEJI DIR
# DIR holds tools/score_gold.py, gold/ and corpus/seeds, corpus/seeds_docx. Everything must be found
# and nothing false reported, except that a finding of a rule that this program does not have yet
# (`heji rules` does not list it) is not asked for. Of the relations in tests/gold/relations.txt 95 % must
# be verified, as text and as Word documents.
set -eu
heji=$1
dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

"$heji" rules | awk 'NF > 1 && $1 ~ /^[a-z]+\.[a-z_]+$/ { print $1 }' >"$work/rules"
for set in seeds seeds_docx; do
    "$heji" check --format jsonl --fail-on never "$dir/corpus/$set"/* >"$work/records.jsonl"
    python3 "$dir/tools/score_gold.py" "$dir/gold" "$work/records.jsonl" --json >"$work/score" || :
    python3 "$(dirname "$0")/../tests/gold/relations.py" "$work/records.jsonl" || status=1
    python3 - "$set" "$work/rules" "$work/score" <<'END' || status=1
import json, sys

name, rules, path = sys.argv[1:]
known = set(open(rules).read().split())
text = open(path, encoding="utf-8").read()
results, end = json.JSONDecoder().raw_decode(text)
bad = []
for stem, result in results.items():
    if "record" in result:
        bad.append(f"{stem}: no record")
    for kind, key in (("indicators", "missing"), ("quantities", "missing"), ("parts", "wrong"),
                      ("checks", "missing"), ("findings", "false"), ("findings", "doubtful")):
        bad += [f"{stem} {kind} {key}: {item}" for item in result[kind][key]]
    for item in result["findings"]["missed"]:
        if known & set(item.split()[0].split("|")):
            bad.append(f"{stem} findings missed: {item}")
    if result["indicators"]["extra"]:
        bad.append(f"{stem} indicators beyond the gold: {result['indicators']['extra']}")
print(name + ":" + text[end:].rstrip().replace("\n", " "))
print("\n".join("  " + line for line in bad), end="\n" if bad else "")
sys.exit(1 if bad else 0)
END
done
exit "$status"
