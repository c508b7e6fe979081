"""`samvern arbeidsliste --kommende 14d`: what waits for somebody, as one person in one role has it.

The same function as the page, so the numbers are the same. Case numbers only, never names; the
reading is logged as the person's, with a mark that it was the command line. Exit codes: 0 done,
1 the database does not answer or the role may not, 2 bad input.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from samvern.law.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from samvern.apps.brukere.public import Bruker, Rollebilde
    from samvern.apps.saker.public import Arbeidsliste, Oppgaverad
    from samvern.engine.viewer import Viewer

OK, FAILED, BAD_INPUT = 0, 1, 2
READ = ("sak.saksnr", "sak.domstype", "oppgave.frist", "oppgave.grunn", "oppgave.venter_paa")

_NOT_READY = Text(
    "Databasen svarer ikke, eller er ikke satt opp.",
    "Databasen svarer ikkje, eller er ikkje sett opp.",
)
_NO_USER = Text(
    "Ingen aktiv bruker heter det, eller brukeren har ikke rollen i dag.",
    "Ingen aktiv brukar heiter det, eller brukaren har ikkje rolla i dag.",
)
_WHICH_ROLE = Text(
    "Brukeren har flere roller. Velg én med --rolle: {roller}.",
    "Brukaren har fleire roller. Vel éi med --rolle: {roller}.",
)
_WHICH_USER = Text(
    "Flere har rollen {rolle}. Velg én med --bruker, for lesingen blir logget.",
    "Fleire har rolla {rolle}. Vel éin med --bruker, for lesinga blir logga.",
)
_NOBODY = Text("Ingen har rollen {rolle} i dag.", "Ingen har rolla {rolle} i dag.")


class UgyldigValg(ValueError):
    """Something on the command line cannot be used, with what to say about it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.nb)
        self.text = text


def run(arguments: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    # lazy: Django and its settings load only for commands that use the database.
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
        try:
            django.setup()
        except ImproperlyConfigured as fault:
            print(f"samvern arbeidsliste: {fault}", file=sys.stderr)
            return BAD_INPUT
    try:
        return _answer(arguments)
    except UgyldigValg as fault:
        print(f"samvern arbeidsliste: {fault.text.lang(arguments.maalform)}", file=sys.stderr)
        return BAD_INPUT
    except DatabaseError:
        print(_NOT_READY.lang(arguments.maalform), file=sys.stderr)
        return FAILED


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
        raise UgyldigValg(fault.feil[0].melding) from None
    viewer = _viewer(arguments.bruker, arguments.rolle)
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


def _viewer(brukernavn: str | None, rolle: str | None) -> "Viewer":
    """The person whose list it is: the one named, or the only one who has the role."""
    # lazy: needs Django, which `run` has set up.
    from samvern.apps.brukere import public as brukere

    held = _named(brukernavn, rolle) if brukernavn else _sole(rolle or "nk")
    (viewer,) = brukere.viewers_of_roles([held])
    return viewer


def _named(brukernavn: str, rolle: str | None) -> "Rollebilde":
    # lazy: needs Django, which `run` has set up.
    from samvern.apps.brukere import public as brukere
    from samvern.apps.brukere.queries import user_named
    from samvern.engine import clock

    user = user_named(brukernavn)
    held = brukere.roles_of(user.pk, clock.today()) if user and _usable(user) else []
    found = [one for one in held if rolle in {None, str(one.rolle)}]
    if not found:
        raise UgyldigValg(_NO_USER)
    if len(found) > 1:
        raise UgyldigValg(_WHICH_ROLE.format(roller=", ".join(str(one.rolle) for one in found)))
    return found[0]


def _usable(user: "Bruker") -> bool:
    """Whether the person can be logged in at all: invented people only in the demo."""
    # lazy: needs Django, which `run` has set up.
    from django.conf import settings

    return bool(user.aktiv and (settings.DEMO or not user.oppdiktet))


def _sole(rolle: str) -> "Rollebilde":
    """The one who has the role. In the demo the first of them; else nobody is picked by chance."""
    # lazy: needs Django, which `run` has set up.
    from django.conf import settings

    # lazy: the same.
    from samvern.apps.brukere import public as brukere
    from samvern.engine import clock
    from samvern.engine.roller import Rolle

    held = _one_each(brukere.with_role(Rolle(rolle), clock.today()))
    if not held:
        raise UgyldigValg(_NOBODY.format(rolle=rolle))
    if len(held) > 1 and not settings.DEMO:
        raise UgyldigValg(_WHICH_USER.format(rolle=rolle))
    return held[0]


def _one_each(held: "Sequence[Rollebilde]") -> "list[Rollebilde]":
    """One role for each person, in the order given."""
    kept: dict[UUID, Rollebilde] = {}
    for one in held:
        kept.setdefault(one.bruker, one)
    return list(kept.values())
