"""A case made by hand, as the queries would give it: what the page itself is tested with.

The person is invented, and so is the number (the month has 80 added).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from samvern.apps.saker.public import (
    SAKSARTER,
    Deltakerbilde,
    Deltakerslag,
    Hendelsesfelt,
    Hendelsesrad,
    Hvem,
    Innhold,
    Lesningsrad,
    Oppgaverad,
    Plasseringsbilde,
    Saksbilde,
    Saksrad,
    Saksstatus,
)
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.event import Sak
from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.law.text import Text
from samvern.web.fristberegner import rader
from samvern.web.fristberegner.examples import SEKS_AAR

SAK = UUID("11111111-1111-4111-8111-111111111147")
TODAY = date(2026, 11, 23)
VIEWER = Viewer(
    UUID("22222222-2222-4222-8222-222222222222"),
    "Silje Haugen",
    Rolle.NK,
    UUID("33333333-3333-4333-8333-333333333333"),
    frozenset(),
    UUID("44444444-4444-4444-8444-444444444444"),
)
ASTRID = Hvem(UUID(int=1), "Astrid Lie", "", "overlege")
OSKAR = Hvem(UUID(int=2), "Oskar Larsen", "", "statsadvokat")
AHUS = Hvem(UUID(int=3), "Akershus universitetssykehus")
OUS = Hvem(UUID(int=4), "Oslo universitetssykehus")
EMBETE = Hvem(UUID(int=5), "Øst statsadvokatembeter", "Aust statsadvokatembete", "Oskar Larsen")
DPS = Hvem(UUID(int=6), "Åpen døgnenhet, DPS")
_HIGH = Text("Regional sikkerhetsavdeling", "Regional tryggleiksavdeling")
_LOCAL = Text("Lokal sikkerhetsavdeling", "Lokal tryggleiksavdeling")
_OPEN = Text("Åpen døgnenhet", "Open døgneining")
_LETTER, _DECISION = Text("Brev", "Brev"), Text("Vedtak", "Vedtak")


def moment(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def facts(given: Mapping[str, object] = SEKS_AAR) -> Sak:
    sak, faults = read_case(dict(given))
    assert sak is not None, faults
    return sak


def entry(nr: int, kind: str, day: date, **changed: Any) -> Hendelsesrad:
    """One entry that counts, by Astrid Lie, registered the day after."""
    made = Hendelsesrad(
        nr=nr,
        type=kind,
        navn=SAKSARTER[kind].navn,
        skjedde=day,
        registrert=moment(day + timedelta(days=1)),
        aktoer=ASTRID,
        aktoer_rolle="faglig_ansvarlig",
        kilde=_LETTER,
        kilde_ref=None,
        merknad=None,
        felt=(),
        virkning="ny",
        erstatter=None,
        erstattet_av=None,
        gjelder=True,
        kan_rettes=True,
        innhold=SAKSARTER[kind].innhold,
    )
    return replace(made, **changed)


def entries(sak: Sak) -> tuple[Hendelsesrad, ...]:
    """One entry for every fact, two of the register's own, and one that was corrected."""
    found = []
    for nr, fact in enumerate(sak.hendelser, start=1):
        raw = {
            name: value
            for name in ("part", "n", "art", "retning", "hos")
            if (value := getattr(fact, name)) is not None
        }
        found.append(entry(nr, fact.type, fact.dato, raa=raw))
    last = len(found)
    wrong = date(2026, 11, 6)
    changed = replace(found[-1], nr=last + 1, virkning="retting", erstatter=last, aktoer=OSKAR)
    found[-1] = replace(found[-1], skjedde=wrong, gjelder=False, erstattet_av=last + 1)
    felt = Hendelsesfelt(
        "vesentlig", Text("Vesentlig endring", "Vesentleg endring"), Text("Ja", "Ja")
    )
    return (
        *found,
        changed,
        entry(last + 2, "unndragelse", date(2025, 8, 9), merknad="Kom ikke fra utgang."),
        entry(last + 3, "unndragelse_avsluttet", date(2025, 8, 11)),
        entry(last + 4, "permisjon", date(2026, 5, 17), felt=(felt,), kilde=_DECISION),
    )


