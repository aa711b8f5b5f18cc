#!/usr/bin/env python3
"""Fisher's test of r x c tables against R's fisher.test, with its default workspace and a larger one.

Usage: table.py TRIALCALC
"""
import json
import subprocess
import sys
from interleaved import installed, markdown, medians

TIMEOUT = 60
WORKSPACE = "2e8"  # 800 MB; the default is 2e5
TABLES = {
    "3 x 3 of 3,000": "350,330,320;300,360,340;340,310,350",
    "3 x 4 of 300": "28,20,25,27;22,30,19,29;25,25,31,19",
    "3 x 4 of 1,000": "80,90,85,75;95,70,90,85;78,88,79,85",
    "4 x 4 of 160": "12,8,10,10;9,11,13,7;10,10,6,14;8,12,11,9",
    "4 x 4 of 300": "22,17,18,18;15,24,19,17;19,16,17,23;20,17,22,16",
    "5 x 5 of 100": "6,3,4,4,3;2,6,4,5,3;4,4,5,2,5;5,3,2,6,4;3,4,5,3,5",
    "5 x 5 of 200": "12,6,8,8,6;4,12,8,10,6;8,8,10,4,10;10,6,4,12,8;6,8,10,6,10",
    "2 x 10 of 1,000": "50,52,40,60,45,55,50,47,56,45;50,48,60,40,55,45,50,53,44,55",
}


def r_call(text, workspace):
    rows = ",".join(text.split(";"))
    option = f", workspace = {workspace}" if workspace else ""
    return ["Rscript", "-e", f"fisher.test(matrix(c({rows}), {text.count(';') + 1}, byrow = TRUE){option})"]


def refused(command):
    """Does R stop with an error? None when it takes longer than the timeout."""
    try:
        return subprocess.run(command, capture_output=True, timeout=TIMEOUT).returncode != 0
    except subprocess.TimeoutExpired:
        return None


def ours(program, text):
    return [program, "table", text, "--test", "fisher", "--format", "json"]


def kind(program, text):
    test = json.loads(subprocess.run(ours(program, text), capture_output=True, text=True).stdout)["tests"][0]
    return "simulated" if test.get("note") else "exact"


def cell(name, times, failed):
    if failed.get(name):
        return "error", ""
    if times.get(name) is None:
        return f"> {TIMEOUT},000", f"> {TIMEOUT / times['ours']:,.0f}"
    return f"{1000 * times[name]:,.0f}", f"{times[name] / times['ours']:,.1f}"


def rows(program):
    for size, text in TABLES.items():
        peers = {"default": r_call(text, None), "large": r_call(text, WORKSPACE)} if installed("Rscript") else {}
        failed = {name: refused(command) for name, command in peers.items()}
        commands = {"ours": ours(program, text)}
        commands.update({name: peers[name] for name in peers if failed[name] is False})
        times = medians(commands, rounds=3)
        yield (size, f"{1000 * times['ours']:,.0f}", kind(program, text),
               *cell("default", times, failed), *cell("large", times, failed))


if __name__ == "__main__":
    print(f"Milliseconds of the whole process, medians of 3; R is stopped after {TIMEOUT} seconds.\n")
    markdown(["table", "trialcalc", "P", "R, default", "ratio", f"R, workspace {WORKSPACE}", "ratio"],
             rows(sys.argv[1]))
