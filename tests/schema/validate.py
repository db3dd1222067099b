#!/usr/bin/env python3
"""Holds records against their JSON Schema. Usage: validate.py SCHEMA RECORDS.jsonl
Prints "ok PATH" or "not ok PATH: place: reason" a record. Exit status 1 when one does not fit."""
import json
import sys

import jsonschema


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    bad = 0
    for line in open(sys.argv[2], encoding="utf-8"):
        record = json.loads(line)
        path = ascii(record.get("source", {}).get("path")).strip("'")
        error = next(validator.iter_errors(record), None)
        if error is None:
            print("ok", path)
        else:
            bad += 1
            place = "/".join(str(step) for step in error.absolute_path)
            print("not ok %s: %s: %s" % (path, place, error.message[:200]))
    return 1 if bad else 0


sys.exit(main())
