"""The fields of an event as a case stores them: the law's own, and the register's own."""

from enum import StrEnum
from typing import NamedTuple

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
