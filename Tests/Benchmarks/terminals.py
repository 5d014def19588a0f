"""Two terminals that a benchmark drives: a bare pty, and tmux in control mode."""
import fcntl
import os
import pty
import select
import shlex
import signal
import struct
import subprocess
import termios
import time

QUIET = 0.03  # seconds without a byte after which a repaint counts as ended


def environment():
    kept = {name: value for name, value in os.environ.items() if name not in ("TMUX", "NO_COLOR")}
    return kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


class Pty:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command, width, height):
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment())
        size = struct.pack("HHHH", height, width, 0, 0)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, size)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)

    def _drain(self, first_within):
        """Bytes until it is quiet, and when the last of them came."""
        last, size, wait = None, 0, first_within
        while select.select([self.descriptor], [], [], wait)[0]:
            size += len(os.read(self.descriptor, 65536))
            last, wait = time.perf_counter(), QUIET
        return last, size

    def wait_quiet(self):
        last, _ = self._drain(2)
        while last is not None:
            last, _ = self._drain(0.3)

    def press(self, key, within=0.1):
        """Milliseconds to the last byte that a key causes, the first of which comes `within` seconds, and how many."""
        began = time.perf_counter()
        os.write(self.descriptor, key)
        last, size = self._drain(within)
        return ((last or time.perf_counter()) - began) * 1000, size


class TmuxControl:
    """A tmux server whose control client hears every byte that a program writes."""

    def __init__(self, width, height):
        self.socket = f"qkv-bench-{os.getpid()}"
        self.process = subprocess.Popen(
            ["tmux", "-L", self.socket, "-f", "/dev/null", "-C", "new-session",
             "-x", str(width), "-y", str(height), "cat"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
        self.buffer = b""
        self._send(f"refresh-client -C {width}x{height}")
        self._lines_until_quiet(1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], check=False)
        self.process.wait()

    def _send(self, command):
        self.process.stdin.write(command.encode() + b"\n")
        self.process.stdin.flush()

    def _lines_until_quiet(self, first_within):
        """When the last output of a program came."""
        last, wait = None, first_within
        descriptor = self.process.stdout.fileno()
        while select.select([descriptor], [], [], wait)[0]:
            self.buffer += os.read(descriptor, 65536)
            lines = self.buffer.split(b"\n")
            self.buffer = lines.pop()
            if any(line.startswith(b"%output") for line in lines):
                last, wait = time.perf_counter(), 0.08
        return last

    def time_to_quiet(self, command):
        """Milliseconds from the start of a program to the last byte of its first frame."""
        began = time.perf_counter()
        self._send("new-window -- " + shlex.join(map(str, command)))
        last = self._lines_until_quiet(2)
        if last is None:
            raise RuntimeError(f"{command} wrote nothing")
        self._send("kill-window")
        self._lines_until_quiet(0.1)
        return (last - began) * 1000
