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
WORD = re.compile(r"\w+")


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


def identifiers(source: str) -> set[str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.string for token in tokens if token.type == tokenize.NAME}


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


def test_only_identifiers_are_judged() -> None:
    source = 'ett = f"to {tre}"  # fire\n"""fem"""\n'
    assert identifiers(source) == {"ett", "tre"}
    assert identifiers(source) <= set(WORD.findall(source))


def test_every_identifier_follows_the_word_list() -> None:
    """Every word is tried first; only a file with a wrong one is read as Python."""
    rules = forbidden(WORDS.read_text(encoding="utf-8"))
    assert rules, "docs/ordliste.md has no table with the column «ikke»"
    kept = codes()

    # A code, or the name of a code in capitals, is spelt as it is stored.
    suspect = re.compile("|".join(r"\w*".join(map(re.escape, bad)) for bad in rules), re.IGNORECASE)

    @functools.cache
    def fault(word: str) -> str | None:
        if not suspect.search(word) or {word, word.lower()} & kept:
            return None
        return next((term for bad, term in rules.items() if holds(parts(word), bad)), None)

    wrong = set()
    for path in tree.ours(".py"):
        source = tree.text(path)
        if suspects := {word for word in {*WORD.findall(source), path.stem} if fault(word)}:
            named = identifiers(source) | {path.stem}
            wrong |= {f"{tree.name(path)}: {w} (skriv {fault(w)})" for w in suspects & named}
    assert wrong == set()
