#!/usr/bin/env python3
"""Checks the trial files against data/trial.schema.json, and that the schema refuses what it should."""
import copy
import json
import pathlib
import sys

import jsonschema

root = pathlib.Path(__file__).resolve().parents[2]
schema = json.loads((root / "data/trial.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
full = root / "tests/trial/full_trial.json"
failures = 0

for path in [*sorted((root / "data/trials").glob("*.json")), full]:
    for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
        print(f"{path}: /{'/'.join(map(str, error.path))}: {error.message}")
        failures += 1

REFUSED = {
    "a printed value as a number": lambda t: t["outcomes"][0]["reported"][0].update(p=0.25),
    "a count as a string": lambda t: t["outcomes"][0]["events"].update(new="8"),
    "a fractional count": lambda t: t["outcomes"][0]["events"].update(new=8.5),
    "a negative count": lambda t: t["outcomes"][0]["events"].update(new=-8),
    "nobody in an arm": lambda t: t["populations"][0]["n"].update(new=0),
    "an unknown key": lambda t: t.update(outcome=[]),
    "an id with a capital": lambda t: t.update(id="Full"),
    "one arm": lambda t: t.update(arms=t["arms"][:1]),
    "two experimental arms": lambda t: t["arms"][2].update(role="experimental"),
    "no arms": lambda t: t.pop("arms"),
    "categories of a binary outcome": lambda t: t["outcomes"][1].update(kind="binary"),
    "a categorical outcome without categories": lambda t: t["outcomes"][0].update(kind="categorical"),
    "whole numbers of a categorical outcome": lambda t: t["outcomes"][1].update(whole_numbers={}),
    "half a scale": lambda t: t["outcomes"][2]["whole_numbers"].pop("high"),
    "another version": lambda t: t.update(schema="trialcalc/trial/2"),
}
for what, spoil in REFUSED.items():
    trial = copy.deepcopy(json.loads(full.read_text(encoding="utf-8")))
    spoil(trial)
    if validator.is_valid(trial):
        print(f"the schema accepts {what}")
        failures += 1

sys.exit(1 if failures else 0)
