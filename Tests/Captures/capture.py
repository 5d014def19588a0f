#!/usr/bin/env python3
"""Captures every step of every lesson as it stands on a terminal, to be read by whoever changes a screen or a lesson.

    python3 Tests/Captures/capture.py .build/debug/qkv --out /tmp/captures [--lesson 6] [--size 80x24]

For each lesson, size and colouring one file: the steps below one another, each below a line that names it. The files
`*-colour.ans` hold the colours as escape sequences (`less -R` shows them), the others plain text. On standard output
stands what is worth a look: steps of which a part is out of view, cut texts, a footer without help, a text that colours
change. Needs tmux.
"""
import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = ["80x24", "120x40", "200x60", "40x12"]
DEADLINE = 20  # seconds to wait for a step


class Tmux:
    """A tmux server of its own with one program in it."""

    def __init__(self, command, width, height, colour):
        self.socket = tempfile.mkdtemp(prefix="qkv-captures-") + "/tmux"
        kept = {name: value for name, value in os.environ.items() if name not in ("TMUX", "NO_COLOR")}
        home = tempfile.mkdtemp(prefix="qkv-captures-")
        settings = {"LC_ALL": "C.UTF-8", "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        if not colour:
            settings["NO_COLOR"] = "1"
        line = ["env", "-u", "TMUX"] + [f"{name}={value}" for name, value in settings.items()] + command
        self.environment = kept
        self.run("-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height),
                 shlex.join(line), ";", "set-option", "-g", "status", "off", ";",
                 "resize-window", "-x", str(width), "-y", str(height))

    def run(self, *arguments):
        return subprocess.run(["tmux", "-S", self.socket, *arguments], env=self.environment, check=True,
                              capture_output=True, text=True).stdout

    def screen(self, *options):
        return self.run("capture-pane", "-p", *options).split("\n")

    def wait(self, is_wanted):
        end = time.monotonic() + DEADLINE
        before = None
        while time.monotonic() < end:
            screen = self.screen()
            # Not in the middle of a frame: twice the same.
            if is_wanted(screen) and screen == before:
                return screen
            before = screen
            time.sleep(0.02)
        raise RuntimeError("this didn't come:\n" + "\n".join(screen))

    def close(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], env=self.environment, check=False,
                       capture_output=True)


def lessons(qkv, folder):
    listed = subprocess.run([qkv, "list", "--json", "--lessons", folder], check=True, capture_output=True, text=True)
    found = json.loads(listed.stdout)
    return found["lessons"] if isinstance(found, dict) else found


def capture(qkv, folder, lesson, size, colour, out):
    """Writes one file; returns the texts of the steps and what is worth a look."""
    width, height = map(int, size.split("x"))
    name = f"{lesson['number'] or 0:02}-{lesson['id']}-{size}{'-colour.ans' if colour else '.txt'}"
    tmux = Tmux([qkv, "--lessons", folder, "--no-save", "--set", "reveal=all", lesson["id"]], width, height, colour)
    remarks = []
    texts = []
    try:
        count = lesson["steps"]
        with open(out / name, "w") as file:
            for step in range(1, count + 1):
                screen = tmux.wait(lambda rows: f"step {step} of {count}" in rows[0] and rows[height - 1].strip())
                file.write(f"==== {lesson['id']}, step {step} of {count}, {size}\n")
                file.write("\n".join(tmux.screen("-e") if colour else screen) + "\n")
                texts.append(screen)
                if "…" in screen[0] and size != "40x12":
                    remarks.append(f"{name}: step {step}: the title is cut")
                if not screen[height - 1].rstrip().endswith("help"):
                    remarks.append(f"{name}: step {step}: no help in the footer")
                for row, text in enumerate(screen):
                    if len(text.rstrip()) > width:
                        remarks.append(f"{name}: step {step}, row {row}: wider than the screen")
                    if row < height - 2 and " more line" in text and size != "40x12":
                        remarks.append(f"{name}: step {step}: {text.strip('─ ')}")
                if step < count:
                    tmux.run("send-keys", "n")
    finally:
        tmux.close()
    return texts, remarks


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("qkv")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--lessons", default=str(Path(__file__).resolve().parents[2] / "Lessons"))
    parser.add_argument("--lesson", action="append", help="a number or an id; all where none is given")
    parser.add_argument("--size", action="append")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    qkv = str(Path(arguments.qkv).resolve())
    failed = False
    for lesson in lessons(qkv, arguments.lessons):
        if arguments.lesson and not {str(lesson["number"]), lesson["id"]} & set(arguments.lesson):
            continue
        for size in arguments.size or SIZES:
            plain = None
            for colour in [False, True]:
                try:
                    texts, remarks = capture(qkv, arguments.lessons, lesson, size, colour, arguments.out)
                    if colour and plain is not None and texts != plain:
                        differing = [step + 1 for step, pair in enumerate(zip(plain, texts)) if pair[0] != pair[1]]
                        remarks = [f"{lesson['id']}, {size}: colours change the text of steps {differing}"]
                    elif colour:
                        remarks = []
                    plain = texts
                    for remark in remarks:
                        print(remark)
                except RuntimeError as error:
                    failed = True
                    print(f"{lesson['id']} at {size}: {error}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
