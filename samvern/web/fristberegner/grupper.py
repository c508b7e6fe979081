"""How the form sorts event types, and how ids are made. Ids are never typed by people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samvern.law.event import HENDELSESTYPER, Hendelsestype, Sakstype
from samvern.law.text import Text
from samvern.web.fristberegner.tilstand import Rad


@dataclass(frozen=True, slots=True)
class Gruppe:
    """A heading and the event types under it, in the order things happen."""

    navn: Text
    koder: tuple[str, ...]


GRUPPER = (
    Gruppe(
        Text("Dom og rettskraft", "Dom og rettskraft"),
        (
            "dom_avsagt",
            "dom_forkynt",
            "dom_mottatt_paatale",
            "dom_vedtatt",
            "anke",
            "dom_rettskraftig",
        ),
    ),
    Gruppe(
        Text("Observasjon og vern", "Observasjon og vern"),
        (
            "ankomst",
            "observasjon_startet",
            "observasjon_forlenget",
            "observasjon_avsluttet",
            "tph_etablert",
            "undersoekelse_4_9",
            "kommisjonskontroll",
            "forlengelse_soekt",
            "forlengelse_innvilget",
            "tph_opphoert",
        ),
    ),
    Gruppe(
        Text("Innleggelse og rapporter", "Innlegging og rapportar"),
        ("innleggelse", "helseopplysningsskjema_sendt", "statusrapport_sendt"),
    ),
    Gruppe(
        Text("Overføring og andre vedtak", "Overføring og andre vedtak"),
        (
            "overfoeringsvedtak",
            "varslingsvedtak",
            "annet_vedtak",
            "vedtak_mottatt",
            "vedtak_akseptert",
            "overfoering_gjennomfoert",
        ),
    ),
    Gruppe(
        Text("Klage og kontroll", "Klage og kontroll"),
        ("klage", "pasientklage", "klage_avslaatt", "klage_avgjort", "sak_brakt_inn"),
    ),
    Gruppe(
        Text("Opprettholdelse og opphør", "Oppretthalding og opphøyr"),
        ("begjaering_opphoer", "opprettholdelse_underskrevet", "sak_oversendt_retten", "opphoer"),
    ),
    Gruppe(
        Text("Endring av reaksjonen", "Endring av reaksjonen"),
        ("endringsbegjaering", "endringsavslag_endelig", "endringsklage"),
    ),
    Gruppe(
        Text("Utreise og retur", "Utreise og retur"),
        ("utreise", "retur_til_riket", "tilbakefoering"),
    ),
)

_PREFIX = {
    "dom_avsagt": "D",
    "dom_rettskraftig": "D",
    "overfoeringsvedtak": "V",
    "varslingsvedtak": "V",
    "annet_vedtak": "V",
    "begjaering_opphoer": "B",
    "endringsbegjaering": "B",
    "klage": "K",
    "pasientklage": "K",
    "endringsklage": "K",
    "sak_brakt_inn": "S",
}
_ICONS = {
    "dom_avsagt": "dom",
    "dom_rettskraftig": "dom",
    "innleggelse": "sted",
    "ankomst": "sted",
    "overfoering_gjennomfoert": "sted",
    "utreise": "sted",
    "retur_til_riket": "sted",
    "tilbakefoering": "sted",
    "overfoeringsvedtak": "vedtak",
    "varslingsvedtak": "vedtak",
    "annet_vedtak": "vedtak",
    "tph_etablert": "vedtak",
    "observasjon_startet": "vedtak",
    "observasjon_forlenget": "vedtak",
    "opphoer": "flagg",
    "tph_opphoert": "flagg",
    "observasjon_avsluttet": "flagg",
}
DOM_PAIR = {"dom_avsagt": "dom_rettskraftig", "dom_rettskraftig": "dom_avsagt"}


def offered(sakstype: str) -> Iterator[tuple[Text, tuple[Hendelsestype, ...]]]:
    """The groups for a case type, each with the event types the type offers."""
    wanted = Sakstype(sakstype)
    for group in GRUPPER:
        kinds = tuple(HENDELSESTYPER[k] for k in group.koder)
        found = tuple(kind for kind in kinds if wanted in kind.gjelder)
        if found:
            yield group.navn, found


def icon(kind: str) -> str:
    """The icon of an event type: its shape says judgment, decision, place or something done."""
    return _ICONS.get(kind, "hake-ring")


def needs_id(kind: str) -> bool:
    """Whether events of this type must carry an id."""
    return any(f.navn == "id" and f.paakrevd for f in HENDELSESTYPER[kind].felt)


def new_id(kind: str, rows: Iterable[Rad]) -> str:
    """The next free id: `D1`, `V1`, `V2` …"""
    taken = {str(row.get("id")) for row in rows}
    prefix = _PREFIX.get(kind, "H")
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def unpaired(kind: str, rows: Iterable[Rad]) -> list[Rad]:
    """Judgments the event may be the other half of: pronounced without final, or the reverse."""
    rows = list(rows)
    other = DOM_PAIR.get(kind)
    mine = {row.get("id") for row in rows if row.get("type") == kind}
    return [r for r in rows if r.get("type") == other and r.get("id") and r["id"] not in mine]


def depends_on(rows: tuple[Rad, ...], at: int) -> list[int]:
    """Rows that would be left pointing at nothing if row `at` were removed."""
    ident = rows[at].get("id")
    left = {row.get("id") for i, row in enumerate(rows) if i != at}
    if not ident or ident in left:
        return []
    return [i for i, row in enumerate(rows) if row.get("ref") == ident and i != at]
