#!/usr/bin/env python3
"""Random programs and what Python with NumPy makes of them, as JSON.

    python3 Tests/Differential/generate.py --count 3000 --seed 1 > FILE

Each program is a list of statements, each with the names it defined and their values, or the error that Python
raised. Non-finite numbers are the strings "NaN", "Infinity" and "-Infinity".
"""
import argparse
import json
import re
import math
import sys
import warnings

import numpy as np

from grammar import Grammar
from reference import namespace

STATEMENTS = 8
MOST_ENTRIES = 400
SHAKES = 4


def jsonable(number):
    if isinstance(number, (bool, np.bool_)):
        return bool(number)
    number = float(number)
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    return number


def described(value):
    """Shape, kind and entries of a number, an array, or nested lists of them; None for anything else."""
    if isinstance(value, (list, tuple)):
        parts = [described(item) for item in value]
        return None if None in parts else {"items": parts}
    if not isinstance(value, (bool, int, float, np.ndarray, np.generic)):
        return None
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53:
        return {"huge": True}
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        return None
    return {"shape": list(array.shape), "dtype": "bool" if array.dtype == bool else "float64",
            "data": [jsonable(entry) for entry in array.ravel().tolist()]}


def run(statement, names, scope):
    """The values that a statement gives its names, or the error it ends with."""
    try:
        exec(statement, scope)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    return {"values": {name: described(scope[name]) for name in names}}


def perturbed(value, random):
    """The value with its last few bits shaken, whole numbers and booleans as they are."""
    if isinstance(value, (float, np.ndarray, np.floating)) and np.asarray(value).dtype.kind == "f":
        whole = np.asarray(value) == np.round(value)
        shaken = value * (1 + 1e-13 * random.standard_normal(np.shape(value)))
        return np.where(whole, value, shaken)[()]
    return value


def is_steady(statement, names, scope, result):
    """Whether the last bits of what a statement starts from leave its result as good as unchanged.

    Where they don't (the remainder of a quotient that is nearly whole, the ceiling of a sum that should be), two
    right ways to compute differ, and comparing them says nothing.
    """
    if may_overflow(statement, scope, result):
        return False
    for seed in range(SHAKES):
        random = np.random.default_rng(seed)
        shaken = {name: perturbed(value, random) for name, value in scope.items()}
        other = run(statement, names, shaken)
        if ("error" in other) != ("error" in result):
            return False
        pairs = zip(flat(other.get("values", {})), flat(result.get("values", {})))
        if not all(close(a, b) for a, b in pairs):
            return False
    return True


SUMS_OF_PRODUCTS = ("@", "matmul", "dot", "einsum", "attention", "attend")


def may_overflow(statement, scope, result):
    """Whether a product inside a sum may overflow on the way to a result that isn't finite.

    A fused multiplication and addition doesn't overflow where a product of its own does: whether a sum is infinite or
    NaN then depends on the machine.
    """
    if not any(word in statement for word in SUMS_OF_PRODUCTS):
        return False
    if not any(isinstance(entry, str) for entry in flat(result.get("values", {}))):
        return False
    sizes = [float(text) for text in re.findall(r"\d+e\d+", statement)]
    for name in set(re.findall(r"[A-Za-z_]\w*", statement)):
        value = np.asarray(scope.get(name, 0))
        if value.dtype.kind in "biuf" and value.size:
            sizes.append(float(np.max(np.abs(np.where(np.isfinite(value), value, 0)))))
    return max(sizes, default=0) > 1e100


def flat(values):
    for value in values.values():
        yield from entries(value)


def entries(value):
    for item in (value or {}).get("items", []):
        yield from entries(item)
    yield from (value or {}).get("data", [])


def close(a, b):
    if isinstance(a, str) or isinstance(b, str):
        return a == b
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1e-6)


def small(result):
    values = [value for value in result.get("values", {}).values() if value]
    return all(len(value.get("data", [])) <= MOST_ENTRIES for value in values)


def program(seed):
    grammar, scope, statements = Grammar(seed), namespace(), []
    while len(statements) < STATEMENTS:
        text, names, kind = grammar.statement()
        before = dict(scope)
        result = run(text, names, scope)
        if not small(result) or not is_steady(text, names, before, result):
            continue
        statements.append({"text": text} | result)
        if "values" in result:
            usable = [name for name in names if kind == "function" or result["values"][name]]
            grammar.learn(usable, kind)
    return {"seed": seed, "statements": statements}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    programs = [program(options.seed + index) for index in range(options.count)]
    json.dump({"numpy": np.__version__, "programs": programs}, sys.stdout, separators=(",", ":"))


if __name__ == "__main__":
    main()
