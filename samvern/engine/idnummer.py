"""Identity numbers: what kind a number is, whether it can be right, and whether it may be here.

The rules, their sources and what they cannot promise stand in `docs/idnummer.md`. Three decisions
shape the module:

* A number identifies. Sex and birth date are fields of their own and are never read from it.
* `classify` always needs to know the environment, so that no caller can forget the rule that keeps
  real people out of every installation but production.
* No message, exception or repr holds a digit of the number.
"""

import calendar
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samvern.engine import idnummer_feil as feil
from samvern.engine.idnummer_feil import Faults, Nummerfeil
from samvern.law.text import Text

NEW_RULE_FROM = date(2032, 1, 1)
MAX_INPUT = 64
K1_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
K2_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
ORGANISATION_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)
# Dots, hyphens and the spaces and dashes that word processors put in their place.
_SEPARATORS = {ord(sign): None for sign in " \t\u00a0\u2009\u202f.-\u2010\u2011\u2013"}
_FIRST_OF_HELP_NUMBER = "89"
_H_MONTHS = range(41, 53)
_TENOR_MONTHS = range(81, 93)
# +40 (also the H-number), +60 and the +65 that no source confirms.
_OTHER_TEST_MONTHS = frozenset({*_H_MONTHS, *range(61, 78)})

# First and last individual number, first and last two-digit year, century.
type _Centuries = tuple[tuple[int, int, int, int, int], ...]
_CENTURIES: _Centuries = (
    (500, 749, 54, 99, 1800),
    (0, 499, 0, 99, 1900),
    (900, 999, 40, 99, 1900),
    (500, 999, 0, 39, 2000),
)
_CENTURIES_D_2021: _Centuries = (
    (500, 599, 58, 99, 1800),
    (0, 199, 0, 39, 1900),
    (0, 499, 40, 99, 1900),
    (600, 999, 40, 99, 1900),
    (200, 999, 0, 39, 2000),
)


class Miljoe(StrEnum):
    """What an installation is for. Everything but production is closed to real people."""

    PRODUKSJON = "produksjon"
    UTVIKLING = "utvikling"
    TEST = "test"
    DEMO = "demo"


class Nummertype(StrEnum):
    """The kinds of number; the values are stored."""

    FOEDSELSNUMMER = "foedselsnummer"
    D_NUMMER = "d_nummer"
    H_NUMMER = "h_nummer"
    FH_NUMMER = "fh_nummer"
    DUFNUMMER = "dufnummer"
    ORGANISASJONSNUMMER = "organisasjonsnummer"


class Serie(StrEnum):
    """Which series the month digits point to; `ANNEN_TEST` is recognised only to be refused."""

    ORDINAER = "ordinaer"
    TENOR = "tenor"
    ANNEN_TEST = "annen_test"


class Regelsett(StrEnum):
    """The oldest set of control-digit rules that accepts the number."""

    R1964 = "1964"
    R2032 = "2032"


@dataclass(frozen=True, slots=True, repr=False)
class Idnummer:
    """An accepted number. Made by `classify`, `classify_organisation` and `make_synthetic`.

    `siffer` is the bare digits. `utsteder` is the organisation number of who gave an H-number, as
    H-numbers are unique only there; empty for other kinds. `regelsett` is None for kinds without
    the two control digits. Printing, logging or formatting the object shows no digit.
    """

    type: Nummertype
    serie: Serie
    siffer: str
    regelsett: Regelsett | None = None
    utsteder: str = ""

    def __repr__(self) -> str:
        return "Idnummer(•••)"

    @property
    def syntetisk(self) -> bool:
        """Whether the number is from the invented population (month + 80)."""
        return self.serie is Serie.TENOR

    def masked(self) -> str:
        """For lists and headings: `178575 •••••`. Organisation numbers are public, hence whole."""
        if self.type is Nummertype.ORGANISASJONSNUMMER:
            return self.grouped()
        shown = 4 if self.type is Nummertype.DUFNUMMER else 6
        return f"{self.siffer[:shown]} {'•' * (len(self.siffer) - shown)}"

    def grouped(self) -> str:
        """The whole number as people write it, for those who may see it."""
        cuts = {Nummertype.DUFNUMMER: (4, 10), Nummertype.ORGANISASJONSNUMMER: (3, 6)}
        ends = (*cuts.get(self.type, (6,)), len(self.siffer))
        starts = (0, *ends[:-1])
        return " ".join(self.siffer[start:end] for start, end in zip(starts, ends, strict=True))

    def canonical(self) -> str:
        """What the keyed blind index is made of: one spelling per number and series."""
        parts = [self.type.value, self.utsteder, self.siffer]
        return ":".join(part for part in parts if part)


def _digits(text: str, wanted: int) -> str | Nummerfeil:
    """The bare ASCII digits, `wanted` of them. Linear in at most `MAX_INPUT` characters."""
    if len(text) > MAX_INPUT:
        return feil.FOR_LANG
    digits = text.strip().translate(_SEPARATORS)
    if not digits:
        return feil.TOM
    if not (digits.isascii() and digits.isdigit()):
        return feil.UGYLDIG_TEGN
    if len(digits) != wanted:
        return feil.wrong_length(len(digits), wanted)
    return digits


