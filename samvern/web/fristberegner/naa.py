"""The one message on top: what must happen now, or that nothing does (design principle 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samvern.law import datotekst
from samvern.law.rule import Fristtype, Grunnlag
from samvern.law.text import Text
from samvern.law.trace import Status
from samvern.web.fristberegner import tidspunkt
from samvern.web.fristberegner.rader import Fristrad, Gruppe


@dataclass(frozen=True, slots=True)
class Naa:
    """The message. `tall` and `tall_tekst` are the big number and the words under it."""

    farge: str
    overskrift: Text
    tekst: Text
    tall: str = ""
    tall_tekst: Text | None = None
    rad: Fristrad | None = None
    anker: str = ""
    """Where the reason stands, when it is no deadline."""


def _days(count: int) -> Text:
    return Text("dag" if count == 1 else "dager", "dag" if count == 1 else "dagar")


_DOUBTED: dict[str, tuple[Text, Text]] = {
    "IKKE_INNLAGT": (
        Text("Innleggelse er ikke lagt inn", "Innlegging er ikkje lagd inn"),
        Text(
            "Er den domfelte innlagt, legg inn dagen.",
            "Er den domfelte innlagd, legg inn dagen.",
        ),
    ),
    "IKKE_SENDT": (
        Text("{navn} er ikke lagt inn som sendt", "{navn} er ikkje lagd inn som send"),
        Text("Er det sendt, legg inn dagen.", "Er det sendt, legg inn dagen."),
    ),
}
"""Grounds that say only that nothing is recorded: heading, and what to do if it was done."""


def _doubted(rad: Fristrad) -> bool:
    """Whether the whole ground is that something is not recorded, which proves no breach."""
    return rad.frist.spor.grunn.kode in _DOUBTED


def _weight(rad: Fristrad) -> tuple[int, int, int, date, str]:
    """Law before guideline, known before merely unrecorded, passed before close, by day to act."""
    law = 0 if rad.regel.grunnlag is Grunnlag.LOV else 1
    doubted = 1 if _doubted(rad) else 0
    return (law, doubted, 0 if rad.over else 1, rad.virkedag or date.max, rad.frist.regel)


def _full(day: date) -> Text:
    return Text(datotekst.full(day, "nb"), datotekst.full(day, "nn"))


def _unrecorded(rad: Fristrad) -> Naa:
    """A date that has passed with nothing recorded: ask before anybody is accused."""
    assert rad.frist.dato is not None
    count = (rad.per_dato - rad.frist.dato).days
    head, ask = _DOUBTED[rad.frist.spor.grunn.kode]
    day, words, follow, name = _full(rad.frist.dato), _days(count), rad.regel.foelge, rad.navn
    return Naa(
        "warning",
        Text(head.nb.format(navn=name.nb), head.nn.format(navn=name.nn)),
        Text(
            f"{ask.nb} Ellers gikk fristen ut {day.nb}. {follow.nb}",
            f"{ask.nn} Elles gjekk fristen ut {day.nn}. {follow.nn}",
        ),
        datotekst.number(count),
        Text(f"{words.nb} siden datoen", f"{words.nn} sidan datoen"),
        rad,
    )


def _law_allows(rad: Fristrad) -> Text | None:
    """What the law still allows after the date shown: the day itself, so that nobody gives up."""
    last = rad.frist.lovdato
    if rad.frist.status is not Status.OVER_NOMINELL or last is None or last < rad.per_dato:
        return None
    day = _full(last)
    if last == rad.per_dato:
        return Text(
            f"I dag, {day.nb}, er siste dag etter loven.",
            f"I dag, {day.nn}, er siste dag etter lova.",
        )
    return Text(f"Siste dag etter loven er {day.nb}.", f"Siste dag etter lova er {day.nn}.")


def _passed(rad: Fristrad) -> Naa:
    frist = rad.frist
    assert frist.dato is not None
    count = (rad.per_dato - frist.dato).days
    name, day, why, follow = rad.navn, tidspunkt.when(frist), rad.grunn, rad.regel.foelge
    if frist.status is Status.MAA_AVGJOERES:
        head = Text(f"{name.nb}: en jurist må avgjøre", f"{name.nn}: ein jurist må avgjere")
    elif frist.status is Status.NAADD:
        head = Text(f"{name.nb} er nådd", f"{name.nn} er nådd")
    elif frist.status is Status.OVER_NOMINELL:
        head = Text(f"{name.nb} er over nominell dato", f"{name.nn} er over nominell dato")
    else:
        head = Text(f"{name.nb} er over fristen", f"{name.nn} er over fristen")
    words = _days(count)
    if law := _law_allows(rad):
        why = Text(f"{why.nb} {law.nb}", f"{why.nn} {law.nn}")
    return Naa(
        "warning" if frist.status in (Status.OVER_NOMINELL, Status.MAA_AVGJOERES) else "danger",
        head,
        Text(
            f"Datoen var {day.nb}. {why.nb} {follow.nb}",
            f"Datoen var {day.nn}. {why.nn} {follow.nn}",
        )
        if count
        else Text(
            f"Datoen er i dag, {day.nb}. {why.nb} {follow.nb}",
            f"Datoen er i dag, {day.nn}. {why.nn} {follow.nn}",
        ),
        datotekst.number(count) if count else "",
        Text(f"{words.nb} siden datoen", f"{words.nn} sidan datoen"),
        rad,
    )


def _urgent(rad: Fristrad) -> Naa:
    frist = rad.frist
    assert frist.dato is not None
    last = rad.virkedag
    assert last is not None
    count = (last - rad.per_dato).days
    name, why, who = rad.navn, rad.grunn, rad.regel.handler
    by, day, words = _full(last), tidspunkt.when(frist), _days(count)
    if rad.tidsbestemt:
        head = _moment(rad)
    elif frist.regel == "F-12":
        head = Text(f"Noen må underskrive innen {by.nb}", f"Nokon må skrive under innan {by.nn}")
    else:
        head = Text(f"{name.nb}: innen {by.nb}", f"{name.nn}: innan {by.nn}")
    ends = Text(f"{name.nb} går ut {day.nb}.", f"{name.nn} går ut {day.nn}.")
    law = rad.regel.grunnlag is Grunnlag.LOV
    tail = Text("til siste virkedag", "til siste virkedag")
    if rad.uten_klokkeslett and last >= rad.per_dato:
        tail = Text("til dagen før", "til dagen før")
    elif rad.tidsbestemt:
        count, tail = (frist.dato - rad.per_dato).days, Text("igjen", "att")
        words = _days(count)
    elif last < rad.per_dato:
        tail = Text("siden siste virkedag", "sidan siste virkedag")
    return Naa(
        "danger" if law else "warning",
        head,
        Text(f"{ends.nb} {why.nb} Ansvar: {who.nb}.", f"{ends.nn} {why.nn} Ansvar: {who.nn}."),
        datotekst.number(abs(count)),
        Text(f"{words.nb} {tail.nb}", f"{words.nn} {tail.nn}"),
        rad,
    )


def _moment(rad: Fristrad) -> Text:
    """«Tvungen observasjon: innen torsdag 12. mars 2026 kl. 14.30», or that the time is missing."""
    name, by, lacks = rad.navn, tidspunkt.when(rad.frist), tidspunkt.NO_CLOCK
    if rad.uten_klokkeslett:
        by = Text(f"{by.nb} – {lacks.nb}", f"{by.nn} – {lacks.nn}")
    return Text(f"{name.nb}: innen {by.nb}", f"{name.nn}: innan {by.nn}")


def _next(coming: Fristrad) -> Naa:
    day, name, who = tidspunkt.when(coming.frist), coming.navn, coming.regel.handler
    lower = name.inside()
    return Naa(
        "neutral",
        Text("Ingen plikt haster", "Inga plikt hastar"),
        Text(
            f"Den neste er {lower.nb}: {day.nb}. Ansvar: {who.nb}.",
            f"Den neste er {lower.nn}: {day.nn}. Ansvar: {who.nn}.",
        ),
        rad=coming,
    )


def _who_may_complain(rad: Fristrad) -> Naa:
    assert rad.frist.dato is not None
    day, name = _full(rad.frist.dato), rad.navn
    return Naa(
        "neutral",
        Text("Ingen plikt haster", "Inga plikt hastar"),
        Text(f"{name.nb} løper til {day.nb}.", f"{name.nn} går til {day.nn}."),
        rad=rad,
    )


def message(rows: Sequence[Fristrad]) -> Naa:
    """Choose the one message for the rows: passed, urgent, else what comes next, else calm."""
    pressing = [r for r in rows if r.gruppe is Gruppe.KREVER and r.frist.dato]
    hot = [r for r in pressing if r.over or r.haster]
    if hot:
        first = min(hot, key=_weight)
        if not first.over:
            return _urgent(first)
        return _unrecorded(first) if _doubted(first) else _passed(first)
    running = [r for r in pressing if r.plikt or r.regel.fristtype is Fristtype.MINSTETID]
    running = [r for r in running if r.frist.dato and r.frist.dato >= r.per_dato]
    appeals = [
        r
        for r in pressing
        if r.regel.fristtype is Fristtype.KLAGE and r.frist.status is Status.LOEPER
    ]
    nearest = min(running, key=lambda r: r.frist.dato or date.max, default=None)
    appeal = min(appeals, key=lambda r: r.frist.dato or date.max, default=None)
    if appeal and (
        nearest is None or (appeal.frist.dato or date.max) <= (nearest.frist.dato or date.max)
    ):
        return _who_may_complain(appeal)
    if nearest:
        return _next(nearest)
    return Naa(
        "neutral",
        Text("Ingen frister krever noe nå", "Ingen fristar krev noko no"),
        Text(
            "Legg inn det som har skjedd siden sist, så regnes alt på nytt.",
            "Legg inn det som har hendt sidan sist, så blir alt rekna på nytt.",
        ),
    )
