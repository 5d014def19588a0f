#!/usr/bin/env python3
"""Kills and crowds the writers of the progress file, and counts what is lost.

    python3 Tests/Benchmarks/progress.py [--binary PATH] [--kills N] [--writes N] [--typing N] [--seed N]

Three runs: two processes that write N times each; `kill -9` at N random moments of a write; and `kill -9` at N random
moments while keys are typed into the notebook, which is opened again each time. Every figure that must hold has its
bound beside it, and the command exits with 1 where one is missed. Needs a release build's compiler, or a binary.
"""
import argparse
import json
import os
import random
import re
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from terminals import Pty

ROOT = Path(__file__).resolve().parents[2]
LESSON = """---
qkv: 1
id: typed
title: Typed
---
## One step

```python {.qkv}
Q = [0, 0]
```
"""


class Home:
    """A data folder of its own, and the program that writes there."""

    def __init__(self, binary):
        self.path = Path(tempfile.mkdtemp(prefix="qkv-progress-"))
        self.binary = binary
        self.folder = self.path / "data" / "qkv"
        self.file = self.folder / "progress.json"
        (self.path / "lessons").mkdir()
        self.lesson = self.path / "typed.md"
        self.lesson.write_text(LESSON)
        self.variables = {"XDG_DATA_HOME": str(self.path / "data"), "HOME": str(self.path),
                          "QKV_LESSONS": str(self.path / "lessons")}

    def start_import(self, lessons):
        """A process that takes in lessons, each with one edit."""
        text = json.dumps({"qkv": 1, "kind": "progress", "lessons": {
            name: {"edits": edits} for name, edits in lessons.items()}})
        process = subprocess.Popen([self.binary, "progress", "--import", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=os.environ | self.variables)
        try:
            process.stdin.write(text.encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        return process

    def document(self):
        return json.loads(self.file.read_text())

    def edit(self):
        try:
            return self.document()["lessons"]["typed"]["edits"].get("Q", "Q = [0, 0]")
        except FileNotFoundError:
            return "Q = [0, 0]"

    def others(self):
        """What lies beside the file and its lock."""
        return [name for name in os.listdir(self.folder)
                if name not in ("progress.json", "progress.lock", "history")]


class Report:
    missed = False

    def row(self, what, value, met, bound):
        Report.missed |= not met
        print(f"{what:<62} {value:>10}   bound {bound}  {'met' if met else 'MISSED'}", flush=True)

    def note(self, what, value):
        print(f"{what:<62} {value:>10}", flush=True)


def writers(binary, count, report):
    home = Home(binary)

    def write(writer):
        for number in range(count):
            if home.start_import({f"{writer}{number}": {"x": f"x = {number}"}}).wait() != 0:
                print(f"writer {writer} failed at {number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = len(home.document()["lessons"])
    report.row(f"two processes, {count} updates each: kept", kept, kept == 2 * count, 2 * count)
    report.row("files beside progress.json and its lock", len(home.others()), not home.others(), 0)


def kills(binary, count, chance, report):
    home = Home(binary)
    home.start_import({"long": {f"n{i}": f"n{i} = " + "1 + " * 25 + "1" for i in range(100)}}).wait()
    times = []
    for number in range(5):
        began = time.perf_counter()
        home.start_import({f"warm{number}": {"x": "x = 1"}}).wait()
        times.append(time.perf_counter() - began)
    whole = statistics.median(times)
    torn = killed = beside = 0
    for number in range(count):
        process = home.start_import({f"k{number}": {"x": f"x = {number}"}})
        try:
            process.wait(timeout=chance.uniform(whole * 0.3, whole * 1.3))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
        try:
            lessons = home.document()["lessons"]
            torn += len(lessons["long"]["edits"]) != 100
        except (ValueError, KeyError, FileNotFoundError):
            torn += 1
        beside = max(beside, len(home.others()))
    written = sum(name.startswith("k") for name in home.document()["lessons"])
    report.note(f"one write of {home.file.stat().st_size >> 10} kB, milliseconds", f"{whole * 1000:.1f}")
    report.note(f"writes begun {count}, killed in the middle", killed)
    report.note("of all of them on disk", written)
    report.row("torn or lost files", torn, torn == 0, 0)
    report.row("most files beside progress.json and its lock", beside, beside <= 1, 1)


def value(edit):
    """How many nudges by 0.1 an edit stands for."""
    match = re.fullmatch(r"Q = \[(\d+(?:\.\d+)?), 0\]", edit)
    if not match:
        raise ValueError(edit)
    return round(float(match[1]) * 10)


def drain(terminal, seconds):
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        if select.select([terminal.descriptor], [], [], left)[0]:
            try:
                os.read(terminal.descriptor, 65536)
            except OSError:
                return


def typed(home, chance):
    """Types `+` until a random moment, then kills: when each key was sent, and when it ended."""
    sent = []
    with Pty([home.binary, str(home.lesson), "--read"], 80, 24) as terminal:
        terminal.wait_quiet()
        end = time.perf_counter() + chance.uniform(0, 3)
        while time.perf_counter() < end:
            sent.append(time.perf_counter())
            os.write(terminal.descriptor, b"+")
            # Mostly as fast as a held key, at times a pause.
            pause = chance.uniform(0.005, 0.06) if chance.random() < 0.9 else chance.uniform(0.1, 0.5)
            drain(terminal, min(pause, max(0, end - time.perf_counter())))
        os.kill(terminal.pid, signal.SIGKILL)
        ended = time.perf_counter()
    return sent, ended


def typing(binary, count, chance, report):
    home = Home(binary)
    os.environ.update(home.variables)
    ages, lost_old, wrong, keys, damaged = [], 0, 0, 0, 0
    before = 0
    for _ in range(count):
        sent, ended = typed(home, chance)
        keys += len(sent)
        try:
            now = value(home.edit())
        except ValueError:
            damaged += 1
            continue
        kept = now - before
        before = now
        # Opened again, it must have gone on from what was on disk.
        wrong += not 0 <= kept <= len(sent)
        lost = sent[max(0, kept):]
        if lost:
            ages.append(ended - lost[0])
            lost_old += ended - lost[0] > 1
    report.note(f"kills while keys were typed; keys", f"{count}; {keys}")
    report.note("kills that lost something; the oldest of it, median ms",
                f"{len(ages)}; {statistics.median(ages or [0]) * 1000:.0f}")
    oldest = max(ages, default=0)
    report.row("the oldest commit lost, ms before the kill", f"{oldest * 1000:.0f}", oldest < 1, 1000)
    report.row("kills that lost a commit older than a second", lost_old, lost_old == 0, 0)
    report.row("openings that did not go on from the disk", wrong, wrong == 0, 0)
    aside = [name for name in home.others() if "damaged" in name]
    report.row("damaged files", damaged + len(aside), damaged + len(aside) == 0, 0)
    report.row("files beside progress.json and its lock", len(home.others()), len(home.others()) <= 1, 1)


def built():
    subprocess.run(["swift", "build", "-c", "release", "--product", "qkv"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    path = subprocess.run(["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT,
                          check=True, capture_output=True, text=True).stdout.strip()
    return os.path.join(path, "qkv")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary")
    parser.add_argument("--writes", type=int, default=500)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--typing", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    binary = os.path.abspath(options.binary) if options.binary else built()
    chance = random.Random(options.seed)
    report = Report()
    if options.writes:
        writers(binary, options.writes, report)
    if options.kills:
        kills(binary, options.kills, chance, report)
    if options.typing:
        typing(binary, options.typing, chance, report)
    sys.exit(1 if Report.missed else 0)


if __name__ == "__main__":
    main()
