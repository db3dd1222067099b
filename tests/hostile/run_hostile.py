#!/usr/bin/env python3
"""Runs heji over the cases of make_hostile.py and judges each: no crash, no hang, bounded memory,
the expected class of error, valid JSON, the same output twice; then all of them in one batch.

Usage: run_hostile.py HEJI CASES

A program that cannot even print its version within the memory bound (built with a sanitizer, run by
valgrind) is run without it, and has twenty times the time.
"""
import json
import os
import resource
import subprocess
import sys

SECONDS, MEMORY = 10, 1 << 30
instrumented = False


def bound(times):
    if not instrumented:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY * times, MEMORY * times))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Wrong(Exception):
    pass


def run(heji, folder, *args, times=1):
    """Status, output and diagnostics; a signal or a passed deadline is wrong. `times` the bounds."""
    seconds = SECONDS * times * (20 if instrumented else 1)
    try:
        done = subprocess.run([heji, *args], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL,
                              timeout=seconds, preexec_fn=lambda: bound(times))
    except subprocess.TimeoutExpired:
        raise Wrong(f"{args[0]}: more than {seconds} s")
    if done.returncode not in (0, 1, 3):
        raise Wrong(f"{args[0]}: exit status {done.returncode}: {done.stderr[-200:]!r}")
    return done


def records(output):
    try:
        text = output.decode("utf-8")
        return [json.loads(line) for line in text.split("\n") if line]
    except ValueError as e:
        raise Wrong(f"output is not valid JSON: {e}")


def judge_failure(case, record, done):
    if record["source"]["status"] != "failed" or not record["source"]["error"]["message"]:
        raise Wrong(f'not refused: status {record["source"]["status"]}')
    code = record["source"]["error"]["code"]
    if code not in case["codes"]:
        raise Wrong(f'refused as {code}, not {"|".join(case["codes"]) or "at all"}')
    if done.returncode != 3:
        raise Wrong(f"refused, but exit status {done.returncode}")
    if len(done.stderr.strip().split(b"\n")) != 1 or not done.stderr.strip():
        raise Wrong(f"not one line of diagnostics: {done.stderr[:300]!r}")
    if any(b < 32 and b != 10 for b in done.stderr):
        raise Wrong("control characters in the diagnostics")


def judge_content(case, heji, folder, path):
    dump = run(heji, folder, "dump", path)
    try:
        text = json.dumps(json.loads(dump.stdout.decode("utf-8")), ensure_ascii=False)
    except ValueError as e:
        raise Wrong(f"dump is not valid JSON: {e}")
    if case["text"] and case["text"] not in text:
        raise Wrong(f'{case["text"]} is not in what was read')


def judge_dump(failed, heji, folder, path):
    """dump reads what check reads, with places and without, and refuses what check refuses."""
    for options in ([], ["--places"]):
        dump = run(heji, folder, "dump", *options, path)
        if (dump.returncode == 3) != failed or (dump.stdout == b"") != failed:
            raise Wrong(f"check {'refused' if failed else 'read'} it, dump {options} did not")


def judge(case, heji, folder):
    path = b"./" + bytes.fromhex(case["file"])
    first = run(heji, folder, "check", "--jobs", "1", "--format", "jsonl", path)
    if run(heji, folder, "check", "--jobs", "1", "--format", "jsonl", path).stdout != first.stdout:
        raise Wrong("not the same output twice")
    run(heji, folder, "check", "--jobs", "1", path)
    found = records(first.stdout)
    if case["expect"] == "folder":
        return
    if len(found) != 1:
        raise Wrong(f"{len(found)} records for one file")
    failed = found[0]["source"]["status"] == "failed"
    judge_dump(failed, heji, folder, path)
    if case["expect"] == "fail" or (case["expect"] == "any" and failed):
        judge_failure(case, found[0], first)
    elif failed:
        raise Wrong(f'refused: {found[0]["source"]["error"]}')
    elif found[0]["source"]["status"] == "ok" and (found[0]["source"]["error"] or first.stderr):
        raise Wrong(f'read, but with an error: {found[0]["source"]["error"]} {first.stderr[:200]!r}')
    else:
        judge_content(case, heji, folder, path)


def judge_batch(cases, heji, folder):
    """All of them in one run: none stops the others, the order is that of the input."""
    paths = [b"./" + bytes.fromhex(c["file"]) for c in cases if c["expect"] != "folder"]
    one = run(heji, folder, "check", "--jobs", "1", "--format", "jsonl", *paths, times=4)
    two = run(heji, folder, "check", "--jobs", "2", "--format", "jsonl", *paths, times=4)
    if one.stdout != two.stdout:
        raise Wrong("--jobs 2 prints other bytes than --jobs 1")
    if one.returncode != 3:
        raise Wrong(f"exit status {one.returncode} instead of 3")
    found = records(one.stdout)
    if len(found) != len(paths):
        raise Wrong(f"{len(found)} records for {len(paths)} files")


def is_instrumented(heji):
    try:
        return run(heji, ".", "--version").returncode != 0
    except Wrong:
        return True


def name_of(case):
    return ascii(bytes.fromhex(case["file"]).decode("utf-8", "backslashreplace"))[1:-1]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    global instrumented
    heji, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    instrumented = is_instrumented(heji)
    with open(os.path.join(folder, "cases.json"), encoding="ascii") as f:
        cases = json.load(f)
    passed = failed = 0
    jobs = [(name_of(c), lambda c=c: judge(c, heji, folder)) for c in cases]
    for name, job in jobs + [("all in one batch", lambda: judge_batch(cases, heji, folder))]:
        try:
            job()
            passed += 1
            print(f"ok {name}")
        except Wrong as wrong:
            failed += 1
            print(f"not ok {name}\n    {wrong}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