def _remainder(digits: str, weights: Iterable[int]) -> int:
    """Weighted sum modulo 11; `digits` may be longer than the weights."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11


def _is_help_number(digits: str) -> bool:
    return digits[0] in _FIRST_OF_HELP_NUMBER


def find_serie(digits: str) -> Serie:
    """Which series eleven digits belong to. Numbers from 8 or 9 are random and show no series."""
    month = int(digits[2:4])
    if _is_help_number(digits):
        return Serie.ORDINAER
    if month in _TENOR_MONTHS:
        return Serie.TENOR
    return Serie.ANNEN_TEST if month in _OTHER_TEST_MONTHS else Serie.ORDINAER


def _policy(digits: str, miljoe: Miljoe, *, as_h: bool) -> Nummerfeil | None:
    """Keep invented people out of production, and everyone else out of everything else."""
    serie, month = find_serie(digits), int(digits[2:4])
    if miljoe is Miljoe.PRODUKSJON:
        if serie is Serie.TENOR:
            return feil.SYNTETISK_I_PRODUKSJON
        if serie is Serie.ANNEN_TEST and month in _H_MONTHS:
            return None if as_h else feil.KANSKJE_H_NUMMER
        return feil.SYNTETISK_I_PRODUKSJON if serie is Serie.ANNEN_TEST else None
    if serie is Serie.ANNEN_TEST:
        return feil.ANNEN_TESTSERIE
    # 80 and 93–99 are slips in a synthetic number: the date check says so, and refuses them.
    if serie is Serie.TENOR or (month >= 80 and not _is_help_number(digits)):
        return None
    return feil.IKKE_SYNTETISK


def _find_type(digits: str, *, as_h: bool) -> Nummertype | None:
    """What the digits are, or None when an H-number was asked for and they are not one."""
    if as_h:
        # Older systems began their H-numbers with 8 or 9, as FH-numbers do today.
        is_h = _is_help_number(digits) or int(digits[2:4]) in _H_MONTHS
        return Nummertype.H_NUMMER if is_h else None
    if _is_help_number(digits):
        return Nummertype.FH_NUMMER
    return Nummertype.D_NUMMER if digits[0] in "4567" else Nummertype.FOEDSELSNUMMER


def _date_parts(digits: str, kind: Nummertype) -> tuple[int, int, int]:
    """Day, month and two-digit year, with the marks of D-, H- and synthetic numbers taken away."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if kind is Nummertype.H_NUMMER:
        return day, month - 40, year
    return (
        day - 40 if kind is Nummertype.D_NUMMER else day,
        month - 80 if month in _TENOR_MONTHS else month,
        year,
    )


def _date_faults(digits: str, kind: Nummertype) -> Faults:
    if _is_help_number(digits):
        return ()
    day, month, year = _date_parts(digits, kind)
    right_day, right_month = 1 <= day <= 31, 1 <= month <= 12
    faults = (
        *(() if right_day else (feil.FEIL_DAG,)),
        *(() if right_month else (feil.FEIL_MAANED,)),
    )
    # The century is unknown: 29 February stands if any century has it (1900 had not, 2000 had).
    if not faults and day > calendar.monthrange(2000 if year % 4 == 0 else 2001, month)[1]:
        return (feil.FEIL_DATO,)
    return faults


def _control_faults(digits: str, *, both_rules: bool) -> Faults:
    first = _remainder(digits, K1_WEIGHTS)
    right_first = first <= 3 if both_rules else first == 0
    right_second = _remainder(digits, K2_WEIGHTS) == 0
    return (*(() if right_first else (feil.FEIL_K1,)), *(() if right_second else (feil.FEIL_K2,)))


def _classify_duf(text: str, miljoe: Miljoe, on: date) -> Idnummer | Faults:
    digits = _digits(text, 12)
    if isinstance(digits, Nummerfeil):
        return (digits,)
    if miljoe is not Miljoe.PRODUKSJON:
        return (feil.IKKE_SYNTETISK,)
    if not 1900 <= int(digits[:4]) <= on.year:
        return (feil.FEIL_AAR,)
    return Idnummer(Nummertype.DUFNUMMER, Serie.ORDINAER, digits)


