"""The fields of an event as a case stores them: the law's own, and the register's own."""

from enum import StrEnum
from typing import NamedTuple

from samvern.apps.saker.koder import Innhold
from samvern.law.event import Felt
from samvern.law.text import Text


class Feltslag(StrEnum):
    """The kind of value a field takes. The first nine are the law library's."""

    DATO = "dato"
    KLOKKESLETT = "klokkeslett"
    HELTALL = "heltall"
    JA_NEI = "ja_nei"
    KODE = "kode"
    KODELISTE = "kodeliste"
    TEKST = "tekst"
    ID = "id"
    REF = "ref"
    VIRKSOMHET = "virksomhet"
    ENHET = "enhet"
    BRUKER = "bruker"


class Saksfelt(NamedTuple):
    """One field of an event type: name, kind of value, limits, label and why it is asked for."""

    navn: str
    slag: Feltslag
    etikett: Text
    hjelp: Text | None = None
    paakrevd: bool = True
    koder: tuple[str, ...] = ()
    kodenavn: tuple[Text, ...] = ()
    """Beside `koder`; empty when the names come from the law library or another app."""
    kodeverk: str = ""
    """For KODE and KODELISTE: the list in the reference data (`virksomheter`), by its day."""
    virksomhetsslag: tuple[str, ...] = ()
    """For VIRKSOMHET: the kinds of body that may be chosen."""
    peker_paa: frozenset[str] = frozenset()
    """For REF: the event types it may point at; empty means any."""
    nummererte: frozenset[str] = frozenset()
    minst: int | None = None
    hoeyst: int | None = None
    i_loven: bool = True
    """Whether the rules read the field; the others are the register's own."""


class Saksart(NamedTuple):
    """One event type as a case knows it."""

    kode: str
    navn: Text
    hjelp: Text
    felt: tuple[Saksfelt, ...]
    innhold: Innhold
    """The row of the access table that decides who may read and record it."""
    i_loven: bool
    """Whether the rules read the event."""
    etter_opphoer: bool = False
    """Whether it may have happened after the case ended (LES_FOERST, «Etter opphør»)."""


def from_law(felt: Felt) -> Saksfelt:
    """The law library's field as the register asks for it."""
    return Saksfelt(
        felt.navn,
        Feltslag(str(felt.verdi)),
        felt.tekst,
        paakrevd=felt.paakrevd,
        koder=felt.koder,
        peker_paa=felt.peker_paa,
        nummererte=felt.nummererte,
        minst=felt.minst,
        hoeyst=felt.hoeyst,
    )


def own(
    navn: str,
    slag: Feltslag,
    etikett: Text,
    *,
    hjelp: Text | None = None,
    paakrevd: bool = True,
    koder: tuple[tuple[str, Text], ...] = (),
    kodeverk: str = "",
    virksomhetsslag: tuple[str, ...] = (),
) -> Saksfelt:
    """A field that only the register knows."""
    return Saksfelt(
        navn,
        slag,
        etikett,
        hjelp=hjelp,
        paakrevd=paakrevd,
        koder=tuple(code for code, _ in koder),
        kodenavn=tuple(name for _, name in koder),
        kodeverk=kodeverk,
        virksomhetsslag=virksomhetsslag,
        i_loven=False,
    )


def own_type(
    kode: str,
    navn: Text,
    hjelp: Text,
    innhold: Innhold,
    *felt: Saksfelt,
    etter_opphoer: bool = False,
) -> Saksart:
    """An event type that only the register knows."""
    return Saksart(kode, navn, hjelp, felt, innhold, False, etter_opphoer)
