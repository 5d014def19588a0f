#!/usr/bin/env python3
"""A monkey at a release build: random keys, clicks, pastes and sizes, and what they cost in memory.

    python3 Tests/Benchmarks/monkey.py [--binary PATH] [--events N] [--seed N]

The notebook and a demonstration in front of a room, each in a terminal of tmux. It must stay alive; the most memory that it ever
held stands beside 64 MB; after every 250 events its screen is compared with a full repaint, character by character with
all colours; at the end the terminal must be as it was. The command exits with 1 where any of this fails. That every number
is the one computed anew is proved in the suite, by MonkeyTests. Needs tmux, Linux's /proc and a release build's compiler, or a binary.
"""
import argparse
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from terminals import environment

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 64
BATCH = 25
KEYS = [
    b"\t", b"\x1b[Z", b"\r", b"\r", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[1;2C", b"\x7f", b"\x1b[3~",
    b"\x1b[5~", b"\x1b[6~", b"\x1b[H", b"\x1b[F", b"\x1bOP", b"\x1b[15~", b"\x0c", b"\x12", b"\x0e", b"\x15",
    b"\x1bx", "é".encode(), "日".encode(), b"\x1b[200~1/sqrt(2)\x1b[201~", b"\x1b[200~[[1, 2], [3, 4]]\x1b[201~",
] + [bytes([letter]) for letter in range(0x20, 0x7f) if letter != ord("q")]


class Terminal:
    """A window of a private tmux server with a shell that runs the program and then waits."""

    def __init__(self, command):
        self.socket = f"qkv-monkey-{id(self)}"
        self.folder = Path(tempfile.mkdtemp(prefix="qkv-monkey-"))
        home = " ".join(f"XDG_{name}={self.folder}" for name in ("DATA_HOME", "CONFIG_HOME", "RUNTIME_DIR"))
        inside = shlex.quote(f"echo $$ > {self.folder}/pid; exec env {home} {shlex.join(command)}")
        script = (f"stty -g > {self.folder}/before; sh -c {inside}; echo $? > {self.folder}/status; "
                  f"stty -g > {self.folder}/after; sleep 600")
        self.tmux("new-session", "-d", "-x", "80", "-y", "24", "sh", "-c", script)
        self.tmux("set-option", "-g", "escape-time", "0")
        self.wait(lambda: self.pane("#{alternate_on}") == "1")

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-L", self.socket, "-f", "/dev/null", *arguments], env=environment(),
                              capture_output=True, text=True, check=True).stdout

    def pane(self, form):
        return self.tmux("display-message", "-p", form).strip()

    def wait(self, condition, seconds=20):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise RuntimeError("nothing came")
            time.sleep(0.02)

    def text(self, name):
        path = self.folder / name
        return path.read_text().strip() if path.exists() else ""

    def send(self, data):
        (self.folder / "typed").write_bytes(data)
        self.tmux("load-buffer", f"{self.folder}/typed", ";", "paste-buffer", "-r", "-d")

    def screen(self):
        """The cells of each row with their colours, and where the cursor is."""
        rows = self.tmux("capture-pane", "-p", "-e").split("\n")
        style, cells = (), []
        for row in rows:
            cells.append([])
            for codes, character in re.findall(r"\x1b\[([0-9;]*)m|(.)", row):
                if character:
                    cells[-1].append((character, style))
                else:
                    style = changed(style, codes)
            while cells[-1] and cells[-1][-1] == (" ", ()):
                cells[-1].pop()
        return cells, self.pane("#{cursor_x} #{cursor_y}")

    def sleeps(self):
        """Whether neither the program nor tmux has anything left to do."""
        processes = [self.text("pid"), self.pane("#{pid}")]
        stats = [Path(f"/proc/{process}/stat") for process in processes]
        return all(not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "S" for stat in stats)

    def settled(self):
        """The screen when it has been the same for half a second."""
        shown, since = self.screen(), time.monotonic()
        end = since + 30
        while time.monotonic() - since < 0.5:
            time.sleep(0.03)
            now = self.screen()
            if now != shown or not self.sleeps():
                shown, since = now, time.monotonic()
            if since > end:
                raise RuntimeError("the screen never rests")
        return shown

    def peak_megabytes(self):
        for line in Path(f"/proc/{self.text('pid')}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("no VmHWM in /proc")

    def close(self):
        self.tmux("kill-server")


def changed(style, codes):
    """A style after the codes of a sequence: colours and attributes, sorted; those that switch off take theirs away."""
    kept, codes = dict(style), codes.split(";")
    while codes:
        code = int(codes.pop(0) or 0)
        if code == 0:
            kept = {}
        elif code in (38, 48):
            count = 2 if codes[0] == "5" else 4
            kept[code] = tuple(codes[:count])
            del codes[:count]
        elif code in (39, 49):
            kept.pop(code - 1, None)
        elif 30 <= code < 38 or 90 <= code < 98:
            kept[38] = code
        elif 40 <= code < 48 or 100 <= code < 108:
            kept[48] = code
        elif 22 <= code < 30:
            for off in (1, 2) if code == 22 else (code - 20,):
                kept.pop(off, None)
        else:
            kept[code] = True
    return tuple(sorted(kept.items(), key=str))


def event(chance):
    """A key, a click or a paste; nothing that leaves or stops the program."""
    if chance.random() < 0.12:
        return f"\x1b[<{chance.choice([0, 0, 32, 64, 65])};{chance.randint(1, 160)};{chance.randint(1, 50)}M".encode()
    return chance.choice(KEYS)


def run(command, events, seed):
    """The most megabytes held, how often the program had to be started again, and what was wrong."""
    chance = random.Random(seed)
    terminal, faults, peak, restarts = Terminal(command), [], 0.0, 0
    done = 0
    while done < events:
        if chance.random() < 0.2:
            terminal.tmux("resize-window", "-x", str(chance.randint(1, 250)), "-y", str(chance.randint(1, 80)))
            done += 1
        if chance.random() < 0.3:
            terminal.tmux("resize-window", "-x", "80", "-y", "24")
            done += 1
        # An Esc that more follows at once is Alt.
        terminal.send(b"".join(event(chance) for _ in range(BATCH - 1)) + chance.choice([b"\x1b", b"\t"]))
        done += BATCH
        if terminal.text("status"):
            if terminal.text("status") != "0":
                faults.append(f"ended with {terminal.text('status')} after {done} events")
                break
            restarts += 1
            terminal.close()
            terminal = Terminal(command)
            continue
        peak = max(peak, terminal.peak_megabytes())
        if done % 250 < BATCH:
            # A key that means nothing takes away what was said of the last one, as Ctrl-L does.
            terminal.send(b"\x1b[24~")
            shown = terminal.settled()
            terminal.send(b"\x0c")
            repainted = terminal.settled()
            if repainted != shown:
                pairs = enumerate(zip(shown[0], repainted[0]))
                rows = [row for row, (before, after) in pairs if before != after] or ["of the cursor"]
                faults.append(f"after {done} events the screen isn't that of a full repaint, row {rows[0]}")
    terminal.send(b"\x1b[201~\x03")
    terminal.wait(lambda: terminal.text("status") and terminal.text("after"))
    left = terminal.pane("#{alternate_on} #{mouse_any_flag} #{cursor_flag} #{keypad_cursor_flag}")
    if terminal.text("status") != "0" or left != "0 0 1 0" or terminal.text("before") != terminal.text("after"):
        faults.append(f"the terminal isn't as it was: status {terminal.text('status')}, {left}")
    terminal.close()
    return peak, restarts, faults


def build():
    subprocess.run(["swift", "build", "-c", "release", "--product", "qkv"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    path = subprocess.run(["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True,
                          capture_output=True, text=True).stdout.strip()
    return f"{path}/qkv"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    binary = arguments.binary or build()
    lessons = ["--lessons", str(ROOT / "Lessons")]
    failed = False
    for name, command in [("the notebook", [binary, *lessons, "6"]), ("a room", [binary, "demo", *lessons, "6"])]:
        peak, restarts, faults = run(command, arguments.events, arguments.seed)
        failed |= bool(faults) or peak >= LIMIT
        verdict = "met" if peak < LIMIT else "MISSED"
        print(f"{name}: {arguments.events} events, started again {restarts} times, "
              f"most memory {peak:.1f} MB  bound {LIMIT}  {verdict}")
        for fault in faults:
            print(f"{name}: {fault}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
