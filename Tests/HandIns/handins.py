#!/usr/bin/env python3
"""Grades many hand-ins in one call, a tenth of them damaged or hostile, and reads what comes out.

usage: handins.py QKV [--count N] [--distinct] [--lessons DIR]

Each hand-in must have its own row, in the order given, with the verdict that its kind deserves; a second run must give
the same bytes; every form of the report must be readable by its own kind of reader and agree with the others. Prints the
time and the memory of one call. Needs Python alone.
"""
import argparse
import csv
import io
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from pathlib import Path

FORMATS = ["text", "json", "csv", "junit", "tap"]
HIDDEN_CHECK = "hidden = 1\nassert hidden == 1, 'SECRET'\n"


# ── Hand-ins ──────────────────────────────────────────────────────────────────────────────────────────────────────────

def tasks_of(lessons):
    """For each lesson its id and its tasks, each with an answer that should pass where one can be told from the text."""
    found = []
    for path in sorted(lessons.glob("[0-9]*.md")):
        text = path.read_text()
        tasks = []
        pattern = r"<!-- (exercise|quiz|predict): (\S+)(.*?)-->(.*?)<!-- end -->"
        for kind, id, head, body in re.findall(pattern, text, re.S):
            edits = (re.search(r"edits=(\S+)", head) or [None, ""])[1].split(",")
            solution = re.search(r"```python \{\.qkv \.solution\}\n(.*?)```", body, re.S)
            answer = {"task": id}
            if kind == "quiz":
                marks = re.findall(r"^- \[(.)\]", body, re.M)
                answer["choices"] = [i for i, mark in enumerate(marks) if mark in "xX"]
            elif kind == "predict":
                answer["guess"] = "1/3"
            elif solution and len(edits) == 1:
                answer["edits"] = {edits[0]: solution[1]}
            else:
                continue
            tasks.append((kind, answer))
        found.append((re.search(r"^id: (\S+)", text, re.M)[1], tasks))
    return found


def honest(lessons, number, rng, distinct=False):
    """Right answers, wrong ones and none, each written a little differently from everybody else's."""
    result = []
    for id, tasks in lessons:
        answers = []
        for kind, answer in tasks:
            answer = json.loads(json.dumps(answer))
            chance = rng.random()
            if chance < 0.1:
                continue
            if kind == "exercise":
                name, text = next(iter(answer["edits"].items()))
                if chance < 0.3:
                    text = f"{name} = zeros((2, {number % 5 + 1}))"
                answer["edits"][name] = f"{text}\n# hand-in {number if distinct else number % 3}\n"
            elif kind == "quiz" and chance < 0.3:
                answer["choices"] = [0]
            elif kind == "predict":
                answer["guess"] = str(number % 7)
            answers.append(answer)
        result.append({"id": id, "answers": answers})
    return {"qkv": 1, "kind": "answers", "student": f"Student {number}", "lessons": result}


