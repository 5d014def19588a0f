"""What it costs to write in a notebook that is as large as one may be."""
import statistics
import tempfile
from pathlib import Path

from terminals import Pty

BYTES = 1 << 20
HEAD = """---
qkv: 1
id: large
title: Large
summary: As large as a notebook may be.
minutes: 1
---

"""
STEP = """## Step {n}

Words about `a{n}`, whose first entry is {{a{n}[0, 0]:.2f}}; *some* more of them, and
$x^2$, to have a paragraph as people write them. {filler}

```python {{.qkv}}
a{n} = [[{n}, 2], [3, 4]]
```

```python {{.qkv}}
b{n} = softmax(a{n} @ a{n}.T / sqrt(2))
```

- one thing
- and another

"""


def notebook(size):
    """Markdown of nearly `size` bytes."""
    parts, used = [HEAD], len(HEAD)
    filler = "And so it goes on, a line of prose behind the other. " * 6
    for n in range(1, 1 << 20):
        step = STEP.format(n=n, filler=filler)
        if used + len(step) > size - 2000:
            return "".join(parts)
        parts.append(step)
        used += len(step)


def timed(terminal, keys, within):
    return [terminal.press(key, within)[0] for key in keys]


def report(qkv, report):
    path = Path(tempfile.mkdtemp(prefix="qkv-bench-")) / "large.md"
    path.write_text(notebook(BYTES))
    with Pty([qkv[0], "--no-save", str(path)], 100, 40) as terminal:
        terminal.wait_quiet()
        rounds = []
        for what, begin, typed in [
            ("a cell", b"o", b"x = a1 @ a1"), ("text", b"t", b"Words, {b1[0, 0]:.2f}, $x$"),
        ]:
            terminal.press(begin, 5)
            times = timed(terminal, [bytes([byte]) for byte in typed], 5)
            report.row(f"1 MiB notebook: a key in {what}, median", statistics.median(times), "ms", 20)
            report.row(f"1 MiB notebook: a key in {what}, longest", max(times), "ms", 60)
            rounds += [(f"{what} put in", terminal.press(b"\x13", 5)[0])]
        for what, key in [("moved", b"K"), ("deleted", b"D"), ("taken back", b"u")]:
            rounds += [(what, terminal.press(key, 5)[0])]
        for what, took in rounds:
            report.row(f"1 MiB notebook: {what}", took, "ms", 100)
        times = timed(terminal, [b"n", b"b"] * 5, 5)
        report.row("1 MiB notebook: turning a page, median", statistics.median(times), "ms", 20)
