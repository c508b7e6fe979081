"""The event types as people choose among them: grouped by what they are about."""

from collections.abc import Collection
from dataclasses import dataclass

from samvern.apps.saker.public import SAKSARTER, Saksart
from samvern.law.text import Text


@dataclass(frozen=True, slots=True)
class Typegruppe:
    """A heading and the codes of the event types under it, in the order things happen."""

    navn: Text
    koder: tuple[str, ...]


GRUPPER = (
    Typegruppe(
        Text("Tiltale, dom og rettskraft", "Tiltale, dom og rettskraft"),
        (
            "tiltale",
            "tiltale_trukket",
            "dom_avsagt",
            "dom_forkynt",
            "dom_mottatt_paatale",
            "dom_vedtatt",
            "anke",
            "annen_utgang",
            "dom_rettskraftig",
        ),
    ),
    Typegruppe(
        Text("Hvem som har ansvaret", "Kven som har ansvaret"),
        (
            "behandlingsansvar_fastsatt",
            "faglig_ansvarlig_endret",
            "paatale_fastsatt",
            "saksbehandler_tildelt",
        ),
    ),
    Typegruppe(
        Text("Opphold og flytting", "Opphald og flytting"),
        (
            "innleggelse",
            "intern_overfoering",
            "permisjon",
            "varsel_statsadvokat",
            "unndragelse",
            "unndragelse_avsluttet",
        ),
    ),
    Typegruppe(
        Text("Rapporter og skjemaer", "Rapportar og skjema"),
        ("helseopplysningsskjema_sendt", "statusrapport_sendt"),
    ),
    Typegruppe(
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
    Typegruppe(
        Text("Klage og kontroll", "Klage og kontroll"),
        (
            "klage",
            "pasientklage",
            "klage_tatt_til_foelge",
            "klage_trukket",
            "klage_oversendt",
            "klage_avslaatt",
            "sak_brakt_inn",
            "klage_avgjort",
            "varslingsklage_oversendt",
        ),
    ),
    Typegruppe(
        Text("Varsling av fornærmede og etterlatte", "Varsling av fornærma og etterlatne"),
        ("varslingsoenske", "varsel_sendt"),
    ),
    Typegruppe(
        Text("Opprettholdelse og opphør", "Oppretthalding og opphøyr"),
        (
            "begjaering_opphoer",
            "opphoersbegjaering_trukket",
            "opprettholdelse_underskrevet",
            "sak_oversendt_retten",
            "opphoer",
        ),
    ),
    Typegruppe(
        Text("Endring av reaksjonen", "Endring av reaksjonen"),
        ("endringsbegjaering", "endring_trukket", "endringsavslag_endelig", "endringsklage"),
    ),
    Typegruppe(
        Text("Utvisning, utreise og retur", "Utvising, utreise og retur"),
        ("utvisningsvedtak", "utreise", "retur_til_riket", "retur_avgjort"),
    ),
    Typegruppe(
        Text("Kriminalomsorgen, til 1. oktober 2020", "Kriminalomsorga, til 1. oktober 2020"),
        (
            "begjaering_5_6",
            "proeveloeslatelse",
            "gjeninnsettelse",
            "uenighet_5_8",
            "uenighet_5_8_avgjort",
            "tilbakefoering",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Typevalg:
    """One group as the page shows it: only what the viewer may record now."""

    navn: Text
    arter: tuple[Saksart, ...]


def choices(kan_registrere: Collection[str]) -> tuple[Typevalg, ...]:
    """The groups with the types that may be recorded; a group with none is left out."""
    found = (
        Typevalg(group.navn, tuple(SAKSARTER[k] for k in group.koder if k in kan_registrere))
        for group in GRUPPER
    )
    return tuple(group for group in found if group.arter)


@dataclass(frozen=True, slots=True)
class Alternativ:
    """Another event that may be what in fact happened, when one deviates from the computation."""

    type: str
    foer: Text
    lenke: Text
    etter: Text


_INSTEAD = Text("i stedet.", "i staden.")
_FIRST = Text("først.", "først.")
_ALTERNATIVER = {
    "dom_rettskraftig": Alternativ(
        "dom_vedtatt",
        Text("Ble dommen vedtatt, kan du", "Vart dommen vedteken, kan du"),
        Text("registrere vedtakelsen", "registrere at han vart vedteken"),
        _INSTEAD,
    ),
    "overfoering_gjennomfoert": Alternativ(
        "vedtak_akseptert",
        Text("Har de som kan klage, godtatt vedtaket, kan du", "Har dei som kan klage, godteke"
             " vedtaket, kan du"),
        Text("registrere det", "registrere det"),
        _FIRST,
    ),
    "innleggelse": Alternativ(
        "overfoering_gjennomfoert",
        Text("Var det en overføring etter vedtak, kan du", "Var det ei overføring etter vedtak,"
             " kan du"),
        Text("registrere den", "registrere ho"),
        _INSTEAD,
    ),
    "klage_avgjort": Alternativ(
        "klage",
        Text("Er selve klagen ikke registrert, kan du", "Er sjølve klaga ikkje registrert, kan du"),
        Text("registrere den", "registrere ho"),
        _FIRST,
    ),
}  # fmt: skip


def alternative(kode: str, kan_registrere: Collection[str]) -> Alternativ | None:
    """What else it may have been, when the viewer may record that."""
    found = _ALTERNATIVER.get(kode)
    return found if found is not None and found.type in kan_registrere else None
