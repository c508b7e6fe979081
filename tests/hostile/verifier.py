"""An auditor's own verifier of an exported audit log: standard library only, nothing of Samvern.

Written from docs/revisjon.md, for anyone who wants to check a log without trusting the program
that wrote it: python tests/hostile/verifier.py LOGG [SJEKKPUNKTER]
"""

import hashlib
import json
import re
import sys
from pathlib import Path

TEXT = (
    *("bruker", "forespoersel", "forrige", "grunn", "handling", "hash", "kode", "objekt"),
    *("objekttype", "rolle", "tid", "utfall", "virksomhet"),
)
LISTS = ("lest", "saker", "skrevet")
NUMBERS = ("nr", "versjon")
MAPPING = "forpliktelser"
ALL = sorted([*TEXT, *LISTS, *NUMBERS, MAPPING])
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}

SPECIAL = re.compile(r'[\x00-\x1f"\\]')


def escape(found: re.Match[str]) -> str:
    """The shortest way to write a character that may not stand as it is."""
    return ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def write(value: object) -> str:
    """The canonical text of a value, by hand: sorted keys, no blanks, shortest escapes."""
    if isinstance(value, str):
        return f'"{SPECIAL.sub(escape, value)}"' if SPECIAL.search(value) else f'"{value}"'
    if isinstance(value, bool) or value is None or isinstance(value, float):
        raise ValueError("not a value of the log")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join([write(item) for item in value]) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(pairs(value).values()) + "}"
    raise ValueError("not a value of the log")


def pairs(value: dict[str, object]) -> dict[str, str]:
    """Each key with the text of the key and its value, sorted."""
    return {key: f"{write(key)}:{write(value[key])}" for key in sorted(value)}


def entry_fault(line: str, number: int, previous: str) -> tuple[str, str]:
    """What is wrong with one line (or nothing), and the hash it carries."""
    try:
        entry = json.loads(line)
        parts = pairs(entry) if isinstance(entry, dict) else {}
    except ValueError:
        return "unreadable", ""
    if list(parts) != ALL:
        return "other fields", ""
    if "{" + ",".join(parts.values()) + "}" != line:
        return "not canonical", ""
    if not all(type(entry[name]) is str for name in TEXT) or not TIME.fullmatch(entry["tid"]):
        return "wrong type", ""
    if not all(type(entry[name]) is list for name in LISTS) or type(entry[MAPPING]) is not dict:
        return "wrong type", ""
    if entry["versjon"] != 1:
        return "unknown version", ""
    if entry["nr"] != number:
        return "number", ""
    if entry["forrige"] != previous:
        return "link", ""
    del parts["hash"]
    content = "{" + ",".join(parts.values()) + "}"
    right = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return ("", right) if right == entry["hash"] else ("hash", "")


def fault(lines: list[str], checkpoints: list[tuple[int, str]] | None = None) -> str:
    """The first fault of a log, as text; empty when it holds."""
    hashes = ["0" * 64]
    for number, line in enumerate(lines, 1):
        found, told = entry_fault(line, number, hashes[-1])
        if found:
            return f"{number}: {found}"
        hashes.append(told)
    for number, expected in checkpoints or []:
        if number >= len(hashes):
            return f"{number}: cut off"
        if hashes[number] != expected:
            return f"{number}: rewritten"
    return ""


def main(paths: list[str]) -> int:
    """Verify the files; 0 when the log holds."""
    lines = Path(paths[0]).read_text(encoding="utf-8").split("\n")[:-1]
    outside = []
    for path in paths[1:]:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            point = json.loads(line)
            outside.append((int(point["nr"]), str(point["hash"])))
    found = fault(lines, outside)
    print(found or f"ok {len(lines)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