def row(**changed: Any) -> Saksrad:
    made = Saksrad(
        id=SAK,
        saksnr="S-2020-0147",
        navn="Morten Bakken",
        status=Saksstatus.UNDER_GJENNOMFOERING,
        domstype="tidsubestemt",
        flagg=(),
        rhf=Hvem(UUID(int=7), "Helse Sør-Øst RHF"),
        institusjon=AHUS,
        oppholdssted=AHUS,
        enhet=DPS,
        sikkerhetsnivaa=_OPEN,
        oppholdsform="doegn",
        siden=date(2024, 6, 3),
        embete=EMBETE,
        faglig_ansvarlig=ASTRID,
        saksbehandler=Hvem(VIEWER.bruker, VIEWER.navn),
        styrende_dom=date(2023, 12, 6),
        neste_frist=date(2026, 12, 4),
        siste_hendelse=date(2026, 11, 5),
    )
    return replace(made, **changed)


def stays() -> tuple[Plasseringsbilde, ...]:
    first, second, third = date(2020, 11, 2), date(2022, 2, 17), date(2024, 6, 3)
    one = timedelta(days=1)
    return (
        Plasseringsbilde(first, second - one, "doegn", OUS, None, _HIGH, 1),
        Plasseringsbilde(second, third - one, "doegn", AHUS, None, _LOCAL, 2),
        Plasseringsbilde(third, None, "doegn", AHUS, DPS, _OPEN, 3),
    )


def place(kode: str) -> str:
    """Where the first row of a rule stands on the page; any place for what is no rule's."""
    sak = facts()
    rows = (row for row in rader.rows(compute(sak), sak) if row.regel.id == kode)
    return next((row.anker for row in rows), f"frist-{kode}")


def task(kode: str, title: str, step: str, hos: Hvem | None, day: date) -> Oppgaverad:
    return Oppgaverad(
        sak=SAK,
        saksnr="S-2020-0147",
        navn="Morten Bakken",
        domstype="tidsubestemt",
        gruppe="innen",
        slag="frist",
        kode=kode,
        tittel=Text(title, title),
        grunn=Text("", ""),
        dato=day,
        fristdato=None,
        dager=(day - TODAY).days,
        status="loeper",
        fra_lov=True,
        venter_paa=Text("Statsadvokaten", "Statsadvokaten"),
        hos=hos,
        neste_steg=Text(step, step),
        anker=place(kode),
    )


def bilde(**changed: Any) -> Saksbilde:
    """The case of the design sketch, 13 days before the three-year deadline."""
    sak = facts()
    parts = (
        (Deltakerslag.EMBETE, EMBETE, None),
        (Deltakerslag.FAGLIG_ANSVARLIG, ASTRID, None),
        (Deltakerslag.INSTITUSJON, AHUS, None),
        (Deltakerslag.INSTITUSJON, OUS, date(2022, 2, 16)),
    )
    readers = ((OSKAR, "statsadvokat", 20), (ASTRID, "faglig_ansvarlig", 19))
    made = Saksbilde(
        rad=row(),
        foedselsnummer="17857517911",
        foedselsdato=date(1975, 5, 17),
        kjoenn="mann",
        adressebeskyttet=False,
        svar=compute(sak),
        hendelser=entries(sak),
        deltakere=tuple(Deltakerbilde(s, who, date(2020, 11, 2), til) for s, who, til in parts),
        plasseringer=stays(),
        oppgaver=(
            task("F-12", "Treårsfristen", "Underskriv begjæring", EMBETE, date(2026, 12, 4)),
            task("F-10", "Statusrapport", "Send statusrapporten", ASTRID, date(2026, 12, 4)),
        ),
        mangler=(),
        avvik=(),
        har_lest=tuple(
            Lesningsrad(day, who, role, moment(date(2026, 11, day)), "sak.vist")
            for who, role, day in readers
        ),
        kan_registrere=("vedtak_mottatt", "klage"),
        siste_nr=40,
        per_dato=TODAY,
        som_kjent=None,
        lov=sak,
    )
    return replace(made, **changed)


def empty(status: Saksstatus = Saksstatus.TILTALT) -> Saksbilde:
    """A case with an indictment and nothing more."""
    nobody = row(
        status=status,
        flagg=(),
        rhf=None,
        institusjon=None,
        oppholdssted=None,
        enhet=None,
        sikkerhetsnivaa=None,
        oppholdsform="",
        siden=None,
        faglig_ansvarlig=None,
        styrende_dom=None,
        neste_frist=None,
    )
    return bilde(
        rad=nobody,
        svar=None,
        lov=None,
        hendelser=(entry(1, "tiltale", date(2026, 11, 2), innhold=Innhold.SAK),),
        deltakere=(),
        plasseringer=(),
        oppgaver=(),
        har_lest=(),
    )
