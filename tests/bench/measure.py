#!/usr/bin/env python3
"""Runs heji and the limit in turn over the corpora of gen.py and prints what it measured.

Usage: measure.py HEJI FOLDER      FOLDER holds small/ large/ scale/ text/ and the program sax
CPU is user + system of the process. Ratios are taken round by round and given as the median.
"""
import glob
import os
import resource
import shutil
import statistics
import subprocess
import sys

CHECK = ["check", "--jobs", "1", "--fail-on", "never", "--format", "jsonl"]
ROUNDS = 9


def cpu(*command):
    """CPU seconds and peak resident KiB of a run."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[:3]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def wall(*command):
    before = os.times().elapsed
    cpu(*command)
    return os.times().elapsed - before


def paired(heji, sax, files):
    """CPU of heji over CPU of the limit; documents per CPU second; peak KiB."""
    rounds = [(cpu(heji, *CHECK, *files), cpu(sax, *files)) for _ in range(ROUNDS)]
    ratio = [h[0] / s[0] for h, s in rounds]
    speed = len(files) / statistics.median(h[0] for h, _ in rounds)
    return statistics.median(ratio), min(ratio), max(ratio), speed, max(h[1] for h, _ in rounds)


def instructions(*command):
    """Instructions that a run executes, by callgrind; 0 without valgrind."""
    if not shutil.which("valgrind"):
        return 0
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, text=True)
    return int(next(l for l in done.stderr.split("\n") if "Collected" in l).split(":")[1])


def per_document(command, files):
    """Instructions a document, start-up taken out: 21 documents against one."""
    return (instructions(*command, *files[:21]) - instructions(*command, files[0])) / 20 / 1e6


def flat(heji, files, folder):
    """Peak KiB over the files once, and over 10,000 names of them."""
    names = os.path.join(folder, "names")
    os.makedirs(names, exist_ok=True)
    for i in range(10000):
        link = os.path.join(names, f"{i:05d}.docx")
        if not os.path.islink(link):
            os.symlink(os.path.abspath(files[i % len(files)]), link)
    many = sorted(glob.glob(f"{names}/*.docx"))
    return cpu(heji, *CHECK, *files)[1], cpu(heji, *CHECK, *many)[1]


def row(what, value):
    print(f"| {what} | {value} |")


def scale(heji, files):
    seconds = []
    for path in files:
        runs = [cpu(heji, *CHECK, path) for _ in range(5)]
        seconds.append(statistics.median(r[0] for r in runs))
        row(f"{os.path.basename(path)[:4]} rows: CPU, peak memory",
            f"{seconds[-1] * 1000:.0f} ms, {max(r[1] for r in runs) / 1024:.1f} MiB")
    row("CPU at 8,000 rows : 500 rows (16 times the rows)", f"{seconds[-1] / seconds[0]:.1f}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    heji, folder = sys.argv[1:]
    sax = os.path.join(folder, "sax")
    small, large, rows, text = (sorted(glob.glob(f"{folder}/{k}/*")) for k in ("small", "large", "scale", "text"))
    print("| what | measured |\n|---|---|")
    for name, files in (("small", small), ("large", large)):
        ratio, low, high, speed, peak = paired(heji, sax, files)
        row(f"{name}: CPU of heji : limit (median of {ROUNDS} pairs)", f"{ratio:.2f} ({low:.2f} to {high:.2f})")
        row(f"{name}: documents per CPU second", f"{speed:.0f}" if speed >= 100 else f"{speed:.1f}")
        row(f"{name}: peak memory", f"{peak / 1024:.1f} MiB")
    row("text: documents per CPU second",
        f"{len(text) / statistics.median(cpu(heji, *CHECK, *text)[0] for _ in range(5)):.0f}")
    row("small: instructions a document, heji", f"{per_document([heji, *CHECK], small):.1f} M")
    row("small: instructions a document, limit", f"{per_document([sax], small):.1f} M")
    scale(heji, rows)
    once, many = flat(heji, small, folder)
    row("peak memory over 200 and over 10,000 documents", f"{once / 1024:.1f} and {many / 1024:.1f} MiB")
    two = [c if c != "1" else "2" for c in CHECK]
    one, both = (min(wall(heji, *c, *small) for _ in range(5)) for c in (CHECK, two))
    row("speed with --jobs 2 : --jobs 1", f"{one / both:.2f}")


main()
