"""Who reads on the command line, for the commands that show cases: one person in one role.

Such a command sees what the person sees, and its reading is logged as the person's.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from samvern.cli import demo
from samvern.engine.environment import flag
from samvern.law.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from samvern.apps.brukere.public import Bruker, Rollebilde
    from samvern.engine.viewer import Viewer

OK, FAILED, BAD_INPUT = 0, 1, 2

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
_ONLY_INVENTED = Text(
    "Her er bare demoens oppdiktede mennesker. Skriv SAMVERN_DEMO=1 foran kommandoen.",
    "Her er berre dei oppdikta menneska i demoen. Skriv SAMVERN_DEMO=1 framfor kommandoen.",
)
_NOBODY = Text("Ingen har rollen {rolle} i dag.", "Ingen har rolla {rolle} i dag.")


class UgyldigValg(ValueError):
    """Something on the command line cannot be used, with what to say about it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.nb)
        self.text = text


def run(arguments: argparse.Namespace, answer: Callable[[argparse.Namespace], int]) -> int:
    """Let a command answer, with Django set up; returns the exit code."""
    # lazy: Django and its settings load only for commands that use the database.
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    name = f"samvern {arguments.kommando}"
    started = apps.ready
    if not started:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
        try:
            _set_clock()
            django.setup()
        except (ImproperlyConfigured, ValueError) as fault:
            print(f"{name}: {fault}", file=sys.stderr)
            return BAD_INPUT
    try:
        if not started:
            demo.carry_on_the_clock(os.environ)
        return answer(arguments)
    except UgyldigValg as fault:
        print(f"{name}: {fault.text.lang(arguments.maalform)}", file=sys.stderr)
        return BAD_INPUT
    except DatabaseError:
        print(_NOT_READY.lang(arguments.maalform), file=sys.stderr)
        return FAILED


def _set_clock() -> None:
    """In the demo it is the demo's day here too, so that the numbers are those of the pages."""
    if flag(os.environ, demo.DEMO):
        demo.set_stage(os.environ)


def viewer(brukernavn: str | None, rolle: str | None) -> "Viewer":
    """The one named, or the only one who has the role. Raises UgyldigValg."""
    # lazy: needs Django, which `run` has set up.
    from samvern.apps.brukere import public as brukere

    held = _named(brukernavn, rolle) if brukernavn else _sole(rolle or "nk")
    (found,) = brukere.viewers_of_roles([held])
    return found


def _named(brukernavn: str, rolle: str | None) -> "Rollebilde":
    # lazy: needs Django, which `run` has set up.
    from samvern.apps.brukere import public as brukere
    from samvern.apps.brukere.queries import user_named
    from samvern.engine import clock

    user = user_named(brukernavn)
    if user and user.aktiv and not _usable(user):
        raise UgyldigValg(_ONLY_INVENTED)
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
    if settings.DEMO:
        return held[0]
    invented = {one.bruker for one in brukere.demo_persons(clock.today())}
    if all(one.bruker in invented for one in held):
        raise UgyldigValg(_ONLY_INVENTED)
    if len(held) > 1:
        raise UgyldigValg(_WHICH_USER.format(rolle=rolle))
    return held[0]


def _one_each(held: "Sequence[Rollebilde]") -> "list[Rollebilde]":
    """One role for each person, in the order given."""
    kept: dict[UUID, Rollebilde] = {}
    for one in held:
        kept.setdefault(one.bruker, one)
    return list(kept.values())
