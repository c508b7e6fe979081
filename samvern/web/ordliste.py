"""The glossary: one source (`innhold/ordliste.toml`), read by the page and by the docs tool."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samvern.law.text import Text

FILE = Path(__file__).resolve().parent / "innhold" / "ordliste.toml"
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class Term:
    """One term: both written forms, English, provision, code and forbidden spellings."""

    word: Text
    english: str
    provision: str = ""
    code: str = ""
    about: Text | None = None
    forbidden: tuple[str, ...] = ()

    @property
    def identifier(self) -> str:
        """How the term is written in code, JSON and addresses: æ, ø, å as ae, oe, aa."""
        return self.code or self.word.nb.lower().translate(LETTERS).replace(" ", "_")


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that belong together, under one heading."""

    heading: Text
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """An event name of the coordination unit's document, and the name used here."""

    theirs: str
    ours: str
    where: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """Everything in the file."""

    groups: tuple[Group, ...]
    translations: tuple[Translation, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms in order."""
        return tuple(term for group in self.groups for term in group.terms)


def _term(row: dict[str, object]) -> Term:
    def text(key: str) -> str:
        return str(row.get(key, ""))

    forbidden = row.get("ikke", [])
    return Term(
        word=Text(text("term"), text("nn")),
        english=text("en"),
        provision=text("hjemmel"),
        code=text("kode"),
        about=Text(text("om"), text("om_nn")) if "om" in row else None,
        forbidden=tuple(forbidden) if isinstance(forbidden, list) else (),
    )


@cache
def read_glossary() -> Glossary:
    """Read the glossary once."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Glossary(
        tuple(
            Group(Text(group["nb"], group["nn"]), tuple(_term(row) for row in group["ord"]))
            for group in data["gruppe"]
        ),
        tuple(Translation(row["nk"], row["her"], row["hvor"]) for row in data["oversettelse"]),
    )
