#!/usr/bin/env python3
"""A long run in which one document in a hundred is hostile, and one in which a worker is killed.

Usage: mixed.py HEJI WORK [COUNT]      COUNT documents (10000), 400 different ones, stand in WORK

Checked: the records of all sound documents are, byte for byte, those of a run without the others;
every document has its record; SIGKILL of a worker from outside costs one document at most, which is
reported. Printed: how long each run took, and the peak memory of the program and of its workers.
"""
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as f:
            return [int(child) for child in f.read().split()]
    except OSError:
        return []


def peak(pid):
    """VmHWM of a process in MiB; 0 when it is gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as f:
            return next(int(line.split()[1]) / 1024 for line in f if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return 0


def run(heji, folder, words, kill_after=None):
    """Records by path. `kill_after` seconds a worker is killed."""
    start, most, killed = time.time(), [0, 0], None
    done = subprocess.Popen([heji, "check", "--format", "jsonl", folder], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL)
    lines = []
    reader = threading.Thread(target=lambda: lines.extend(done.stdout))
    reader.start()
    while done.poll() is None:
        workers = children(done.pid)
        most[0] = max(most[0], peak(done.pid))
        most[1] = max([most[1], *map(peak, workers)])
        if kill_after and workers and not killed and time.time() - start > kill_after:
            killed = random.Random(1).choice(workers)
            os.kill(killed, 9)
        time.sleep(0.01)
    reader.join()
    print(f"{words}: {len(lines)} records, {time.time() - start:.1f} s, status {done.returncode}; peak "
          f"{most[0]:.1f} MiB the program, {most[1]:.1f} MiB a worker")
    return {json.loads(line)["source"]["path"]: line for line in lines}


def make(work, count):
    folder, cases = os.path.join(work, "documents"), os.path.join(work, "cases")
    made = os.path.join(work, "made")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for kind in ("small", "text"):
        if not os.path.exists(os.path.join(made, kind)):
            subprocess.run([sys.executable, os.path.join(HERE, "../bench/gen.py"), os.path.join(made, kind),
                            kind], check=True, stdout=subprocess.DEVNULL)
    sources = sorted(os.path.join(top, name) for top, _, names in os.walk(made) for name in names)
    for i in range(count):
        source = sources[i * 7 % len(sources)]
        os.link(source, os.path.join(folder, f"{i:06}{os.path.splitext(source)[1]}"))
    if not os.path.exists(cases):
        subprocess.run([sys.executable, os.path.join(HERE, "make_hostile.py"), cases], check=True)
    with open(os.path.join(cases, "cases.json"), encoding="ascii") as f:
        names = [bytes.fromhex(case["file"]).decode("utf-8", "surrogateescape") for case in json.load(f)]
    files = [name for name in names if os.path.isfile(os.path.join(cases, name))]
    return folder, cases, files


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    heji, work = os.path.abspath(sys.argv[1]), sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) == 4 else 10000
    folder, cases, hostile = make(work, count)
    clean = run(heji, folder, "sound documents")
    killed = run(heji, folder, "with a worker killed", 0.3)
    sound = sorted(os.listdir(folder))
    for i in range(max(1, count // 100)):
        shutil.copy(os.path.join(cases, hostile[i % len(hostile)]),
                    os.path.join(folder, sound[i * len(sound) // max(1, count // 100)] + f".hostile{i}.docx"))
    mixed = run(heji, folder, "one in a hundred hostile")
    differing = [path for path in clean if mixed.get(path) != clean[path]]
    lost = [path for path in clean if killed.get(path) != clean[path]]
    good = [(not differing, f"{len(clean)} records are those of the run without hostile ones"),
            (len(mixed) == len(clean) + max(1, count // 100), "every document has its record"),
            (len(killed) == len(clean) and len(lost) <= 1, f"a killed worker cost {len(lost)} documents"),
            (all(b'"worker"' in killed[path] for path in lost), "which is reported")]
    for ok, words in good:
        print(f"{'ok' if ok else 'not ok'} {words}")
    print(f"{sum(ok for ok, _ in good)} passed, {sum(not ok for ok, _ in good)} failed")
    sys.exit(0 if all(ok for ok, _ in good) else 1)


main()
