"""What the law asks of one entry beyond its fields: combinations that say something untrue. Pure.

Nothing here keeps anybody from recording what has happened (principle P1): each refusal says which
entry tells it truthfully.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.koder import Virkning
from samvern.apps.saker.plassering import DOEGN, UTEN_DOEGN
from samvern.apps.saker.state import Tilstand, final_since
from samvern.engine.avslag import Feil
from samvern.engine.inndata import MANGLER, MANGLER_FELT, UGYLDIG_REKKEFOLGE, UGYLDIG_VERDI
from samvern.law.event import Sakstype
from samvern.law.period import Unit, add
from samvern.law.text import Text

KONSULTASJON_FRA: Final = date(2020, 10, 1)
"""phvl § 5-3 third paragraph came with the act of 21 June 2019 no. 48 (LES_FOERST K6)."""

BARE_TIDSBESTEMT = Text(
    "Bare en tidsbestemt reaksjon tar slutt når lengstetiden er ute. En tidsubestemt varer til "
    "påtalemyndigheten eller retten avgjør at den skal opphøre.",
    "Berre ein tidsbestemt reaksjon tek slutt når lengstetida er ute. Ein tidsubestemt varer til "
    "påtalemakta eller retten avgjer at han skal ta slutt.",
)
IKKE_UTE = Text(
    "Tre år etter dommen er ikke gått denne dagen.",
    "Tre år etter dommen er ikkje gått denne dagen.",
)
TIDSBESTEMT_FARE = Text(
    "Ved tidsbestemt reaksjon må faren være særlig nærliggende. Sjekk type dom og fare.",
    "Ved tidsbestemt reaksjon må faren vere særleg nærliggjande. Sjekk type dom og fare.",
)
INNLAGT = Text(
    "Dommen settes i verk med døgnopphold. Overgang til vern uten døgnopphold er en overføring.",
    "Dommen blir sett i verk med døgnopphald. Overgang til vern utan døgnopphald er ei overføring.",
)
IKKE_INTERN = Text(
    "Skifte mellom vern med og uten døgnopphold er en overføring etter § 5-4, som kan påklages. "
    "Registrer vedtaket og at overføringen er gjennomført.",
    "Skifte mellom vern med og utan døgnopphald er ei overføring etter § 5-4, som ein kan klage "
    "på. Registrer vedtaket og at overføringa er gjennomført.",
)
IKKE_VEDTAKET = Text(
    "Det passer ikke med vedtaket overføringen bygger på. Sjekk oppholdsformen og vedtaket.",
    "Det passar ikkje med vedtaket overføringa byggjer på. Sjekk opphaldsforma og vedtaket.",
)
SI_HVORFOR = Text(
    "Skriv hvorfor påtalemyndigheten ikke ble konsultert.",
    "Skriv kvifor påtalemakta ikkje vart konsultert.",
)


def _end(entry: Oppfoering, after: Tilstand, _words: bool) -> Iterator[Feil]:
    """Only a time-limited sentence ends by itself in law, and a person records it (K14, N-5.11)."""
    if entry.innhold.get("av") != "tidsutloep":
        return
    if after.domstype != Sakstype.TIDSBESTEMT:
        yield Feil("innhold.av", UGYLDIG_VERDI, BARE_TIDSBESTEMT, "strl/65/4")
        return
    # The earliest of the readings of «tre år etter overføringsdommen»: from the day it was given.
    final = final_since(after.hendelser)
    given = [e.skjedde for e in after.hendelser if e.type == "dom_avsagt"]
    start = min([*given, *([final] if final else [])], default=None)
    if start is not None and entry.skjedde < (earliest := add(start, 3, Unit.AAR)):
        yield Feil("skjedde", UGYLDIG_REKKEFOLGE, IKKE_UTE, "strl/65/4", earliest)


def _judgment(entry: Oppfoering, _after: Tilstand, _words: bool) -> Iterator[Feil]:
    """Time-limited: the danger must be imminent in a high degree (§ 62 second paragraph, N-8.5)."""
    limited = entry.innhold.get("domstype") == Sakstype.TIDSBESTEMT
    if limited and entry.innhold.get("faregrad") == "naerliggende":
        yield Feil("innhold.faregrad", UGYLDIG_VERDI, TIDSBESTEMT_FARE, "strl/62/2")


def _admitted(entry: Oppfoering, _after: Tilstand, _words: bool) -> Iterator[Feil]:
    """The first three weeks are round-the-clock (phvl § 5-3 first paragraph)."""
    if entry.innhold.get("oppholdsform") == UTEN_DOEGN:
        yield Feil("innhold.oppholdsform", UGYLDIG_VERDI, INNLAGT, "phvl/5-3/1")


def _moved_inside(entry: Oppfoering, after: Tilstand, words: bool) -> Iterator[Feil]:
    """A change of form is a decision that may be complained about (phvl § 5-4, N-14.6)."""
    yield from _consulted(entry, after, words)
    stays = [stay for stay in after.opphold if stay.fra <= entry.skjedde and stay.nr != entry.nr]
    was = stays[-1].form if stays else ""
    if {was, entry.innhold.get("oppholdsform")} == {DOEGN, UTEN_DOEGN}:
        yield Feil("innhold.oppholdsform", UGYLDIG_VERDI, IKKE_INTERN, "phvl/5-4")


def _consulted(entry: Oppfoering, _after: Tilstand, words: bool) -> Iterator[Feil]:
    """Whether the prosecution was consulted, and why not; asked from 1 October 2020 (K6)."""
    said = entry.innhold.get("konsultasjon")
    if said is None and entry.skjedde >= KONSULTASJON_FRA:
        yield Feil("innhold.konsultasjon", MANGLER_FELT, MANGLER, "phvl/5-3/3")
    if said == "ikke_konsultert" and not words:
        yield Feil("merknad", MANGLER_FELT, SI_HVORFOR, "phvl/5-3/3")


def _carried_out(entry: Oppfoering, after: Tilstand, _words: bool) -> Iterator[Feil]:
    """The form must be the one that was decided."""
    ref = entry.innhold.get("ref")
    decided = [
        e.innhold.get("retning")
        for e in after.hendelser
        if e.type == "overfoeringsvedtak" and e.innhold.get("id") == ref
    ]
    if not decided:
        return
    wanted = UTEN_DOEGN if decided[0] == "mildere" else DOEGN
    if entry.innhold.get("oppholdsform") != wanted:
        yield Feil("innhold.oppholdsform", UGYLDIG_VERDI, IKKE_VEDTAKET, "phvl/5-4")


_CHECKS: Final[dict[str, Callable[[Oppfoering, Tilstand, bool], Iterator[Feil]]]] = {
    "opphoer": _end,
    "dom_avsagt": _judgment,
    "innleggelse": _admitted,
    "intern_overfoering": _moved_inside,
    "permisjon": _consulted,
    "overfoering_gjennomfoert": _carried_out,
}


def faults(entry: Oppfoering, after: Tilstand, *, har_merknad: bool) -> list[Feil]:
    """Every such fault in an entry, with the case as it would be with the entry in it."""
    check = _CHECKS.get(entry.type)
    if check is None or entry.virkning == Virkning.FEILFOERT:
        return []
    return list(check(entry, after, har_merknad))
