"""Loading the demo into an empty register: all of it, or nothing."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Final

from django.conf import settings
from django.db import transaction

from samvern.apps.brukere import public as brukere
from samvern.apps.personer import public as personer
from samvern.apps.saker import public as saker
from samvern.apps.virksomheter import public as virksomheter
from samvern.demo.personer import FROE
from samvern.demo.register import FORTELLINGER
from samvern.demo.spiller import Spiller, Steg, play
from samvern.engine import clock
from samvern.engine.lesing import system_fence
from samvern.law.text import Text

type Vis = Callable[[Sequence[Steg]], Iterable[Steg]]
"""Gives the steps on, one by one, and may show how far it has come."""

KUN_I_DEMO: Final = Text(
    "Demoen finnes bare med SAMVERN_DEMO=1, og aldri i produksjon.",
    "Demoen finst berre med SAMVERN_DEMO=1, og aldri i produksjon.",
)
IKKE_TOMT: Final = Text(
    "Registeret har brukere eller saker fra før. Demoen legges bare i et tomt register.",
    "Registeret har brukarar eller saker frå før. Demoen blir berre lagd i eit tomt register.",
)


class Demofeil(Exception):
    """The demo cannot be loaded here, and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.nb)
        self.text = text


class Registerstand(StrEnum):
    """What a register holds, as the demo sees it."""

    TOMT = "tomt"
    DEMO = "demo"
    EGET = "eget"
    """Users or cases that the demo did not make."""


def state() -> Registerstand:
    """What the register holds. Every user of the demo is marked as invented; no other is."""
    users = brukere.Bruker.objects.all()
    if users.filter(oppdiktet=False).exists():
        return Registerstand.EGET
    if users.exists():
        return Registerstand.DEMO
    # Only whether there is anybody; nobody is shown anything.
    with system_fence():
        return Registerstand.EGET if personer.Person.objects.exists() else Registerstand.TOMT


def load(vis: Vis = iter, *, froe: int = FROE) -> int:
    """Play every story into an empty register; the number of steps, 0 when it was there already.

    One transaction, so that an interrupted loading leaves nothing. Raises Demofeil in production,
    without `SAMVERN_DEMO`, and when the register holds anything else.
    """
    if settings.PRODUCTION or not settings.DEMO:
        raise Demofeil(KUN_I_DEMO)
    with transaction.atomic():
        match state():
            case Registerstand.DEMO:
                return 0
            case Registerstand.EGET:
                raise Demofeil(IKKE_TOMT)
        virksomheter.load_reference_data()
        steps = Spiller(froe).plan(FORTELLINGER)
        for step in vis(steps):
            play(step)
        # What was computed on the day of the last entry is stale today; not for the first page.
        saker.oppfrisk(clock.today())
    return len(steps)
