"""What an entry would change: every date, status, place, part and task, before and after. Pure."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from samvern.apps.saker.bilder import FAAR, MISTER, Endring, Endringsbilde
from samvern.apps.saker.deltakere import Deltaker
from samvern.apps.saker.egneavvik import Egetavvik, after_three_weeks, direction_of
from samvern.apps.saker.koder import DELTAKERNAVN, Deltakerslag
from samvern.apps.saker.oppgaver import BEFORE_FINAL, final_judgments, tasks
from samvern.apps.saker.plassering import Opphold
from samvern.apps.saker.state import Tilstand, final_since
from samvern.apps.saker.status import name_of
from samvern.law import datotekst, sentence
from samvern.law.text import Text
from samvern.law.trace import Frist, Status, Varsel, Varselkode

type _Key = tuple[str, str, str, int]
type Sted = Callable[[Opphold], Text]
"""What to call a stay."""
type Kalt = Callable[[Deltaker], Text | None]
"""What a participant is called; None for one that has no name of its own."""

_GRAVITY: Final[dict[str, int]] = {
    Status.OVERSITTET: 90,
    Status.NAADD: 80,
    Status.OPPFYLT_FOR_SENT: 70,
    Status.MAA_AVGJOERES: 65,
    Status.OVER_NOMINELL: 60,
    Status.SPERRET: 40,
}
_BY_LETTER: Final = {"A": 85, "W": 50, "I": 10}


def _keys(state: Tilstand) -> dict[_Key, Frist]:
    """Deadlines by what they are about, so that the same one is found before and after."""
    if state.svar is None:
        return {}
    found: dict[_Key, Frist] = {}
    for frist in state.svar.frister:
        key = (frist.regel, frist.ref or "", frist.part or "", frist.n or 0)
        found.setdefault(key, frist)
    return found


def _told(frist: Frist | None) -> dict[str, Any] | None:
    if frist is None:
        return None
    return {
        "dato": frist.dato,
        "status": str(frist.status),
        "siste_virkedag": frist.siste_virkedag,
        "lovdato": frist.lovdato,
        "grunn": sentence.reason(frist.spor.grunn),
    }


def _same(one: Frist, other: Frist) -> bool:
    return (one.dato, one.status, one.siste_virkedag, one.lovdato) == (
        other.dato,
        other.status,
        other.siste_virkedag,
        other.lovdato,
    )


def _deadlines(before: Tilstand, after: Tilstand) -> tuple[list[Endring], int]:
    old, new = _keys(before), _keys(after)
    final = final_judgments(after)
    changed, unchanged = [], 0
    for key in [*new, *(k for k in old if k not in new)]:
        was, is_now = old.get(key), new.get(key)
        if was is None and key[0] in BEFORE_FINAL and key[1] in final:
            # Registered together with its finality: it asks for nothing, and never did.
            continue
        if was is not None and is_now is not None and _same(was, is_now):
            unchanged += 1
            continue
        shown = is_now or was
        assert shown is not None
        gravity = _GRAVITY.get(is_now.status, 20) if is_now else 15
        earlier = was and is_now and was.dato and is_now.dato and is_now.dato < was.dato
        changed.append(
            Endring(
                "frist",
                ":".join(str(part) for part in key if part),
                sentence.rule_name(shown),
                sentence.reason(shown.spor.grunn),
                _told(was),
                _told(is_now),
                gravity + (5 if earlier else 0),
            )
        )
    return changed, unchanged


def _plain(
    slag: str, key: str, title: Text, was: Text | None, now: Text | None, weight: int
) -> Endring:
    return Endring(
        slag,
        key,
        title,
        None,
        {"tekst": was} if was else None,
        {"tekst": now} if now else None,
        weight,
    )


def _status(before: Tilstand, after: Tilstand) -> Iterable[Endring]:
    if before.status is not after.status:
        was = name_of(before.status) if before.status else None
        yield _plain(
            "status",
            "status",
            Text("Status i saken", "Status i saka"),
            was,
            name_of(after.status),
            55,
        )


def _findings(before: Tilstand, after: Tilstand) -> Iterable[Endring]:
    old = {(v.kode, v.ref): v for v in before.svar.varsler} if before.svar else {}
    new = {(v.kode, v.ref): v for v in after.svar.varsler} if after.svar else {}
    for key, found in new.items():
        if key not in old:
            weight = _BY_LETTER[str(found.kode)[0]]
            yield _plain(
                "varsel",
                f"{key[0]}:{key[1] or ''}",
                Text("Nytt funn", "Nytt funn"),
                None,
                deviation(found, after),
                weight,
            )
    for key, found in old.items():
        if key not in new:
            yield _plain(
                "varsel",
                f"{key[0]}:{key[1] or ''}",
                Text("Funn som faller bort", "Funn som fell bort"),
                sentence.finding(found),
                None,
                5,
            )


def _date_text(day: date | None) -> str:
    return datotekst.short(day) if day else "–"


def _span(part: Deltaker, kalt: Kalt) -> Text:
    name, start = kalt(part), datotekst.short(part.fra)
    if part.til is not None:
        nb = nn = f"{start} – {datotekst.short(part.til)}"
    else:
        nb, nn = f"fra {start}", f"frå {start}"
    return Text(f"{name.nb}, {nb}", f"{name.nn}, {nn}") if name else Text(nb, nn)


def _holder(part: Deltaker) -> str:
    return part.virksomhet or part.bruker or str(part.slag)


def _holders(state: Tilstand) -> set[str]:
    """Whoever sees the case on the day by taking part in it; NK sees it anyway."""
    return {_holder(p) for slag, p in state.med.items() if slag is not Deltakerslag.SAKSBEHANDLER}


def _parts(before: Tilstand, after: Tilstand, kalt: Kalt) -> Iterable[Endring]:
    def as_set(parts: Iterable[Deltaker]) -> dict[tuple[Any, ...], Deltaker]:
        return {(p.slag, p.virksomhet, p.bruker, p.fra, p.til): p for p in parts}

    old, new = as_set(before.deltakere), as_set(after.deltakere)
    saw, sees = _holders(before), _holders(after)
    for key in new.keys() ^ old.keys():
        part = new.get(key) or old[key]
        # The same body may take part in another capacity: then it neither gets in nor goes out.
        gets = _holder(part) in sees - saw and part == after.med.get(part.slag)
        loses = _holder(part) in saw - sees and part == before.med.get(part.slag)
        told = {
            "tekst": _span(part, kalt),
            "navn": kalt(part),
            "tilgang": FAAR if gets else MISTER if loses else "",
        }
        was, now = (None, told) if key in new else (told, None)
        title = DELTAKERNAVN[part.slag]
        yield Endring("deltaker", f"{part.slag}:{part.fra}", title, None, was, now, 30)


def _stay(stay: Opphold | None, sted: Sted) -> Text | None:
    if stay is None:
        return None
    where, day = sted(stay), _date_text(stay.fra)
    return Text(f"{where.nb}, fra {day}", f"{where.nn}, frå {day}")


def _places(before: Tilstand, after: Tilstand, sted: Sted) -> Iterable[Endring]:
    """Where the person is: also when only the ward or the level is another."""
    here, there = before.her, after.her
    if (here and here._replace(nr=0)) != (there and there._replace(nr=0)):
        was, now = _stay(here, sted), _stay(there, sted)
        yield _plain("plassering", "plassering", Text("Plassering", "Plassering"), was, now, 35)


DEVIATIONS: Final[Mapping[Varselkode, bool]] = {
    code: str(code).startswith("A")
    or code in (Varselkode.FOR_TIDLIG, Varselkode.RETTSKRAFT_AVVIK, Varselkode.OPPHEVET_HJEMMEL)
    for code in Varselkode
}
"""Findings that say that something was done too early, too late or on a repealed ground."""
_NOT_DONE: Final = frozenset({Varselkode.FRIST_OVERSITTET, Varselkode.SLUTT_OVERSITTET})
"""What nobody has done yet: the entry does not bring it, and whoever makes it cannot explain it."""


def deviation(found: Varsel, state: Tilstand) -> Text:
    """A deviation in words; of a transfer that came too early also the first day it could come."""
    words = sentence.finding(found)
    if found.kode is not Varselkode.GJENNOMFORT_FOR_TIDLIG:
        return words
    day = _earliest(found.ref, state)
    if day is None:
        return words
    told = datotekst.long(day)
    return Text(f"{words.nb} Tidligste dag var {told}.", f"{words.nn} Tidlegaste dag var {told}.")


def _earliest(ref: str | None, state: Tilstand) -> date | None:
    """The first lawful day of a transfer (phvl § 5-4 second paragraph, and out of the institution
    § 5-3 first paragraph); None while it is not settled, since somebody may still complain."""
    found = state.svar.frister if state.svar else ()
    open_now = (f for f in found if f.regel == "F-21" and f.ref == ref)
    day = next((f.dato for f in open_now if f.status is Status.AAPEN), None)
    final = final_since(state.hendelser)
    if day is None or final is None or direction_of(ref, state.hendelser) != "mildere":
        return day
    return max(day, after_three_weeks(final))


def new_deviations(before: Tilstand, after: Tilstand) -> tuple[Text, ...]:
    """Deviations that the entry brings with it, in words: it is recorded, flagged, and asks for a
    reason (principle P1)."""
    old = {(v.kode, v.ref) for v in before.svar.varsler} if before.svar else set()
    found = after.svar.varsler if after.svar else ()
    by_law = (
        deviation(v, after)
        for v in found
        if (v.kode, v.ref) not in old and DEVIATIONS[v.kode] and v.kode not in _NOT_DONE
    )
    return (*by_law, *(one.tekst for one in _own(before, after) if one.krever_grunn))


def _own(before: Tilstand, after: Tilstand) -> Iterable[Egetavvik]:
    """What the register itself sees that it did not see before; a correction is the same entry."""
    known = {(one.kode, one.tekst) for one in before.avvik}
    return (one for one in after.avvik if (one.kode, one.tekst) not in known)


def compare(
    before: Tilstand,
    after: Tilstand,
    *,
    faar_se: tuple[Text, ...],
    siste_nr: int,
    kalt: Kalt,
    sted: Sted,
) -> Endringsbilde:
    """Everything that differs between two states of a case, the worst first."""
    changed, unchanged = _deadlines(before, after)
    for found in (_status, _findings):
        changed += found(before, after)
    changed += _places(before, after, sted)
    changed += _parts(before, after, kalt)
    old, new = {t.noekkel: t for t in tasks(before)}, {t.noekkel: t for t in tasks(after)}
    deviations = new_deviations(before, after)
    only_told = tuple(one.tekst for one in _own(before, after) if not one.krever_grunn)
    return Endringsbilde(
        endringer=tuple(sorted(changed, key=lambda e: (-e.alvor, e.slag, e.noekkel))),
        uendret=unchanged,
        oppgaver_nye=tuple(_task_text(t.tittel, t.neste) for k, t in new.items() if k not in old),
        oppgaver_lukket=tuple(t.tittel for k, t in old.items() if k not in new),
        faar_se=faar_se,
        avvik=(*deviations, *only_told),
        krever_grunn=bool(deviations),
        siste_nr=siste_nr,
    )


def _task_text(title: Text, step: Text) -> Text:
    return Text(f"{title.nb}: {step.nb}", f"{title.nn}: {step.nn}")
