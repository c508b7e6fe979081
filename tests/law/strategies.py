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
FIRST = date(2016, 10, 1)
SPAN = 2600
# What others refer to; a case has at most a few of each.
_ANCHORS = {
    Sakstype.TIDSUBESTEMT: ("overfoeringsvedtak", "varslingsvedtak", "sak_brakt_inn"),
    Sakstype.TIDSBESTEMT: ("overfoeringsvedtak", "varslingsvedtak", "sak_brakt_inn"),
    Sakstype.TPH: ("annet_vedtak", "varslingsvedtak", "sak_brakt_inn"),
}
_ARTS = st.sampled_from(["overfoeringsdom", "opprettholdelse", "nekter_opphoer", "kriminalomsorg"])
# Days near each other and near the lengths of the rules, so that edges are met often.
_OFFSETS = st.one_of(
    st.integers(0, SPAN),
    st.sampled_from([0, 1, 2, 7, 10, 13, 14, 15, 20, 21, 22, 28, 90, 92, 182, 184, 365, 366, 1095]),
)


def _value(draw: Callable[[Any], Any], felt: Felt, refs: dict[str, str]) -> object:
    match felt.verdi:
        case Verdi.DATO:
            return _day(draw).isoformat()
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


def _day(draw: Callable[[Any], Any]) -> date:
    return FIRST + timedelta(days=draw(_OFFSETS) + draw(st.integers(0, 40)))


def _event(draw: Callable[[Any], Any], kind: str, refs: dict[str, str], number: int) -> Data | None:
    row: Data = {"type": kind, "dato": _day(draw).isoformat()}
    for felt in HENDELSESTYPER[kind].felt:
        if felt.navn == "id":
            row["id"] = f"H{number}"
        elif felt.paakrevd or draw(st.booleans()):
            row[felt.navn] = _value(draw, felt, refs)
            if row[felt.navn] is None:
                return None
    return row


def _judgments(draw: Callable[[Any], Any]) -> list[Data]:
    rows: list[Data] = []
    for number in range(draw(st.integers(0, 3))):
        ident, said = f"J{number}", _day(draw)
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
        rows += draw(st.sampled_from([[final], [pronounced], [pronounced, final]]))
    return rows


@st.composite
def raw_cases(draw: Any, sakstype: Sakstype | None = None) -> Data:
    """One `inn` object that reads without faults."""
    chosen = sakstype or draw(st.sampled_from(Sakstype))
    rows = [] if chosen is Sakstype.TPH else _judgments(draw)
    for number, kind in enumerate(_ANCHORS[chosen]):
        if draw(st.booleans()):
            anchor = _event(draw, kind, {}, 100 + number)
            rows += [anchor] if anchor else []
    refs = {row["id"]: row["type"] for row in rows if "id" in row}
    others = [
        kind
        for kind, definition in HENDELSESTYPER.items()
        if chosen in definition.gjelder and kind not in ("dom_avsagt", "dom_rettskraftig")
    ]
    for number, kind in enumerate(draw(st.lists(st.sampled_from(others), max_size=9))):
        row = _event(draw, kind, refs, number)
        rows += [row] if row else []
    return {"type": str(chosen), "hendelser": rows, "per_dato": _day(draw).isoformat()}


def read(data: Data) -> Sak:
    """The case; fails when the strategy made one that the intake refuses."""
    sak, faults = read_case(data)
    assert sak is not None, faults
    return sak


def cases(sakstype: Sakstype | None = None) -> st.SearchStrategy[Sak]:
    return raw_cases(sakstype).map(read)
