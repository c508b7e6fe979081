"""Random cases for the properties, built from the event types' own definitions.

A case always reads without faults: ids are unique, references point to what exists, a final
judgment never comes before it was pronounced. Everything else may be as odd as the draw makes it.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from samvern.law.event import HENDELSESTYPER, Felt, Sak, Sakstype, Verdi
from samvern.law.intake import read_case

Data = dict[str, Any]
Draw = Callable[[Any], Any]
FIRST = date(2016, 10, 1)
SPAN = 1200
# What others refer to; a case has at most a few of each.
_ANCHORS = {
    Sakstype.TIDSUBESTEMT: ("overfoeringsvedtak", "varslingsvedtak", "sak_brakt_inn"),
    Sakstype.TIDSBESTEMT: ("overfoeringsvedtak", "varslingsvedtak", "sak_brakt_inn"),
    Sakstype.TPH: ("annet_vedtak", "varslingsvedtak", "sak_brakt_inn"),
}
_ARTS = st.sampled_from(["overfoeringsdom", "opprettholdelse", "nekter_opphoer", "kriminalomsorg"])
# Days near each other and near the lengths of the rules, so that edges are met often.
_LENGTHS = [0, 1, 2, 7, 10, 13, 14, 15, 20, 21, 22, 28, 90, 92, 182, 184, 365, 366, 1095, 1096]
_OFFSETS = st.one_of(st.integers(0, 60), st.sampled_from(_LENGTHS), st.integers(0, SPAN))
# What the case is about comes first and is nearly always there.
_BASIS = {
    Sakstype.TIDSUBESTEMT: ("innleggelse",),
    Sakstype.TIDSBESTEMT: ("innleggelse",),
    Sakstype.TPH: ("ankomst", "observasjon_startet", "tph_etablert"),
}


class _Days:
    """Draws the days of one case, counted from one first day."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.first = FIRST + timedelta(days=draw(st.integers(0, SPAN)))

    def __call__(self) -> date:
        return self.first + timedelta(days=self.draw(_OFFSETS))


def _value(draw: Draw, days: _Days, felt: Felt, refs: dict[str, str]) -> object:
    match felt.verdi:
        case Verdi.DATO:
            return days().isoformat()
        case Verdi.KLOKKESLETT:
            return draw(st.times()).strftime("%H:%M")
        case Verdi.HELTALL:
            return draw(st.integers(felt.minst or 0, felt.hoeyst or 14))
        case Verdi.JA_NEI:
            return draw(st.booleans())
        case Verdi.KODE:
            return draw(st.sampled_from(felt.koder))
        case Verdi.KODELISTE:
            return draw(st.lists(st.sampled_from(felt.koder), min_size=1, max_size=3, unique=True))
        case Verdi.TEKST:
            return draw(st.sampled_from(["4-10", "annet"]))
        case _:
            fitting = [
                i for i, kind in refs.items() if not felt.peker_paa or kind in felt.peker_paa
            ]
            return draw(st.sampled_from(fitting)) if fitting else None


def _event(draw: Draw, days: _Days, kind: str, refs: dict[str, str], number: int) -> Data | None:
    row: Data = {"type": kind, "dato": days().isoformat()}
    for felt in HENDELSESTYPER[kind].felt:
        if felt.navn == "id":
            row["id"] = f"H{number}"
        elif felt.paakrevd or draw(st.booleans()):
            row[felt.navn] = _value(draw, days, felt, refs)
            if row[felt.navn] is None:
                return None
    # A complaint is never withdrawn before it was made.
    return row | ({"trukket": max(row["trukket"], row["dato"])} if "trukket" in row else {})


def _judgments(draw: Draw, days: _Days) -> list[Data]:
    rows: list[Data] = []
    for number in range(draw(st.integers(1, 3))):
        ident = f"J{number}"
        said = days() if number else days.first
        final = {
            "type": "dom_rettskraftig",
            "dato": (said + timedelta(days=draw(st.integers(0, 40)))).isoformat(),
            "id": ident,
            "art": "overfoeringsdom" if number == 0 else draw(_ARTS),
        }
        pronounced = {
            "type": "dom_avsagt",
            "dato": said.isoformat(),
            "id": ident,
            "domstol": draw(st.sampled_from(["tingrett", "lagmannsrett", "hoeyesterett"])),
            "domfelt_til_stede": draw(st.booleans()),
        }
        rows += draw(st.sampled_from([[final], [pronounced, final], [pronounced]]))
    return rows


def _acts(draw: Draw, days: _Days, refs: dict[str, str]) -> list[Data]:
    """What the parties did about the judgments and decisions of the case."""
    rows: list[Data] = []
    for ident, kind in sorted(refs.items()):
        appeal = kind in ("dom_avsagt", "dom_rettskraftig")
        kinds = ("anke", "dom_vedtatt") if appeal else _DONE_TO_DECISIONS
        if kind == "sak_brakt_inn":
            continue
        parts = ("domfelt", "paatale") if appeal else _RECIPIENTS
        for act in draw(st.lists(st.sampled_from(kinds), max_size=3)):
            row = {"type": act, "dato": days().isoformat(), "ref": ident}
            rows.append(row | {"part": draw(st.sampled_from(parts))})
            if act == "klage" and draw(st.integers(0, 3)) == 0:
                rows[-1]["trukket"] = max(days().isoformat(), row["dato"])
    return rows


_DONE_TO_DECISIONS = ("vedtak_mottatt", "vedtak_mottatt", "vedtak_akseptert", "klage")
_RECIPIENTS = ("domfelt", "paaroerende", "paatale", "fornaermet", "pasient", "politi")


@st.composite
def raw_cases(draw: Any, sakstype: Sakstype | None = None) -> Data:
    """One `inn` object that reads without faults."""
    chosen = sakstype or draw(st.sampled_from(Sakstype))
    days = _Days(draw)
    rows = [] if chosen is Sakstype.TPH else _judgments(draw, days)
    for number, kind in enumerate((*_BASIS[chosen], *_ANCHORS[chosen])):
        if draw(st.integers(0, 3)):
            row = _event(draw, days, kind, {}, 100 + number)
            rows += [row] if row else []
    refs = {row["id"]: row["type"] for row in rows if "id" in row}
    rows += _acts(draw, days, refs)
    others = [
        kind
        for kind, definition in HENDELSESTYPER.items()
        if chosen in definition.gjelder and kind not in ("dom_avsagt", "dom_rettskraftig")
    ]
    for number, kind in enumerate(draw(st.lists(st.sampled_from(others), max_size=6))):
        row = _event(draw, days, kind, refs, number)
        rows += [row] if row else []
    return {"type": str(chosen), "hendelser": rows, "per_dato": days().isoformat()}


def read(data: Data) -> Sak:
    """The case; fails when the strategy made one that the intake refuses."""
    sak, faults = read_case(data)
    assert sak is not None, faults
    return sak


def cases(sakstype: Sakstype | None = None) -> st.SearchStrategy[Sak]:
    return raw_cases(sakstype).map(read)