def hostile(lessons, kind, path, rng, distinct=False):
    """Writes a hand-in of a bad kind; what its verdict must say."""
    good = honest(lessons, 0, rng)
    exercises = [(id, t) for id, tasks in lessons for t in tasks if t[0] == "exercise"]
    id, (_, example) = exercises[0]
    name = next(iter(example["edits"]))

    def whole(answer, **more):
        return {"qkv": 1, "kind": "answers", "lessons": [{"id": id, "answers": [answer]}], **more}

    def edit(text, **more):
        # One with every exercise: a grader that is slow on one of them is slow on all.
        result = whole({}, **more)
        result["lessons"] = []
        for lesson, tasks in lessons:
            answers = [{"task": t["task"], "edits": {next(iter(t["edits"])): text.replace("NAME", next(iter(t["edits"])))}}
                       for k, t in tasks if k == "exercise"]
            result["lessons"].append({"id": lesson, "answers": answers})
        return result

    def write(value):
        path.write_text(json.dumps(value))

    match kind:
        case "empty":
            path.write_bytes(b"")
        case "not JSON":
            path.write_text("print('hello')")
        case "half":
            path.write_text(json.dumps(good)[:-40])
        case "not UTF-8":
            path.write_bytes(json.dumps(good).encode("utf-16"))
        case "deep":
            path.write_text("[" * 500_000)
        case "sparse":
            with open(path, "wb") as file:
                file.truncate(1 << 30)
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "missing":
            pass
        case "a list":
            write([good])
        case "another kind":
            write({"qkv": 1, "kind": "progress", "lessons": {}})
        case "newer":
            write(good | {"qkv": 2})
        case "named twice":
            path.write_text('{"qkv": 1, "qkv": 1}')
        case "loop":
            write(edit(f"def f(x):\n    for i in range(10**9):\n        x = x + i + {rng.random() if distinct else 1}\n    return x\nNAME = f(1)"))
        case "recursion":
            write(edit("def f(x):\n    return f(x) + f(x)\nNAME = f(1)"))
        case "large array":
            write(edit("NAME = zeros((10**9, 10**9))"))
        case "many arrays":
            write(edit("NAME = [zeros((1000, 900)) for i in range(10**6)]"))
        case "power":
            write(edit("NAME = 9**9**9**9"))
        case "deep brackets":
            write(edit("NAME = " + "(" * 5000))
        case "long text":
            write(edit("NAME = " + "1+" * 8000 + "1"))
        case "redefinition":
            write(edit("allclose = lambda *a, **k: True\nNAME = 1"))
        case "escape":
            write(edit("NAME = '\x1b]0;x\x07\u202e'", student="\x1b[2J\u009b\u202e"))
        case "claims":
            write(whole({"task": example["task"], "passed": True, "points": 10**6}, score=100))
        case "locked":
            write(whole({"task": example["task"], "edits": {name: example["edits"][name], "os": "os = 1"}}))
        case "path":
            write(good | {"lessons": [{"id": "../../../../etc/passwd", "answers": [{"task": "/dev/tty", "guess": "1"}]}]})
        case "wrong types":
            write(good | {"student": 5, "lessons": [5, None, {"id": [], "answers": {}}, {"id": id, "answers": [[], {"task": {}}]}]})
        case "twice":
            write(good | {"lessons": good["lessons"] * 2})
        case "many":
            write(good | {"lessons": [{"id": f"l{i}", "answers": []} for i in range(30_000)]})
        case "huge choice":
            write(whole({"task": example["task"], "choices": [10**18]}))


REFUSED = {
    "empty": "it is empty", "not JSON": "it is not JSON", "half": "it is not JSON", "not UTF-8": "it is not text in UTF-8",
    "deep": "more than 64 brackets", "sparse": "larger than 1 MiB", "pipe": "a pipe, not a file",
    "folder": "a folder, not a file", "missing": "no such file", "a list": "it is a list",
    "another kind": 'its "kind" isn\'t "answers"', "newer": "version 2 of the format", "named twice": "given twice",
}
GRADED = [
    "loop", "recursion", "large array", "many arrays", "power", "deep brackets", "long text", "redefinition", "escape",
    "claims", "locked", "path", "wrong types", "twice", "many", "huge choice",
]
KINDS = [kind for pair in zip(REFUSED, GRADED) for kind in pair] + GRADED[len(REFUSED):]


# ── Readers ───────────────────────────────────────────────────────────────────────────────────────────────────────────

def read_tap(text):
    """Test points by TAP 14: (passed, description), checked against version and plan."""
    lines = text.split("\n")
    assert lines[0] == "TAP version 14" and lines[-1] == ""
    plan = re.fullmatch(r"1\.\.(\d+)", lines[1])
    points, block = [], False
    for line in lines[2:-1]:
        if block:
            block = line != "  ..."
            assert line.startswith("  ")
        elif line == "  ---":
            block = True
        else:
            point = re.fullmatch(r"(not )?ok (\d+) - ((?:[^\\#]|\\[\\#])*)", line)
            assert point, line
            assert int(point[2]) == len(points) + 1
            points.append((not point[1], re.sub(r"\\(.)", r"\1", point[3])))
    assert not block and len(points) == int(plan[1])
    return points


