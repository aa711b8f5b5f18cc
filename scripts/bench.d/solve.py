#!/usr/bin/env python3
"""`solve` beside a plain loop over all tables in C++, compiled here with -O3; both have to find the same tables."""

import json
import subprocess
import sys
from pathlib import Path

from interleaved import markdown, medians

program = sys.argv[1]
source = Path(__file__).with_name("plain_solve.cpp")
loop = Path(program).with_name("plain_solve")
subprocess.run(["c++", "-std=c++20", "-O3", "-o", loop, source], check=True)

rows = []
for patients, ratio, lower, upper in [
    (79, "0.65", "0.31", "1.37"),
    (1000, "1.04", "0.88", "1.23"),
    (2000, "1.04", "0.88", "1.23"),
]:
    solve = [program, "solve", "--n", str(patients), "--rr", ratio, "--ci", f"{lower},{upper}", "--format", "json"]
    plain = [loop, str(patients), ratio, lower, upper]
    found = json.loads(subprocess.run(solve, capture_output=True, check=True).stdout)["count"]
    lines = subprocess.run(plain, capture_output=True, check=True, text=True).stdout.splitlines()
    if found != len(lines) - 1:
        sys.exit(f"solve finds {found} tables, the plain loop {len(lines) - 1}")
    times = medians({"solve": solve, "plain": plain})
    rows.append(
        [
            f"N = {patients}, RR {ratio} ({lower}-{upper})",
            found,
            f"{times['solve']:.4f}",
            f"{times['plain']:.4f}",
            f"{times['plain'] / times['solve']:.1f}",
        ]
    )
markdown(["search", "tables", "solve, s", "plain loop, s", "plain / solve"], rows)
