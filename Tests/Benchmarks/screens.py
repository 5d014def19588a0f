"""What the screens cost that do more than show a small matrix: large ones, views, an open derivation."""
import statistics
import tempfile
from pathlib import Path

from terminals import Pty

KEYS = 400
LESSON = """---
qkv: 1
id: bench
title: Screens
summary: Sixty entries that change, a flow, a plot.
needs: []
minutes: 1
---
## Sixty

```python {.qkv}
c = 1.0
```

```python {.qkv}
T = c * arange(1, 61).reshape(6, 10) / 7
```

## A flow

```python {.qkv}
#| slider: 0 4 0.1
k = 1.0
```

```python {.qkv}
#| view: flow
A = softmax(k * sin(arange(36).reshape(6, 6)))
```

## A plot

```python {.qkv}
#| slider: 0 4 0.1
t = 1.0
```

```python {.qkv}
#| view: line
P = softmax(t * array([1.0, 2.0, 0.5]))
```
"""


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def pressed(terminal, keys):
    pairs = [terminal.press(keys[index % len(keys)]) for index in range(KEYS)]
    return [time for time, _ in pairs], [size for _, size in pairs]


def row(report, what, times, median, most):
    report.row(f"{what}, median", statistics.median(times), "ms", median)
    report.row(f"{what}, 99th percentile", percentile(times, 0.99), "ms", most)


def report(qkv, report):
    """`qkv` is the command of the notebook with a lesson of the course."""
    with Pty(qkv, 200, 60) as terminal:
        terminal.wait_quiet()
        terminal.press(b"\t")
        times, _ = pressed(terminal, [b"l", b"+", b"h", b"u"])
        row(report, "200×60, derivation beside: key to last byte", times, 4, 16)
    path = Path(tempfile.mkdtemp(prefix="qkv-bench-")) / "bench.md"
    path.write_text(LESSON)
    with Pty([qkv[0], "--no-save", str(path)], 80, 24) as terminal:
        terminal.wait_quiet()
        times, sizes = pressed(terminal, [b"+"])
        report.row("bytes for an edit of 61 entries at 80×24, median", statistics.median(sizes), "bytes", 1000)
        row(report, "an edit of 61 entries at 80×24", times, 4, 16)
        terminal.press(b"n")
        times, _ = pressed(terminal, [b"+", b"-"])
        row(report, "a flow that changes", times, 4, 16)
        terminal.press(b"n")
        times, _ = pressed(terminal, [b"+", b"-"])
        row(report, "a line plot that changes", times, 4, 16)
        terminal.press(b"\t")
        terminal.press(b"e")
        times, _ = pressed(terminal, [b"j", b"k"])
        row(report, "walking in a derivation", times, 4, 16)
