"""The nynorsk catalogues: find what must be translated, and compile .po to .mo. No gettext tools.

    python tools/kompiler_tekster.py             compile every catalogue under samvern/web
    python tools/kompiler_tekster.py --mangler   list texts without nynorsk, and unused ones
    python tools/kompiler_tekster.py --sjekk     fail if a .mo is not what its .po gives

The .mo files are committed, so that running Samvern needs no compiler.
"""

import argparse
import ast
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

WEB = Path(__file__).resolve().parent.parent / "samvern" / "web"
STRING = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)?\s*(".*")$')
GETTEXT = {"gettext", "gettext_lazy", "_", "ngettext", "ngettext_lazy"}
TRANSLATE = re.compile(r"""\{%\s*trans(?:late)?\s+(?:"([^"]*)"|'([^']*)')""")
CONSTANT = re.compile(r"""(?<![\w])_\(\s*(?:"([^"]*)"|'([^']*)')\s*\)""")
BLOCK = re.compile(
    r"\{%\s*blocktrans(?:late)?\b(?P<head>[^%]*)%\}(?P<body>.*?)\{%\s*endblocktrans(?:late)?\s*%\}",
    re.DOTALL,
)
VARIABLE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
PLURAL = re.compile(r"\{%\s*plural\s*%\}")

Catalogue = dict[str, list[str]]


class CatalogueFault(ValueError):
    """A .po file that cannot be read; the message names file and line."""


def catalogues() -> list[Path]:
    """Every nynorsk source catalogue."""
    return sorted(WEB.glob("**/locale/nn/LC_MESSAGES/django.po"))


def read_po(path: Path) -> Catalogue:
    """Read a catalogue: key (msgid, or msgid NUL plural) to its translations."""
    entries: Catalogue = {}
    current: dict[str, str] = {}
    field = ""
    lines = [*path.read_text(encoding="utf-8").splitlines(), ""]
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            if "msgid" in current:
                _keep(entries, current, path, number)
            current, field = {}, ""
            continue
        match = STRING.match(text)
        if not match or not (match[1] or field):
            raise CatalogueFault(f"{path}:{number}: kan ikke leses: {text}")
        if match[1]:
            if match[1] == "msgid" and "msgid" in current:
                _keep(entries, current, path, number)
                current = {}
            field = match[1]
            current[field] = ""
        current[field] += ast.literal_eval(match[3])
    return entries


def _keep(entries: Catalogue, current: dict[str, str], path: Path, number: int) -> None:
    key = current["msgid"]
    if "msgid_plural" in current:
        key += "\0" + current["msgid_plural"]
    if key in entries:
        raise CatalogueFault(f"{path}:{number}: teksten står to ganger: {current['msgid']!r}")
    entries[key] = [text for field, text in current.items() if field.startswith("msgstr")]


def compile_mo(entries: Catalogue) -> bytes:
    """The binary catalogue (GNU .mo, little endian, sorted, without a hash table)."""
    pairs = sorted(
        (key.encode(), "\0".join(texts).encode())
        for key, texts in entries.items()
        if all(texts) and texts
    )
    count = len(pairs)
    start = 28 + 16 * count
    keys, texts = b"", b""
    key_rows, text_rows = [], []
    for key, text in pairs:
        key_rows.append((len(key), start + len(keys)))
        keys += key + b"\0"
        text_rows.append((len(text), len(texts)))
        texts += text + b"\0"
    base = start + len(keys)
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    table = b"".join(struct.pack("<2I", *row) for row in key_rows)
    table += b"".join(struct.pack("<2I", size, base + at) for size, at in text_rows)
    return head + table + keys + texts


def template_texts(source: str) -> Iterator[str]:
    """Keys of every translated text in a template."""
    for match in (*TRANSLATE.finditer(source), *CONSTANT.finditer(source)):
        yield (
            (match[1] or match[2] or "").replace("%", "%%")
            if match.re is TRANSLATE
            else (match[1] or match[2] or "")
        )
    for match in BLOCK.finditer(source):
        # Split before percent signs are doubled, or «{% plural %}» is no longer there to find.
        forms = [
            VARIABLE.sub(r"%(\1)s", form.replace("%", "%%")) for form in PLURAL.split(match["body"])
        ]
        if "trimmed" in match["head"].split():
            forms = [" ".join(line.strip() for line in form.strip().splitlines()) for form in forms]
        yield "\0".join(forms)


def python_texts(source: str) -> Iterator[str]:
    """Keys of every gettext call in a Python file."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in GETTEXT:
            count = 2 if name.startswith("ngettext") else 1
            values = [a.value for a in node.args[:count] if isinstance(a, ast.Constant)]
            if len(values) == count:
                yield "\0".join(str(value) for value in values)


def used_texts() -> dict[str, Path]:
    """Every text that must have nynorsk, with a file that uses it."""
    found: dict[str, Path] = {}
    for path in sorted(WEB.rglob("*.html")):
        found |= dict.fromkeys(template_texts(path.read_text(encoding="utf-8")), path)
    for path in sorted(WEB.rglob("*.py")):
        found |= dict.fromkeys(python_texts(path.read_text(encoding="utf-8")), path)
    return found


def translated() -> Catalogue:
    """All catalogues as one, without their headers."""
    merged: Catalogue = {}
    for path in catalogues():
        merged |= {key: texts for key, texts in read_po(path).items() if key}
    return merged


def missing() -> list[str]:
    """Texts in use that lack nynorsk."""
    known = translated()
    return sorted(key for key in used_texts() if not (known.get(key) and all(known[key])))


def stale() -> list[str]:
    """Texts in a catalogue that nothing uses any more."""
    return sorted(translated().keys() - used_texts().keys())


def compile_all(*, only_check: bool) -> list[str]:
    """Compile every catalogue, or with `only_check` name those whose .mo differs."""
    different = []
    for path in catalogues():
        content, target = compile_mo(read_po(path)), path.with_suffix(".mo")
        if target.exists() and target.read_bytes() == content:
            continue
        different.append(str(target.relative_to(WEB.parent.parent)))
        if not only_check:
            target.write_bytes(content)
    return different


def main() -> int:
    """Entry point; exit code 1 when something is missing or differs."""
    parser = argparse.ArgumentParser(description="The nynorsk catalogues.")
    parser.add_argument("--mangler", action="store_true", help="list texts without nynorsk")
    parser.add_argument("--sjekk", action="store_true", help="only compare .mo with .po")
    arguments = parser.parse_args()
    if arguments.mangler:
        used = used_texts()
        for key in missing():
            print(f'# {used[key].relative_to(WEB)}\nmsgid "{_quoted(key)}"\nmsgstr ""\n')
        for key in stale():
            print(f"# brukes ikke: {key}", file=sys.stderr)
        return 1 if missing() or stale() else 0
    different = compile_all(only_check=arguments.sjekk)
    for name in different:
        print(name, file=sys.stderr if arguments.sjekk else sys.stdout)
    return 1 if arguments.sjekk and different else 0


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return escaped.replace("\0", '"\nmsgid_plural "')


if __name__ == "__main__":
    sys.exit(main())
