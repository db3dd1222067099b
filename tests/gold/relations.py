#!/usr/bin/env python3
"""How many of the relations in relations.txt are verified. Usage: relations.py RECORDS.jsonl

Each line of the list is paired with a check of its document, line, rule and figure that passed, was
rounding, or failed; no check is used twice. Records of Word documents have no lines: there the rule and
the figure decide. Exit status: 0 when at least 95 % are verified, else 1.
"""
import json
import os
import sys
from decimal import Decimal, InvalidOperation

WANTED = Decimal("0.95")


def plain(value):
    try:
        return str(Decimal(value).normalize())
    except InvalidOperation:
        return value


def verified_checks(path):
    found, lines_known = {}, False
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            document = os.path.basename(record["source"]["path"])[:3]
            for check in record["checks"]:
                if check["outcome"] == "unverifiable" or check["claimed"] is None:
                    continue
                line_of = check["at"].get("line")
                lines_known |= line_of is not None
                key = (document, line_of, check["rule"], plain(check["claimed"]))
                found[key] = found.get(key, 0) + 1
    return found, lines_known


def main():
    found, lines_known = verified_checks(sys.argv[1])
    total, missing = 0, []
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "relations.txt"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            document, at, rule, claimed = line.split()
            key = (document, int(at) if lines_known else None, rule, plain(claimed))
            total += 1
            if found.get(key, 0) > 0:
                found[key] -= 1
            else:
                missing.append(line.strip())
    share = Decimal(total - len(missing)) / total
    print(f"relations: {total - len(missing)} of {total} verified ({share:.1%})")
    for line in missing:
        print("  not verified:", line)
    return 0 if share >= WANTED else 1


sys.exit(main())
