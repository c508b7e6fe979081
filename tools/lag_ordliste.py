"""Write docs/ordliste.md from the one source, `samvern/web/innhold/ordliste.toml`.

python tools/lag_ordliste.py
"""

from pathlib import Path

from samvern.web.ordliste import Glossary, Term, read_glossary

TARGET = Path(__file__).resolve().parent.parent / "docs" / "ordliste.md"
INTRO = """# Ordliste

Denne siden er laget av `samvern/web/innhold/ordliste.toml` med `python tools/lag_ordliste.py`.
Rett der, ikke her.

Fagordene er norske og skrives med æ, ø og å i alt mennesker leser. I navn i koden, i filnavn,
adresser og JSON skrives de `ae`, `oe` og `aa`. Kolonnen «ikke» er skrivemåter som ikke skal brukes;
en test leter etter dem i koden.
"""
EVENTS = """## Hendelsesnavn i kravdokumentet til koordineringsenheten

Navnene til høyre er de eneste som brukes. Hendelser som bare finnes i registeret, skrives med
ae, oe og aa.

| navn i kravdokumentet | navn her | hvor |
|---|---|---|
"""


def row(term: Term) -> str:
    """One line of the table."""
    word = f"{term.word.nb} (`{term.code}`)" if term.code else term.word.nb
    forbidden = ", ".join(f"`{spelling}`" for spelling in term.forbidden)
    return f"| {word} | {term.word.nn} | {term.english} | {term.provision} | {forbidden} |"


def page(glossary: Glossary) -> str:
    """The whole page as Markdown."""
    parts = [INTRO]
    for group in glossary.groups:
        head = "| term | nynorsk | English | hjemmel | ikke |\n|---|---|---|---|---|"
        parts.append("\n".join([f"## {group.heading.nb}\n", head, *map(row, group.terms)]) + "\n")
    rows = [f"| `{t.theirs}` | {t.ours} | {t.where} |" for t in glossary.translations]
    return "\n".join(parts) + "\n" + EVENTS + "\n".join(rows) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(page(read_glossary()), encoding="utf-8")