def read_junit(text):
    """Suites of JUnit's XML, with what both schemas in use ask of them."""
    root = ET.fromstring(text)
    assert root.tag == "testsuites" and not root.attrib
    for index, suite in enumerate(root):
        attributes = ["name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "skipped", "time"]
        assert suite.tag == "testsuite" and list(suite.attrib) == attributes and suite.get("id") == str(index)
        tags = [child.tag for child in suite]
        cases = suite.findall("testcase")
        assert tags == ["properties"] + ["testcase"] * len(cases) + ["system-out", "system-err"]
        assert len(cases) == int(suite.get("tests"))
        for tag, count in [("failure", "failures"), ("error", "errors"), ("skipped", "skipped")]:
            assert len(suite.findall(f"testcase/{tag}")) == int(suite.get(count))
        for case in cases:
            assert list(case.attrib) == ["name", "classname", "time"] and len(case) <= 1
            assert all(list(child.attrib) == ["type", "message"] for child in case)
    return list(root)


def check_agreement(outputs, names):
    report = json.loads(outputs["json"])
    assert report["qkv"] == 1 and report["kind"] == "report"
    rows = report["hand_ins"]
    assert [row["file"] for row in rows] == names
    table = list(csv.DictReader(io.StringIO(outputs["csv"], newline="")))
    assert [row["file"] for row in table] == names
    suites = read_junit(outputs["junit"])
    assert [suite.get("name") for suite in suites] == names
    points = read_tap(outputs["tap"])
    for row, line, suite in zip(rows, table, suites):
        tasks = [task for lesson in row["lessons"] for task in lesson["tasks"]]
        assert int(line["earned"]) == row["earned"] == sum(task["earned"] for task in tasks)
        assert row["earned"] == sum(int(v) for k, v in line.items() if "/" in k)
        assert line["verdict"] == row["verdict"] and line["reason"] == (row["reason"] or "")
        assert suite.find("properties/property[@name='earned']").get("value") == line["earned"]
        bad = [task for task in tasks if task["status"] != "passed"]
        assert len(bad) + (row["reason"] is not None) == int(suite.get("failures")) + int(suite.get("errors"))
        mine, points = points[: max(1, len(tasks))], points[max(1, len(tasks)):]
        assert [passed for passed, _ in mine] == ([t["status"] == "passed" for t in tasks] or [False])
    assert not points
    for row in rows:
        assert f"\n{row['file']}" in "\n" + outputs["text"]
    return rows


def check_clean(outputs):
    """No character that steers a terminal, or hides or reorders text."""
    hidden = re.compile("[\x00-\x09\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
    for name, text in outputs.items():
        assert not hidden.search(text), name
        assert "\r" not in text.replace("\r\n", "" if name == "csv" else "\r")
        assert "SECRET" not in text


# ── Run ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("qkv")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--distinct", action="store_true", help="no two answers are equal")
    parser.add_argument("--lessons", type=Path, default=Path(__file__).resolve().parents[2] / "Lessons")
    arguments = parser.parse_args()
    lessons = tasks_of(arguments.lessons)
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        kinds = {}
        for number in range(arguments.count):
            path = folder / f"{number:04}.json"
            if number % 10 == 3:
                kinds[str(path)] = KINDS[number // 10 % len(KINDS)]
                hostile(lessons, kinds[str(path)], path, rng, arguments.distinct)
            else:
                path.write_text(json.dumps(honest(lessons, number, rng, arguments.distinct)))
        names = [str(folder / f"{number:04}.json") for number in range(arguments.count)]
        id, task = next((id, t["task"]) for id, tasks in lessons for k, t in tasks if k == "exercise")
        secret = folder / "hidden.md"
        secret.write_text(f"<!-- exercise: {id}/{task} -->\n```python {{.qkv .check}}\n{HIDDEN_CHECK}```\n<!-- end -->\n")

        def run(form):
            command = [arguments.qkv, "grade", "--lessons", arguments.lessons, "--hidden", secret, "--format", form, *names]
            done = subprocess.run(command, capture_output=True, timeout=600)
            assert done.returncode == 1, (done.returncode, done.stderr[:2000])
            return done.stdout.decode()

        start = time.monotonic()
        first = run("csv")
        elapsed = time.monotonic() - start
        outputs = {form: run(form) for form in FORMATS}
        assert outputs["csv"] == first, "a second run gives other rows"
        rows = check_agreement(outputs, names)
        check_clean(outputs)
        for row in rows:
            kind = kinds.get(row["file"])
            if kind in REFUSED:
                assert row["verdict"] == "refused" and REFUSED[kind] in row["reason"], (kind, row["reason"])
            else:
                assert row["verdict"] == "graded", (kind, row["reason"])
            if kind in GRADED and kind != "twice":
                assert row["earned"] == 0, (kind, row)
        earned = [row["earned"] for row in rows if row["file"] not in kinds]
        assert min(earned) < max(earned) <= rows[0]["points"]
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"{len(rows)} hand-ins, {len(kinds)} of them bad: {elapsed:.1f} s, at most {peak} MB")


if __name__ == "__main__":
    sys.exit(main())
