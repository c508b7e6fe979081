"""What hangs on a body that ceases: municipalities, bodies under it, supervision and units."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from samvern.apps.virksomheter.models import (
    Enhetsversjon,
    Omraade,
    Tilsyn,
    Virksomhetsversjon,
)
from samvern.apps.virksomheter.versjoner import (
    Opphav,
    Registrering,
    change_from,
    correct,
    end,
    register,
)
from samvern.apps.virksomheter.versjonert import Versjonert, known
from samvern.law.text import Text


@dataclass(frozen=True, slots=True)
class Flytting:
    """From one body to another, or to none, from `dag`: the first day without the old one."""

    fra: uuid.UUID
    til: uuid.UUID | None
    dag: date


def move(flytting: Flytting, origin: Opphav, who: Registrering) -> tuple[Text, ...]:
    """Move what can be moved, end the units, and tell in numbers what was done."""
    units = _end_units(flytting, origin, who)
    told = [_units(units)] if units else []
    if flytting.til is not None:
        areas, below = _areas(flytting), _below(flytting)
        _rename(areas, flytting, {"virksomhet_id": flytting.til}, origin, who)
        _rename(below, flytting, {"overordnet_id": flytting.til}, origin, who)
        supervised = _supervision(flytting, flytting.til, origin, who)
        told += _numbers(len(areas), len(below), supervised)
    return tuple(told)


def left_behind(body: uuid.UUID, day: date) -> Iterator[Text]:
    """What still points at a body that has ceased, and must be given another."""
    flytting = Flytting(body, None, day)
    areas, below = _areas(flytting), _below(flytting)
    places = len({row.kommunenr for row in areas})
    if places:
        yield Text(
            f"{places} kommuner hører fortsatt til her, og har ikke noe sikkert svar før de er "
            "fordelt.",
            f"{places} kommunar høyrer framleis til her, og har ikkje noko sikkert svar før dei er "
            "fordelte.",
        )
    if below:
        yield Text(
            f"{len(below)} virksomheter hører fortsatt under denne. Endre dem hver for seg.",
            f"{len(below)} verksemder høyrer framleis under denne. Endre dei kvar for seg.",
        )


def _later[V: Versjonert](rows: QuerySet[V], day: date) -> list[V]:
    held = known(rows, None).filter(Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=day))
    return list(held)


def _areas(flytting: Flytting) -> list[Omraade]:
    return _later(Omraade.objects.filter(virksomhet=flytting.fra), flytting.dag)


def _below(flytting: Flytting) -> list[Virksomhetsversjon]:
    return _later(Virksomhetsversjon.objects.filter(overordnet=flytting.fra), flytting.dag)


def _rename(
    rows: Sequence[Versjonert],
    flytting: Flytting,
    changes: Mapping[str, object],
    origin: Opphav,
    who: Registrering,
) -> None:
    for row in rows:
        if row.gyldig_fra < flytting.dag:
            change_from(row, flytting.dag, changes, origin, who)
        else:
            correct(row, changes, origin, who)


def _end_units(flytting: Flytting, origin: Opphav, who: Registrering) -> int:
    last = flytting.dag - timedelta(days=1)
    units = _later(Enhetsversjon.objects.filter(enhet__virksomhet=flytting.fra), flytting.dag)
    for unit in units:
        # A version that begins after the last day cannot end on it: the check refuses that one.
        end(unit, last, origin, who)
    return len(units)


def _supervision(flytting: Flytting, to: uuid.UUID, origin: Opphav, who: Registrering) -> int:
    mine = Q(kommisjon=flytting.fra) | Q(virksomhet=flytting.fra)
    rows = [
        row
        for row in _later(Tilsyn.objects.filter(mine), flytting.dag)
        if row.gyldig_fra < flytting.dag
    ]
    for row in rows:
        end(row, flytting.dag - timedelta(days=1), origin, who)
        by_me = row.kommisjon_id == flytting.fra
        register(
            Tilsyn(
                kommisjon_id=to if by_me else row.kommisjon_id,
                virksomhet_id=row.virksomhet_id if by_me else to,
                gyldig_fra=flytting.dag,
                kilde=origin.kilde,
                kilde_dato=origin.kilde_dato,
                belegg=origin.belegg,
                ikke_verifisert=origin.ikke_verifisert,
            ),
            who,
        )
    return len(rows)


def _units(number: int) -> Text:
    return Text(
        f"{number} enheter slutter samme dag. Opprett dem hos etterfølgeren hvis de skal være der.",
        f"{number} einingar sluttar same dag. Opprett dei hos etterfølgjaren om dei skal vere der.",
    )


def _numbers(areas: int, below: int, supervised: int) -> Iterator[Text]:
    if areas:
        yield Text(
            f"{areas} kommuner eller bydeler flyttes til etterfølgeren.",
            f"{areas} kommunar eller bydelar blir flytte til etterfølgjaren.",
        )
    if below:
        yield Text(
            f"{below} underordnede virksomheter flyttes til etterfølgeren.",
            f"{below} underordna verksemder blir flytte til etterfølgjaren.",
        )
    if supervised:
        yield Text(
            f"{supervised} tilsyn flyttes til etterfølgeren.",
            f"{supervised} tilsyn blir flytte til etterfølgjaren.",
        )
