"""`samvern arbeidsliste --kommende 14d`: what waits for somebody, as one person in one role has it.

The same function as the page, so the numbers are the same. Case numbers only, never names; the
reading is logged as the person's, with a mark that it was the command line. Exit codes: 0 done,
1 the database does not answer or the role may not, 2 bad input.
"""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from samvern.cli import hvem

if TYPE_CHECKING:
    from samvern.apps.saker.public import Arbeidsliste, Oppgaverad

OK, FAILED = 0, 1
READ = ("sak.saksnr", "sak.domstype", "oppgave.frist", "oppgave.grunn", "oppgave.venter_paa")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    return hvem.run(arguments, _answer)


def _answer(arguments: argparse.Namespace) -> int:
    # lazy: needs Django, which `run` has set up.
    from samvern.apps.saker import public as saker
    from samvern.apps.utvalg import public as utvalg
    from samvern.engine import audit, clock
    from samvern.engine.avslag import Avslag, Ugyldig
    from samvern.engine.lesing import reading

    try:
        until = utvalg.frem_til(arguments.kommende, clock.today())
    except Ugyldig as fault:
        raise hvem.UgyldigValg(fault.feil[0].melding) from None
    viewer = hvem.viewer(arguments.bruker, arguments.rolle)
    try:
        with reading(viewer, "arbeidsliste.vist_kommandolinje") as lest:
            liste = saker.arbeidsliste(viewer, til=until)
            lest.saw(READ if liste.rader else (), saker={row.sak for row in liste.rader})
    except Avslag as refused:
        audit.record_denial(viewer.actor, "arbeidsliste.vist_kommandolinje", refused.kode.lower())
        print(refused.feil[0].melding.lang(arguments.maalform), file=sys.stderr)
        return FAILED
    if arguments.json:
        print(json.dumps(as_data(liste, str(viewer.rolle)), ensure_ascii=False, indent=1))
    else:
        # lazy: the table needs words and layout that --json never loads.
        from samvern.cli import arbeidstabell

        arbeidstabell.write(liste, arguments.maalform)
    return OK


def as_data(liste: "Arbeidsliste", rolle: str) -> dict[str, object]:
    """The list as JSON: dates as 2026-12-06, counts by group, rows in the order of the page."""
    return {
        "rolle": rolle,
        "per_dato": liste.per_dato.isoformat(),
        "til": liste.til.isoformat(),
        "antall": dict(liste.antall),
        "saker": liste.saker,
        "senere": liste.senere,
        "neste": liste.neste.isoformat() if liste.neste else None,
        "rader": [_row(row) for row in liste.rader],
    }


def _row(row: "Oppgaverad") -> dict[str, object]:
    return {
        "gruppe": row.gruppe,
        "sak": str(row.sak),
        "saksnr": row.saksnr,
        "slag": row.slag,
        "kode": row.kode,
        "tittel": row.tittel.nb,
        "grunn": row.grunn.nb,
        "dato": row.dato.isoformat() if row.dato else None,
        "fristdato": row.fristdato.isoformat() if row.fristdato else None,
        "dager": row.dager,
        "status": row.status,
        "fra_lov": row.fra_lov,
        "venter_paa": row.venter_paa.nb,
        "hos": row.hos.navn if row.hos else None,
        "neste_steg": row.neste_steg.nb,
    }
