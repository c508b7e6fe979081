"""One spelling per term: identifiers in the code follow docs/ordliste.md."""

import functools
import io
import json
import re
import tokenize
from pathlib import Path

from tests.structure import tree

FROZEN = Path(__file__).with_name("frosne_koder.json")
WORDS = tree.ROOT / "docs" / "ordliste.md"
COLUMN = "ikke"


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def forbidden(page: str) -> dict[tuple[str, ...], str]:
    """Map each forbidden spelling, in parts, to the term that stands for it.

    Read from each table with the columns «term» and «ikke»; commas divide several spellings.
    """
    found: dict[tuple[str, ...], str] = {}
    header: list[str] = []
    for line in page.splitlines():
        if not line.lstrip().startswith("|"):
            header = []
        elif not header:
            header = [cell.lower() for cell in cells(line)]
        elif COLUMN in header and set(line) - set("|-: "):
            row = dict(zip(header, cells(line), strict=True))
            for spelling in row[COLUMN].split(","):
                if words := parts(spelling.strip(" `*–-")):
                    found[words] = row["term"].strip("`* ")
    return found


@functools.cache
def parts(identifier: str) -> tuple[str, ...]:
    """`maxAntallDager` and `max_antall_dager` are both (max, antall, dager)."""
    spaced = re.sub(r"(?<=[a-zæøå0-9])(?=[A-ZÆØÅ])", "_", identifier)
    return tuple(part for part in re.split(r"[_\W]+", spaced.lower()) if part)


def codes() -> set[str]:
    """Stored codes keep their own spelling, letter for letter, also as names in the code."""
    frozen = json.loads(FROZEN.read_text(encoding="utf-8"))
    names = {code.replace("-", "_") for group in frozen.values() for code in group}
    return names | {name.split("_", 1)[1] for name in names if name[:2] in {"A_", "W_", "I_"}}


def identifiers(path: Path) -> set[str]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    return {token.string for token in tokens if token.type == tokenize.NAME} | {path.stem}


def holds(words: tuple[str, ...], spelling: tuple[str, ...]) -> bool:
    size = len(spelling)
    return any(words[i : i + size] == spelling for i in range(len(words) - size + 1))


def test_the_table_is_read() -> None:
    page = "| term | ikke |\n|---|---|\n| paatalemyndighet | påtale, prosecution_service |\n"
    assert forbidden(page) == {
        ("påtale",): "paatalemyndighet",
        ("prosecution", "service"): "paatalemyndighet",
    }
    assert holds(parts("newProsecutionServiceName"), ("prosecution", "service"))


def test_every_identifier_follows_the_word_list() -> None:
    rules = forbidden(WORDS.read_text(encoding="utf-8"))
    assert rules, "docs/ordliste.md has no table with the column «ikke»"
    kept = codes()
    places: dict[str, str] = {}
    for path in tree.ours(".py"):
        for identifier in identifiers(path):
            places.setdefault(identifier, tree.name(path))
    wrong = {
        f"{places[identifier]}: {identifier} (skriv {term})"
        for identifier in places
        # A code, or the name of a code in capitals.
        if not {identifier, identifier.lower()} & kept
        for spelling, term in rules.items()
        if holds(parts(identifier), spelling)
    }
    assert wrong == set()
