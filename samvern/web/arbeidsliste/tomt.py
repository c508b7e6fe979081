"""The work list of somebody whom nothing waits for: what comes here, and what to do meanwhile."""

from typing import Final, NamedTuple

from django.urls import reverse

from samvern.engine.roller import Rolle
from samvern.law.text import Text


class Gjoeremaal(NamedTuple):
    """Something that can be done here, and where."""

    tekst: Text
    under: Text
    adresse: str


class Tomt(NamedTuple):
    """What the page says in place of a list."""

    kommer: Text
    gjoeremaal: tuple[Gjoeremaal, ...]


_COMES: Final = Text(
    "Når noe i sakene du har del i, nærmer seg en frist, står det her med dato, grunn og neste"
    " steg.",
    "Når noko i sakene du har del i, nærmar seg ein frist, står det her med dato, grunn og neste"
    " steg.",
)
_COMES_TO: Final[dict[Rolle, Text]] = {
    Rolle.POLITI: Text(
        "Når det er noe politiet må gjøre i en sak distriktet har del i, står det her. Fristene"
        " til andre vises ikke for politiet.",
        "Når det er noko politiet må gjere i ei sak distriktet har del i, står det her. Fristane"
        " til andre blir ikkje viste for politiet.",
    ),
    Rolle.REVISOR: Text(
        "Revisor ser ikke saker, så her kommer ingen oppgaver.",
        "Revisor ser ikkje saker, så her kjem inga oppgåve.",
    ),
}
_CASES: Final = (
    Text("Se sakene du har del i", "Sjå sakene du har del i"),
    Text(
        "Der kan du også finne en sak med saksnummer eller fødselsnummer.",
        "Der kan du òg finne ei sak med saksnummer eller fødselsnummer.",
    ),
    "register",
)
_COMPUTE: Final = (
    Text("Regn ut en frist", "Rekn ut ein frist"),
    Text(
        "Uten navn, og uten at noe lagres.",
        "Utan namn, og utan at noko blir lagra.",
    ),
    "fristberegner",
)
_RULES: Final = (
    Text("Slå opp en regel", "Slå opp ein regel"),
    Text("Ordlyd, hjemmel og hvem som gjør hva.", "Ordlyd, heimel og kven som gjer kva."),
    "regelverk",
)
_WITHOUT_CASES: Final = frozenset({Rolle.REVISOR, Rolle.FORSKER, Rolle.SYSTEMDRIFT})


def nothing(rolle: Rolle) -> Tomt:
    """What a role is told when nothing at all waits, now or later."""
    things = (_COMPUTE, _RULES) if rolle in _WITHOUT_CASES else (_CASES, _COMPUTE, _RULES)
    return Tomt(
        _COMES_TO.get(rolle, _COMES),
        tuple(Gjoeremaal(text, under, reverse(page)) for text, under, page in things),
    )
