#!/usr/bin/env -S /usr/bin/python3
"""Small commands as whole processes, beside programs that do less or the same."""

import sys

from interleaved import installed, markdown, medians

program = sys.argv[1]
commands = {
    "trialcalc --version": [program, "--version"],
    "trialcalc calc 8/37 14/42": [program, "calc", "8/37", "14/42"],
    "trialcalc compare cairo6 --outcome cd3": [program, "compare", "cairo6", "--outcome", "cd3"],
    "jq --version": ["jq", "--version"],
    "python3 -c pass": ["/usr/bin/python3", "-c", "pass"],
    "Rscript -e 'fisher.test(...)'": ["Rscript", "--vanilla", "-e", "fisher.test(matrix(c(8, 14, 29, 28), 2))"],
}
found = medians({name: command for name, command in commands.items() if installed(command[0])}, rounds=31)
unit = found["trialcalc compare cairo6 --outcome cd3"]
markdown(["whole process", "milliseconds", "compare = 1"],
         [[name, f"{1000 * seconds:.1f}", f"{seconds / unit:.2f}"] for name, seconds in found.items()])
