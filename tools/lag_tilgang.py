"""Write docs/tilgang.md from the tables that decide access, so that a change shows as a diff.

python -m tools.lag_tilgang
"""

from pathlib import Path

from samvern.apps.saker import feltinnhold, masker
from samvern.apps.saker.access import Blikk, Grunnlag, Innsyn, Relasjon
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import INNHOLDSNAVN, Innhold
from samvern.apps.saker.sakskart import TOMT
from samvern.apps.saker.tilgangstabell import SAKSROLLER_I_ORDEN, TABELL, celle
from samvern.engine.roller import ROLLENAVN, Rolle

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "tilgang.md"
ROLES = tuple(TABELL)
GROUND = {Grunnlag.EGET: "fører", Grunnlag.GJENGITT: "gjengir", None: "–"}
LEVEL = {Innsyn.FULLT: "alt", Innsyn.MASKERT: "maskert", None: "–"}
INTRO = """# Tilgang til saker

Denne siden er laget av tabellene i `samvern/apps/saker/` (`tilgangstabell.py`, `feltinnhold.py`,
`access.py`) med `python -m tools.lag_tilgang`. Rett der, ikke her; en test sammenligner hver celle.
Hvordan kilden er lest der den er åpen, hvilke saker en rolle ser, nødtilgang og gjerdet i databasen
står i [tilgang_lesemaater.md](tilgang_lesemaater.md).

R leser, W fører, V beslutter eller signerer, m ser det minste som trengs, – har ingen tilgang.
Rollen `systemdrift` har ingen kolonne og ingen tilgang.

Foran alt dette: en sak som er stengt for en bruker (egen sak, noen nær, inhabil), ser brukeren ikke
i noen rolle, og nødtilgang åpner den ikke (`sperre.py`).
"""

WHO_RECORDS = """«Fører» er rollens egen føring eller beslutning. «Gjengir» er at NK skriver ned
det en annen instans har gjort eller besluttet, med kilde.

"""
WHICH_DATES = """En frist som bygger på en hendelse rollen ikke leser, vises som dato uten
begrunnelse.

"""


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _head(first: str, roles: tuple[Rolle, ...]) -> list[str]:
    return [first, *(str(role) for role in roles)]


def matrix() -> str:
    """The table of part 4: kind of content by role."""
    rows = [[INNHOLDSNAVN[one].nb, *(str(celle(role, one)) for role in ROLES)] for one in Innhold]
    return table(_head("innhold", ROLES), rows)


def reading() -> str:
    """What each cell comes to: everything, masked or nothing."""
    rows = []
    for one in Innhold:
        found = []
        for role in ROLES:
            usual = LEVEL[Blikk(role).kan_lese(one)]
            away = LEVEL[Blikk(role, Relasjon(unndratt=True)).kan_lese(one)]
            found.append(usual if usual == away else f"{usual}; unndratt: {away}")
        rows.append([INNHOLDSNAVN[one].nb, *found])
    return table(_head("innhold", ROLES), rows)


def recording() -> str:
    """Who records which event."""
    roles = SAKSROLLER_I_ORDEN
    rows = []
    for kode, art in SAKSARTER.items():
        cells = []
        for role in roles:
            blikk = Blikk(role)
            limits = [v for vals in blikk.tillatte_verdier(kode).values() for v in sorted(vals)]
            told = GROUND[blikk.kan_registrere(kode)]
            cells.append(f"{told} ({', '.join(limits)})" if limits else told)
        rows.append([f"`{kode}`", str(art.innhold), *cells])
    return table(["hendelse", "rad", *(str(role) for role in roles)], rows)


def fields() -> str:
    """Which fields of the header each role sees."""
    roles = SAKSROLLER_I_ORDEN
    rows = []
    for name in (*feltinnhold.RADFELT, *feltinnhold.PERSONFELT):
        cells = []
        for role in roles:
            usual = name in masker.synlige_felt(Blikk(role))
            away = name in masker.synlige_felt(Blikk(role, Relasjon(unndratt=True)))
            cells.append("ja" if usual else "når unndratt" if away else "–")
        rows.append([f"`{name}`", *cells])
    return table(_head("felt", roles), rows)


def dates() -> str:
    """Which deadlines and duties each role sees."""
    roles = SAKSROLLER_I_ORDEN
    rows = [
        [regel, *(LEVEL[masker.ser_frist(Blikk(role), regel, None, TOMT)] for role in roles)]
        for regel in sorted(feltinnhold.REGLER)
    ]
    return table(_head("regel", roles), rows)


def page() -> str:
    """The whole page as Markdown."""
    names = table(["rolle", "navn"], [[f"`{role}`", ROLLENAVN[role].nb] for role in ROLES])
    sections = (
        ("Rollene", names),
        ("Tilgangstabellen", matrix()),
        ("Hva som leses", reading()),
        ("Hvem som fører hva", WHO_RECORDS + recording()),
        ("Felt i sakens hode", fields()),
        ("Frister og plikter", WHICH_DATES + dates()),
    )
    return "\n".join([INTRO, *(f"## {heading}\n\n{text}" for heading, text in sections)])


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
