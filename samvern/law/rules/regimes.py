"""The dates the law changed, and short ways to write the versions of a rule's legal basis."""

from datetime import date, timedelta

from samvern.law.rule import DateStep, Hjemmel, Versjon
from samvern.law.text import Text

PHVL_FRA = date(2001, 1, 1)
"""Psykisk helsevernloven entered into force; chapter 5 a year later."""
STRPL_310_FRA = date(1995, 8, 1)
STRPL_310_LEST = date(2020, 1, 1)
SAERREAKSJON_FRA = date(2002, 1, 1)
TVISTELOVEN_FRA = date(2008, 1, 1)
HOEYESTERETT_2010 = date(2010, 11, 23)
FORSKRIFT_2012 = date(2012, 1, 1)
RETNINGSLINJE_FRA = date(2013, 1, 1)
"""NK's guideline was first published; F-06 and F-07 rest on it."""
STRAFFELOVEN_2005_FRA = date(2015, 10, 1)
TIDSBESTEMT_FRA = date(2016, 10, 1)
REFORM_2020 = date(2020, 10, 1)
REFORM_2007 = date(2007, 1, 1)
VARSLING_2014 = date(2014, 1, 1)
REFORM_2017 = date(2017, 9, 1)
REFORM_2026 = date(2026, 6, 1)

START_OG_LENGDE = Text("Start og lengde", "Start og lengd")
REGNEMAATE = Text("Regnemåte", "Reknemåte")
UTVIDELSE = Text("Regnemåte og utvidelse", "Reknemåte og utviding")
AVBRUDD = Text("Hva som avbryter", "Kva som avbryt")
HVEM = Text("Hvem som handler", "Kven som handlar")
FORHOLD = Text("Forholdet til andre regler", "Tilhøvet til andre reglar")

FOER_RETNINGSLINJEN = Text("Før NKs retningslinje kom i 2013", "Før NKs retningslinje kom i 2013")
BARE_OMTALE = Text(
    "Gjelder. Retningslinjen er bare kjent gjennom omtale",
    "Gjeld. Retningslinja er berre kjend gjennom omtale",
)
FOER_IKRAFTTREDELSEN = Text("Før bestemmelsen trådte i kraft", "Før føresegna tok til å gjelde")
ELDRE_IKKE_LEST = Text("Eldre ordlyd ikke lest", "Eldre ordlyd ikkje lesen")


def basis(baerer: Text, *kilder: str) -> tuple[Hjemmel, ...]:
    """Return the sources that carry one part of a rule."""
    return tuple(Hjemmel(kilde, baerer) for kilde in kilder)


def always(*hjemler: Hjemmel) -> tuple[Versjon, ...]:
    """Return a single version: the basis has been the same as far back as the material goes."""
    return (Versjon(None, None, hjemler),)


def _before(fra: date) -> Versjon:
    """What happened before the basis came into force is counted, but never called certain."""
    return Versjon(None, fra - timedelta(days=1), (), False, FOER_IKRAFTTREDELSEN)


def since(fra: date, *hjemler: Hjemmel) -> tuple[Versjon, ...]:
    """Return the version that starts on a known day, after one without a basis."""
    return (_before(fra), Versjon(fra, None, hjemler))


def regimes(*parts: tuple[date, bool, tuple[Hjemmel, ...]]) -> tuple[Versjon, ...]:
    """Return versions that follow each other: (first day, wording read, sources), oldest first."""
    ends = [start - timedelta(days=1) for start, _, _ in parts[1:]]
    known = tuple(
        Versjon(fra, til, hjemler, lest, None if lest else ELDRE_IKKE_LEST)
        for (fra, lest, hjemler), til in zip(parts, [*ends, None], strict=True)
    )
    return (_before(parts[0][0]), *known)


def guideline(*hjemler: Hjemmel) -> tuple[Versjon, ...]:
    """Return the versions of a rule in NK's guideline: before it came, and since."""
    before = RETNINGSLINJE_FRA - timedelta(days=1)
    return (
        Versjon(None, before, (), False, FOER_RETNINGSLINJEN),
        Versjon(RETNINGSLINJE_FRA, None, hjemler, False, BARE_OMTALE),
    )


def changed(
    versions: tuple[Versjon, ...],
    fra: date,
    *,
    regnes: tuple[DateStep, ...] | None = None,
    flyttes: tuple[DateStep, ...] | None = None,
    hjemler: tuple[Hjemmel, ...] | None = None,
) -> tuple[Versjon, ...]:
    """Return the versions with one more, from `fra`, that counts in another way.

    The last version is closed the day before; what is not given is as it was.
    """
    *older, last = versions
    new = last._replace(
        fra=fra,
        hjemler=last.hjemler if hjemler is None else hjemler,
        regnes=last.regnes if regnes is None else regnes,
        flyttes=last.flyttes if flyttes is None else flyttes,
    )
    return (*older, last._replace(til=fra - timedelta(days=1)), new)


def with_steps(
    versions: tuple[Versjon, ...],
    until: date,
    regnes: tuple[DateStep, ...],
    lovdato: tuple[DateStep, ...] | None = None,
) -> tuple[Versjon, ...]:
    """Return the versions, with other steps in those that ended before `until`.

    Used where an older act carried the same rule: the steps then cite that act, or count as it
    counted.
    """
    return tuple(
        v._replace(regnes=regnes, lovdato=lovdato) if v.til is not None and v.til < until else v
        for v in versions
    )
