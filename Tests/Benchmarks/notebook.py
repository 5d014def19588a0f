#!/usr/bin/env python3
"""Measures what the notebook costs: start-up, memory, idling, and the time from a key to its repaint.

    python3 Tests/Benchmarks/notebook.py

Needs a release build's compiler, a C compiler, tmux and Linux's /proc. Each figure stands beside one
measured in the same run, and the command exits with 1 where a bound is missed.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numerics
import screens
import writing
import shelves
from terminals import Pty, TmuxControl

ROOT = Path(__file__).resolve().parents[2]
LESSON = "6"
STARTS = 30
# As many lessons as the course is to have.
COURSE = 26
KEYS = 500
# One round: move, nudge, move back, undo: half of the keys move, half change the whole lesson.
ROUND = [b"l", b"+", b"h", b"u"]


def build():
    subprocess.run(["swift", "build", "-c", "release", "--product", "qkv"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    path = subprocess.run(["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT,
                          check=True, capture_output=True, text=True).stdout.strip()
    hello = Path(tempfile.mkdtemp(prefix="qkv-bench-")) / "hello"
    compiler = os.environ.get("CC", "cc")
    subprocess.run([compiler, "-O2", "-o", hello, ROOT / "Tests/Benchmarks/hello.c", "-lncursesw"],
                   check=True)
    return [os.path.join(path, "qkv"), LESSON], [str(hello)]


def start_up(commands):
    """Milliseconds from each command to the last byte of its first frame, in tmux: medians, interleaved."""
    times = [[] for _ in commands]
    with TmuxControl(80, 24) as tmux:
        for _ in range(STARTS):
            for command, measured in zip(commands, times):
                measured.append(tmux.time_to_quiet(command))
    return [statistics.median(measured) for measured in times]


def starts(qkv, hello, report):
    """With the lessons as they are, and with as many as the course is to have: one of them, and the list."""
    course = ["--lessons", str(shelves.folder(ROOT / "Lessons", COURSE))]
    least, lesson, one, all_of_them = start_up(
        [hello, qkv, [qkv[0], *course, LESSON], [qkv[0], *course]])
    report.row("start to full first frame, beyond hello", lesson - least, "ms", 25,
               f"{lesson:.1f} against {least:.1f} ms, ratio {lesson / least:.2f}")
    report.row(f"the same beside {COURSE} lessons", one - least, "ms", 25)
    report.row(f"start to the list of {COURSE} lessons", all_of_them - least, "ms", 25)
    with Pty([qkv[0], *course], 80, 24) as terminal:
        terminal.wait_quiet()
        report.row("resident memory at that list", resident_megabytes(terminal.pid), "MB", 20)


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS in /proc")


def processor_ticks(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def key_latencies(terminal):
    """Milliseconds and bytes from each key to the last byte that it caused."""
    times, sizes = [], []
    for index in range(KEYS):
        elapsed, size = terminal.press(ROUND[index % len(ROUND)])
        times.append(elapsed)
        sizes.append(size)
    return times, sizes


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Report:
    def __init__(self):
        self.missed = False

    def row(self, what, value, unit, bound, beside=""):
        met = value < bound
        self.missed |= not met
        print(f"{what:<46} {value:9.2f} {unit:<5} bound {bound:g}  {'met' if met else 'MISSED'}  {beside}")

    def ratio(self, what, value, least):
        met = least is None or value > least
        self.missed |= not met
        bound = "" if least is None else f"bound {least:g}  {'met' if met else 'MISSED'}"
        print(f"{what:<46} {value:9.2f} x     {bound}")


def main():
    # Nobody's progress is read or written.
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="qkv-bench-")
    qkv, hello = build()
    report = Report()

    starts(qkv, hello, report)

    with Pty(hello, 80, 24) as terminal:
        terminal.wait_quiet()
        least_memory = resident_megabytes(terminal.pid)
    with Pty(qkv, 80, 24) as terminal:
        terminal.wait_quiet()
        memory = resident_megabytes(terminal.pid)
        report.row("resident memory", memory, "MB", 20,
                   f"hello {least_memory:.1f} MB, ratio {memory / least_memory:.1f}")
        before = processor_ticks(terminal.pid)
        time.sleep(5)
        idle = (processor_ticks(terminal.pid) - before) / os.sysconf("SC_CLK_TCK") * 1000
        report.row("processor time in 5 s of idling", idle, "ms", 10)
        for key in [b"\t"]:
            terminal.press(key)
        times, sizes = key_latencies(terminal)
        with Pty(["cat"], 80, 24) as echo:
            echoed = [echo.press(b"x")[0] for _ in range(KEYS)]
        floor = statistics.median(echoed)
        median = statistics.median(times)
        report.row("key to last byte, median", median, "ms", 1.5,
                   f"a terminal's own echo {floor:.2f} ms, ratio {median / floor:.1f}")
        report.row("key to last byte, 99th percentile", percentile(times, 0.99), "ms", 8)
        report.row("bytes for a nudge, largest", max(sizes[1::2]), "bytes", 2000,
                   f"median {statistics.median(sizes[1::2]):.0f}")
    screens.report(qkv, report)
    writing.report(qkv, report)
    numerics.report(ROOT, report)
    sys.exit(1 if report.missed else 0)


if __name__ == "__main__":
    main()
