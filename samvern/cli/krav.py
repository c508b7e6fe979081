"""`samvern krav`: which requirement is proved by which test, and which rule's is proved by none."""

import argparse
import json
from pathlib import Path

import samvern
from samvern.cli.krav_index import index
from samvern.law.book import all_rules

OK, FAILED = 0, 1
ROOT = Path(samvern.__file__).resolve().parent.parent


def rule_requirements() -> dict[str, list[str]]:
    """Return the requirement ids that the rules carry, each with its rules."""
    found: dict[str, list[str]] = {}
    for rule in all_rules():
        for krav in rule.krav:
            found.setdefault(krav, []).append(rule.id)
    return {krav: found[krav] for krav in sorted(found)}


def run(arguments: argparse.Namespace, root: Path = ROOT) -> int:
    """Run the command; fails when a rule's requirement has no test."""
    tests = index(root)
    unproved = {k: rules for k, rules in rule_requirements().items() if k not in tests}
    if arguments.json:
        data = {"krav": tests, "uten_proeve": unproved}
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return FAILED if unproved else OK
    for krav, names in tests.items():
        print(krav)
        for name in names:
            print(f"  {name}")
    print(f"\n{len(tests)} krav har prøver.")
    for krav, rules in unproved.items():
        print(f"Uten prøve: {krav} ({', '.join(rules)})")
    return FAILED if unproved else OK
