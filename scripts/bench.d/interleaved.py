"""Times commands in turn, so that a busy moment of the machine meets them all, and compares medians."""

import shutil
import statistics
import subprocess
import time


def seconds(command, stdin=None, timeout=None):
    """Wall time of one whole process, standard output thrown away; None past the timeout (seconds)."""
    with open(stdin or "/dev/null", "rb") as source:
        start = time.perf_counter()
        try:
            subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, check=True, timeout=timeout)
        except subprocess.TimeoutExpired:
            return None
        return time.perf_counter() - start


def medians(commands, rounds=5, stdin=None, timeout=None):
    """{name: median seconds} of {name: argument list}; None for one that ran into the timeout, once is enough."""
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            if None not in times[name]:
                times[name].append(seconds(command, stdin, timeout))
    return {name: None if None in all_ else statistics.median(all_) for name, all_ in times.items()}


def installed(program):
    return shutil.which(program) is not None


def markdown(header, rows):
    """A Markdown table; the first column is words, the others are numbers."""
    print("| " + " | ".join(header) + " |")
    print("| --- |" + " ---: |" * (len(header) - 1))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
