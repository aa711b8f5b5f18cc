#!/usr/bin/env python3
"""Barnard's and Boschloo's tests against SciPy: whole processes, and SciPy's own call as it times itself.

Usage: unconditional.py TRIALCALC
"""
import sys
from interleaved import markdown, medians

PYTHON = "/usr/bin/python3"  # the distribution's, which has its SciPy
TIMEOUT = 60
TABLES = {40: "12/40 18/40", 130: "39/130 52/130", 500: "150/500 180/500", 1000: "300/1000 345/1000"}
# ours, SciPy's: Boschloo's doubled P is what SciPy gives; `boschloo` orders by the two-sided Fisher P
TESTS = {"barnard": "barnard_exact", "boschloo-doubled": "boschloo_exact", "boschloo": None}

IMPORT = [PYTHON, "-c", "from scipy.stats import barnard_exact, boschloo_exact"]


def scipy(function, text):
    (a, n1), (c, n2) = (map(int, arm.split("/")) for arm in text.split())
    table = [[a, c], [n1 - a, n2 - c]]
    return [PYTHON, "-c", f"from scipy.stats import {function}; {function}({table})"]


def ours(program, test, text):
    return [program, "calc", *text.split(), "--test", test, "--format", "json"]


def milliseconds(value):
    return f"{1000 * value:,.1f}"


def rows(program):
    start = medians({"ours": [program, "--version"], "SciPy": IMPORT})
    for test, function in TESTS.items():
        for people, text in TABLES.items():
            commands = {"ours": ours(program, test, text)}
            if function:
                commands["SciPy"] = scipy(function, text)
            times = medians(commands, rounds=3, timeout=TIMEOUT)
            # Less the start of either process, which is not the test's.
            mine = max(times["ours"] - start["ours"], 1e-4)
            if not function:
                theirs, ratio = "none", ""
            elif times["SciPy"] is None:
                theirs, ratio = f"> {TIMEOUT:,},000", f"> {TIMEOUT / mine:,.0f}"
            else:
                peer = max(times["SciPy"] - start["SciPy"], 1e-4)
                theirs, ratio = milliseconds(peer), f"{peer / mine:,.0f}"
            yield f"`{test}`, {people:,} an arm", milliseconds(mine), theirs, ratio


if __name__ == "__main__":
    print(f"Milliseconds beyond the start of the process, medians of 3; SciPy is stopped after {TIMEOUT} seconds.\n")
    markdown(["test", "trialcalc", "SciPy", "ratio"], rows(sys.argv[1]))
