#!/usr/bin/env -S /usr/bin/python3
"""batch on 100,000 random tables of 20 to 500 an arm: RR with Katz interval, Pearson and Fisher P.

batch.py PROGRAM             rates, and ratios to one thread of ours; the slow peers get the first 2,000 tables
batch.py PROGRAM --large     also arms of a million
batch.py PROGRAM --memory N  peak memory while N million lines are piped through
"""

import json
import os
import random
import subprocess
import sys
import tempfile

from interleaved import installed, markdown, medians

peers = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers")
asked = ["--measure", "rr", "--ci", "katz-log", "--test", "pearson,fisher"]
all_tables, few_tables = 100_000, 2_000


def tables(count, smallest, largest, seed=1):
    draw = random.Random(seed).randint
    for number in range(count):
        n1, n2 = draw(smallest, largest), draw(smallest, largest)
        yield number, draw(0, n1), n1, draw(0, n2), n2


def near_tables(count, size, seed=1):
    """Two arms of one size and of about the same risk, so that Fisher's test has many tables to add."""
    draw = random.Random(seed)
    for number in range(count):
        risk = draw.uniform(0.1, 0.9)
        events = [round(size * risk + draw.gauss(0, 1.5) * (size * risk * (1 - risk)) ** 0.5) for _ in range(2)]
        yield number, events[0], size, events[1], size


def write_lines(path, rows):
    with open(path, "w") as file:
        for number, a, n1, c, n2 in rows:
            line = {"id": number, "experimental": [a, n1], "control": [c, n2]}
            file.write(json.dumps(line, separators=(",", ":")) + "\n")


def write_csv(path, rows):
    with open(path, "w") as file:
        file.write("id,a,n1,c,n2\n")
        file.writelines(",".join(map(str, row)) + "\n" for row in rows)


def rates(program, folder, large):
    """{name: tables a second}"""
    whole, few = os.path.join(folder, "whole.ndjson"), os.path.join(folder, "few.ndjson")
    write_lines(whole, tables(all_tables, 20, 500))
    write_lines(few, tables(few_tables, 20, 500))
    write_csv(few_csv := os.path.join(folder, "few.csv"), tables(few_tables, 20, 500))
    ours = [program, "batch", *asked]
    runs = {
        "trialcalc batch, 1 thread": (all_tables, [*ours, "--threads", "1", whole]),
        "trialcalc batch, 2 threads": (all_tables, [*ours, "--threads", "2", whole]),
        "Python: json, numpy, vectorised Fisher": (all_tables, ["/bin/sh", "-c", f"{peers}/numpy_lines.py < {whole}"]),
        "Python: json, SciPy (2,000 tables)": (few_tables, ["/bin/sh", "-c", f"{peers}/scipy_lines.py < {few}"]),
    }
    if installed("jq"):
        runs["jq -c . (only copies)"] = (all_tables, ["jq", "-c", ".", whole])
    if installed("Rscript"):
        runs["R: fisher.test, chisq.test (2,000 tables)"] = (
            few_tables, ["/bin/sh", "-c", f"Rscript --vanilla {peers}/tables.R < {few_csv}"])
    if large:
        write_lines(million := os.path.join(folder, "million.ndjson"), near_tables(few_tables * 10, 1_000_000))
        runs["trialcalc batch, 1 thread, a million an arm"] = (few_tables * 10, [*ours, "--threads", "1", million])
    seconds = medians({name: command for name, (_, command) in runs.items()})
    return {name: count / seconds[name] for name, (count, _) in runs.items()}


def print_rates(program, large):
    with tempfile.TemporaryDirectory() as folder:
        found = rates(program, folder, large)
    ours = found["trialcalc batch, 1 thread"]
    rows = sorted(found.items(), key=lambda row: -row[1])
    markdown(["whole process", "tables a second", "trialcalc, 1 thread, is faster by"],
             [[name, f"{rate:,.0f}", f"{ours / rate:,.2f}" if ours / rate < 10 else f"{ours / rate:,.0f}"]
              for name, rate in rows])
    for name in ("jq", "Rscript"):
        if not installed(name):
            print(f"\n{name} is not installed and was left out.")


def print_memory(program, millions):
    """The same 100,000 lines again and again through a pipe: the program cannot tell."""
    text = "".join(json.dumps({"id": i, "experimental": [a, n1], "control": [c, n2]}) + "\n"
                   for i, a, n1, c, n2 in tables(all_tables, 20, 500)).encode()
    process = subprocess.Popen([program, "batch", *asked], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    for _ in range(millions * 10):
        process.stdin.write(text)
    with open(f"/proc/{process.pid}/status") as status:  # of the program alone, not of Python before it
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    process.stdin.close()
    process.wait()
    markdown(["lines", "peak memory, MiB"], [[f"{millions},000,000", f"{peak:.1f}"]])


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if "--memory" in arguments:
        print_memory(arguments[0], int(arguments[arguments.index("--memory") + 1]))
    else:
        print_rates(arguments[0], "--large" in arguments)
