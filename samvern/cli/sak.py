"""`samvern sak S-2026-0017 --paa 2026-03-01`: one case, today, as it was, or as it was known.

The same picture as on the case page, as one person in one role sees it, without what tells who the
person is and without free text: a terminal keeps what it has shown. The reading is logged, with the
fields that were shown and a mark that it was the command line. Exit codes: 0 done, 1 the case is
not there for the reader or the database does not answer, 2 bad input.
"""

import argparse
import json
import re
import sys
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from samvern.cli import hvem
from samvern.law import present
from samvern.law.intake_date import parse_date
from samvern.law.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from samvern.apps.saker.public import Hendelsesrad, Saksbilde
    from samvern.engine.viewer import Viewer

OK, FAILED = 0, 1
HANDLING = "sak.vist_kommandolinje"
_SAKSNR = re.compile(r"S-[0-9]{4}-[0-9]{4,9}", re.ASCII | re.IGNORECASE)

_NOT_A_NUMBER = Text(
    "Skriv saksnummeret (S-2026-0017). Et fødselsnummer skal aldri stå i en kommando.",
    "Skriv saksnummeret (S-2026-0017). Eit fødselsnummer skal aldri stå i ein kommando.",
)
_NOT_A_DAY = Text(
    "{valg} skal være en dato som 2026-03-01, og ikke etter i dag.",
    "{valg} skal vere ein dato som 2026-03-01, og ikkje etter i dag.",
)
_NOT_THERE = Text(
    "Saken finnes ikke, eller du ser den ikke. Med en dato: den fantes ikke da.",
    "Saka finst ikkje, eller du ser ho ikkje. Med ein dato: ho fanst ikkje då.",
)


def run(arguments: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    return hvem.run(arguments, _answer)


def _answer(arguments: argparse.Namespace) -> int:
    # lazy: needs Django, which `run` has set up.
    from samvern.engine import audit
    from samvern.engine.avslag import Avslag, FinnesIkke

    if not _SAKSNR.fullmatch(arguments.saksnr):
        raise hvem.UgyldigValg(_NOT_A_NUMBER)
    was, known = _day("--paa", arguments.paa), _day("--som-kjent", arguments.som_kjent)
    viewer = hvem.viewer(arguments.bruker, arguments.rolle)
    try:
        bilde = _read(viewer, arguments.saksnr, was, known)
    except FinnesIkke:
        print(_NOT_THERE.lang(arguments.maalform), file=sys.stderr)
        return FAILED
    except Avslag as refused:
        audit.record_denial(viewer.actor, HANDLING, refused.kode.lower())
        print(refused.feil[0].melding.lang(arguments.maalform), file=sys.stderr)
        return FAILED
    if arguments.json:
        print(json.dumps(as_data(bilde), ensure_ascii=False, indent=1))
    else:
        # lazy: the table needs words and layout that --json never loads.
        from samvern.cli import sakstabell

        sakstabell.write(bilde, arguments.maalform)
    return OK


def _day(name: str, given: str | None) -> date | None:
    # lazy: the clock of the demo is read through the settings.
    from samvern.engine import clock

    if given is None:
        return None
    found = parse_date(given)
    if found is None or found > clock.today():
        raise hvem.UgyldigValg(_NOT_A_DAY.format(valg=name))
    return found


def _read(viewer: "Viewer", saksnr: str, was: date | None, known: date | None) -> "Saksbilde":
    """The case without what tells who it is about. Raises FinnesIkke; all of it is logged."""
    # lazy: needs Django, which `run` has set up.
    from samvern.apps.saker import public as saker
    from samvern.engine import clock
    from samvern.engine.avslag import FinnesIkke
    from samvern.engine.lesing import reading

    moment = datetime.combine(known, time.max, tzinfo=clock.OSLO) if known else None
    with reading(viewer, HANDLING) as lest:
        hits = saker.finn(viewer, saksnr)
        found = _picture(viewer, hits[0].id, was, moment) if hits else None
        if found is None:
            lest.saw({"treff.ingen"}, saker=())
        else:
            lest.saw(saker.felt_vist(found), saker=[found.rad.id])
    if found is None:
        raise FinnesIkke
    return found


def _picture(
    viewer: "Viewer", sak: "UUID", was: date | None, moment: datetime | None
) -> "Saksbilde | None":
    # lazy: needs Django, which `run` has set up.
    from samvern.apps.saker import public as saker
    from samvern.engine.avslag import FinnesIkke

    try:
        return without_person(saker.saksbilde(viewer, sak, som_kjent=moment, paa=was))
    except FinnesIkke:
        return None


def without_person(bilde: "Saksbilde") -> "Saksbilde":
    """The picture with no name, number, birth date or sex, and no free text; who has read it is on
    the page."""
    return replace(
        bilde,
        rad=replace(bilde.rad, navn=None),
        foedselsnummer=None,
        foedselsdato=None,
        kjoenn=None,
        adressebeskyttet=False,
        hendelser=tuple(
            replace(one, kilde_ref=None, merknad=None, felt=(), raa={}) for one in bilde.hendelser
        ),
        oppgaver=(),
        har_lest=(),
        lov=None,
    )


def as_data(bilde: "Saksbilde") -> dict[str, Any]:
    """The picture as JSON: dates as 2026-12-06, deadlines as `samvern frister` gives them."""
    rad = bilde.rad
    return {
        "sak": str(rad.id),
        "saksnr": rad.saksnr,
        "per_dato": bilde.per_dato.isoformat(),
        "som_kjent": bilde.som_kjent.isoformat() if bilde.som_kjent else None,
        "status": str(rad.status),
        "domstype": rad.domstype,
        "flagg": list(rad.flagg),
        "oppholdsform": rad.oppholdsform,
        "siden": _iso(rad.siden),
        "skjult": sorted(rad.skjult),
        "svar": None if bilde.svar is None else present.as_data(bilde.svar),
        "hendelser": [_event(one) for one in bilde.hendelser],
        "deltakere": [
            {
                "slag": str(one.slag),
                "hvem": one.hvem.navn,
                "fra": one.fra.isoformat(),
                "til": _iso(one.til),
            }
            for one in bilde.deltakere
        ],
        "plasseringer": [
            {
                "fra": one.fra.isoformat(),
                "til": _iso(one.til),
                "form": one.form,
                "sted": one.sted.navn if one.sted else None,
                "enhet": one.enhet.navn if one.enhet else None,
            }
            for one in bilde.plasseringer
        ],
        "mangler": [one.nb for one in bilde.mangler],
        "avvik": [one.nb for one in bilde.avvik],
        "siste_nr": bilde.siste_nr,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event(row: "Hendelsesrad") -> dict[str, Any]:
    return {
        "nr": row.nr,
        "type": row.type,
        "skjedde": row.skjedde.isoformat(),
        "registrert": row.registrert.isoformat(),
        "rolle": row.aktoer_rolle,
        "virkning": row.virkning,
        "erstatter": row.erstatter,
        "erstattet_av": row.erstattet_av,
        "gjelder": row.gjelder,
    }
