"""The engine and the evaluator against NumPy and PyTorch, doing the same steps in the same run."""
import json
import subprocess
import time

PROGRAM = """
S = Q @ K.T / sqrt(Q.shape[1])
M = where(tril(ones(S.shape)) == 1, S, -inf)
E = exp(M - M.max(axis=-1, keepdims=True))
A = E / E.sum(axis=-1, keepdims=True)
O = A @ V
"""


def seconds(body):
    """For one call: the least of many rounds, each of so many calls that it takes some 2 ms, so that some round is
    left alone by whatever else the machine does."""
    calls = 1
    while timed(body, calls) < 0.002:
        calls *= 2
    return min(timed(body, calls) for _ in range(50 if calls > 1 else 7)) / calls


def timed(body, calls):
    began = time.perf_counter()
    for _ in range(calls):
        body()
    return time.perf_counter() - began


def numbers(np, shape, seed, dtype):
    count = int(np.prod(shape))
    return ((np.arange(count) * 7919 + seed * 104729) % 2003 / 1001.5 - 1).reshape(shape).astype(dtype)


def head(np, q, k, v, mask):
    """Scores, scale, causal mask, softmax, output."""
    scores = q @ k.T / np.sqrt(q.shape[1])
    scores = np.where(mask, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return weights @ v


def report(root, report):
    try:
        import numpy as np
    except ImportError:
        print("numerics: not compared, Python has no NumPy here (pip install numpy)")
        return
    subprocess.run(["swift", "build", "-c", "release", "--product", "EngineBenchmark"], cwd=root, check=True,
                   stdout=subprocess.DEVNULL)
    bin_path = subprocess.run(["swift", "build", "-c", "release", "--show-bin-path"], cwd=root, check=True,
                              capture_output=True, text=True).stdout.strip()
    ours = json.loads(subprocess.run([f"{bin_path}/EngineBenchmark"], check=True, capture_output=True).stdout)
    heads(np, ours, report)
    programs(np, ours, report)
    streaming_memory(f"{bin_path}/EngineBenchmark", report)
    streaming(np, ours, report)


def heads(np, ours, report):
    for n in (2, 4, 8, 16, 32):
        for d in (2, 8, 64):
            q, k, v = (numbers(np, (n, d), seed, "float64") for seed in (1, 2, 3))
            mask = np.tril(np.ones((n, n), dtype=bool))
            theirs = seconds(lambda: head(np, q, k, v, mask))
            report.ratio(f"one head, n {n}, d {d}: ahead of NumPy", theirs / ours[f"head {n} {d}"],
                         10 if n <= 8 else 1)


def programs(np, ours, report):
    for n in (2, 4, 8, 16, 32):
        scope = {}
        exec("from numpy import *", scope)
        scope |= {name: numbers(np, (n, 8), seed, "float64") for seed, name in enumerate("QKV", 1)}
        code = compile(PROGRAM, "program", "exec")
        theirs = seconds(lambda: exec(code, scope))
        report.ratio(f"the same program, n {n}: ahead of Python", theirs / ours[f"program {n}"],
                     1 if n <= 8 else None)


def streaming_memory(program, report):
    """How memory grows with the sequence: eight times as long, about eight times as much; n by n would be 64 times."""
    least, short, long = (peak_kilobytes(program, n) for n in (1, 4096, 32768))
    report.row("streaming memory, n 4096 to 32768", (long - least) / (short - least), "x", 10,
               f"beyond {least / 1024:.0f} MB: {(short - least) / 1024:.1f} and {(long - least) / 1024:.1f} MB")


def peak_kilobytes(program, n):
    run = subprocess.run([program, "memory", str(n)], check=True, capture_output=True)
    return json.loads(run.stdout)[f"memory {n}"]


def streaming(np, ours, report):
    try:
        import torch
    except ImportError:
        print("streaming attention: not compared, Python has no PyTorch here (pip install torch)")
        return
    attend = torch.nn.functional.scaled_dot_product_attention
    for n in (1024, 2048, 4096, 8192):
        q, k, v = (torch.from_numpy(numbers(np, (1, 1, n, 64), seed, "float32")) for seed in (1, 2, 3))
        for causal in (False, True):
            for threads in (1, 2):
                torch.set_num_threads(threads)
                theirs = seconds(lambda: attend(q, k, v, is_causal=causal))
                key = f"streaming {n} {str(causal).lower()} {threads}"
                name = f"streaming, n {n}, {'causal' if causal else 'full'}, {threads} threads"
                report.row(name, ours[key] / theirs, "x", 3, "the time of PyTorch")