def classify(
    text: str, miljoe: Miljoe, on: date, *, valgt: Nummertype | None = None, utsteder: str = ""
) -> Idnummer | Faults:
    """Read what a person typed as the number of a person, or say everything that is wrong.

    `on` is the day of entry: numbers under the rule of 2032 exist in production only from then.
    `valgt` is the kind chosen in the form. Without it, fødselsnummer, D-number and FH-number are
    told apart by their shape; an H-number (with `utsteder`, an organisation number) and a
    DUF-number must be chosen, as their shapes may be test numbers or typing errors.
    Never raises on any text. Source: K-F1, R-5.15.
    """
    if valgt is Nummertype.DUFNUMMER:
        return _classify_duf(text, miljoe, on)
    digits = _digits(text, 11)
    if isinstance(digits, Nummerfeil):
        return (digits,)
    as_h = valgt is Nummertype.H_NUMMER
    if (refusal := _policy(digits, miljoe, as_h=as_h)) is not None:
        return (refusal,)
    kind = _find_type(digits, as_h=as_h)
    if kind is None or (valgt is not None and kind is not valgt):
        return (feil.FEIL_TYPE,)
    registered = kind in {Nummertype.FOEDSELSNUMMER, Nummertype.D_NUMMER}
    new_rule = registered and (miljoe is not Miljoe.PRODUKSJON or on >= NEW_RULE_FROM)
    faults = _date_faults(digits, kind) + _control_faults(digits, both_rules=new_rule)
    issuer = classify_organisation(utsteder) if as_h else None
    if isinstance(issuer, tuple):
        faults += (feil.MANGLER_UTSTEDER,)
    if faults:
        return faults
    rule = Regelsett.R1964 if _remainder(digits, K1_WEIGHTS) == 0 else Regelsett.R2032
    issued_by = issuer.siffer if isinstance(issuer, Idnummer) else ""
    return Idnummer(kind, find_serie(digits), digits, rule, issued_by)


def classify_organisation(text: str) -> Idnummer | Faults:
    """Read an organisation number. They are public and the same in every environment."""
    digits = _digits(text, 9)
    if isinstance(digits, Nummerfeil):
        return (digits,)
    faults: Faults = () if digits[0] in "89" else (feil.FEIL_START,)
    if _remainder(digits, ORGANISATION_WEIGHTS) != 0:
        faults += (feil.FEIL_K,)
    return faults or Idnummer(Nummertype.ORGANISASJONSNUMMER, Serie.ORDINAER, digits)


def possible_years(number: Idnummer) -> tuple[int, ...]:
    """The years of birth that the century tables allow, for explaining a number on a page only.

    None when the number shows no year (FH, DUF, old H, the rule of 2032). Two when a D-number may
    be from before or after the tables changed in 2021. Never to be stored: a number from 2032 may
    look like an older one, and the date in a D-number need not be a birth date.
    """
    registered = number.type in {Nummertype.FOEDSELSNUMMER, Nummertype.D_NUMMER}
    if not registered or number.regelsett is not Regelsett.R1964:
        return ()
    return _years(number.type, int(number.siffer[4:6]), int(number.siffer[6:9]))


def _years(kind: Nummertype, year: int, individual: int) -> tuple[int, ...]:
    tables = [_CENTURIES]
    if kind is Nummertype.D_NUMMER:
        tables.append(_CENTURIES_D_2021)
    found = {
        century + year
        for table in tables
        for low, high, first, last, century in table
        if low <= individual <= high and first <= year <= last
    }
    return tuple(sorted(found))


def explain(number: Idnummer) -> Text:
    """Say what the digits show and what they do not, to the person who may see the number."""
    nb, nn = [], []
    if number.type is not Nummertype.DUFNUMMER and not _is_help_number(number.siffer):
        day, month, year = _date_parts(number.siffer, number.type)
        nb.append(f"Siffer 1 til 6 viser dag {day}, måned {month} og år {year:02}.")
        nn.append(f"Siffer 1 til 6 viser dag {day}, månad {month} og år {year:02}.")
        years = " eller ".join(map(str, possible_years(number)))
        nb.append(f"Tabellene gir {years}." if years else "Århundret vises ikke.")
        nn.append(f"Tabellane gir {years}." if years else "Hundreåret kjem ikkje fram.")
    nb.append("Fødselsdato og kjønn er egne felt og hentes aldri fra nummeret.")
    nn.append("Fødselsdato og kjønn er eigne felt og blir aldri henta frå nummeret.")
    return Text(" ".join(nb), " ".join(nn))


def make_synthetic(
    birth: date, serial: random.Random, kind: Nummertype = Nummertype.FOEDSELSNUMMER
) -> Idnummer:
    """Make a number for an invented person: month + 80, the rule of 1964, one possible year.

    `serial` decides which of the day's numbers, so the same seed gives the same person. The caller
    sees to it that two persons do not get one number. Raises ValueError for other kinds than
    fødselsnummer and D-number, and for years outside the tables.
    """
    if kind not in {Nummertype.FOEDSELSNUMMER, Nummertype.D_NUMMER}:
        raise ValueError("Bare fødselsnummer og D-nummer finnes som syntetiske numre.")
    day = birth.day + (40 if kind is Nummertype.D_NUMMER else 0)
    head = f"{day:02}{birth.month + 80}{birth.year % 100:02}"
    for individual in serial.sample(range(1000), 1000):
        if _years(kind, birth.year % 100, individual) != (birth.year,):
            continue
        first = -_remainder(f"{head}{individual:03}", K1_WEIGHTS) % 11
        second = -_remainder(f"{head}{individual:03}{first}", K2_WEIGHTS) % 11
        # A control digit of ten makes the combination unusable.
        if first < 10 and second < 10:
            digits = f"{head}{individual:03}{first}{second}"
            return Idnummer(kind, Serie.TENOR, digits, Regelsett.R1964)
    raise ValueError("Fødselsåret er utenfor tabellene for syntetiske numre.")
