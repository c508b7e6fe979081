"""What can have happened: the event types as data, and one case as facts for the rules.

The list is `frister.md` part 1 (schema ``samvern-frister/1``); form, command line and API read
the same definitions. Reading and checking input lives in `samvern.law.intake`.
"""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from samvern.law.event_texts import FELTTEKSTER, HENDELSETEKSTER
from samvern.law.text import Text

SCHEMA = "samvern-frister/1"


class Sakstype(StrEnum):
    """The three kinds of case the rules know."""

    TIDSUBESTEMT = "tidsubestemt"
    TIDSBESTEMT = "tidsbestemt"
    TPH = "tph"


class Verdi(StrEnum):
    """The kind of value a field takes."""

    DATO = "dato"
    KLOKKESLETT = "klokkeslett"
    HELTALL = "heltall"
    JA_NEI = "ja_nei"
    KODE = "kode"
    KODELISTE = "kodeliste"
    TEKST = "tekst"
    ID = "id"
    REF = "ref"


DOM_PARTER = ("domfelt", "paatale")
OPPHOER_PARTER = ("domfelt", "paaroerende", "faglig_ansvarlig")
KLAGE_PARTER = ("domfelt", "paaroerende", "paatale")
MOTTAKERE = (
    "domfelt",
    "paaroerende",
    "paatale",
    "fornaermet",
    "etterlatt",
    "pasient",
    "politi",
    "begjaerende_myndighet",
)
"""Those who can receive a decision. More than one victim is `fornaermet_2`, `etterlatt_2` …"""

DOMMER = frozenset({"dom_avsagt", "dom_rettskraftig"})
VEDTAK = frozenset({"overfoeringsvedtak", "varslingsvedtak", "annet_vedtak"})


class Felt(NamedTuple):
    """One field of an event type: its name, kind of value and limits."""

    navn: str
    verdi: Verdi
    paakrevd: bool = True
    koder: tuple[str, ...] = ()
    """Allowed codes for KODE and KODELISTE."""
    nummererte: frozenset[str] = frozenset()
    """Codes that may carry a number (`fornaermet_2`) because there can be several of them."""
    minst: int | None = None
    hoeyst: int | None = None
    peker_paa: frozenset[str] = frozenset()
    """For REF: the event types the id may belong to; empty means any."""

    @property
    def tekst(self) -> Text:
        """The field's label."""
        return FELTTEKSTER[self.navn]


class Hendelsestype(NamedTuple):
    """One kind of event: its fields besides `type`, `dato` and an optional `id`."""

    kode: str
    gjelder: frozenset[Sakstype]
    """The case types the form offers it for. Input of any type may still hold it."""
    felt: tuple[Felt, ...] = ()

    @property
    def navn(self) -> Text:
        """Name as people read it."""
        return HENDELSETEKSTER[self.kode][0]

    @property
    def hjelp(self) -> Text:
        """One sentence of help: what the event means and which date to give."""
        return HENDELSETEKSTER[self.kode][1]


_DOM = frozenset({Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT})
_TPH = frozenset({Sakstype.TPH})
_ALLE = frozenset(Sakstype)

_ID = Felt("id", Verdi.ID)
_DOM_REF = Felt("ref", Verdi.REF, peker_paa=DOMMER)
_VEDTAK_REF = Felt("ref", Verdi.REF, peker_paa=VEDTAK)
_AVGJOERELSE_REF = Felt(
    "ref",
    Verdi.REF,
    peker_paa=VEDTAK
    | {"sak_brakt_inn", "klage", "pasientklage", "endringsklage", "endringsbegjaering"},
)
_MOTTAKER = Felt(
    "part",
    Verdi.KODE,
    koder=MOTTAKERE,
    nummererte=frozenset({"fornaermet", "etterlatt"}),
)
_NYE_FORHOLD = Felt("nye_forhold", Verdi.JA_NEI, paakrevd=False)


def _part(koder: tuple[str, ...]) -> Felt:
    return Felt("part", Verdi.KODE, koder=koder)


def _kode(navn: str, *koder: str) -> Felt:
    return Felt(navn, Verdi.KODE, koder=koder)


_TYPER = (
    Hendelsestype(
        "dom_avsagt",
        _DOM,
        (
            _ID,
            _kode("domstol", "tingrett", "lagmannsrett", "hoeyesterett"),
            Felt("domfelt_til_stede", Verdi.JA_NEI, paakrevd=False),
        ),
    ),
    Hendelsestype("dom_forkynt", _DOM, (_DOM_REF,)),
    Hendelsestype(
        "dom_mottatt_paatale", _DOM, (_DOM_REF, _kode("hos", "ankeberettiget", "kontor"))
    ),
    Hendelsestype("dom_vedtatt", _DOM, (_DOM_REF, _part(DOM_PARTER))),
    Hendelsestype("anke", _DOM, (_DOM_REF, _part(DOM_PARTER))),
    Hendelsestype(
        "dom_rettskraftig",
        _DOM,
        (
            _ID,
            _kode("art", "overfoeringsdom", "opprettholdelse", "nekter_opphoer", "kriminalomsorg"),
        ),
    ),
    Hendelsestype("innleggelse", _DOM),
    Hendelsestype("helseopplysningsskjema_sendt", _DOM),
    Hendelsestype("statusrapport_sendt", _DOM, (Felt("n", Verdi.HELTALL, minst=1, hoeyst=3),)),
    Hendelsestype("begjaering_opphoer", _DOM, (_ID, _part(OPPHOER_PARTER))),
    Hendelsestype("opprettholdelse_underskrevet", _DOM),
    Hendelsestype("sak_oversendt_retten", _DOM),
    Hendelsestype("opphoer", _DOM, (Felt("av", Verdi.TEKST, paakrevd=False),)),
    Hendelsestype(
        "overfoeringsvedtak",
        _DOM,
        (
            _ID,
            _kode("retning", "mildere", "mellom_institusjoner", "til_doegn"),
            Felt("haster", Verdi.JA_NEI, paakrevd=False),
            Felt("parter", Verdi.KODELISTE, paakrevd=False, koder=KLAGE_PARTER),
        ),
    ),
    Hendelsestype("vedtak_mottatt", _ALLE, (_VEDTAK_REF, _MOTTAKER)),
    Hendelsestype("vedtak_akseptert", _ALLE, (_VEDTAK_REF, _MOTTAKER)),
    Hendelsestype(
        "klage", _ALLE, (_VEDTAK_REF, _MOTTAKER, Felt("trukket", Verdi.DATO, paakrevd=False))
    ),
    Hendelsestype(
        "klage_avgjort", _ALLE, (_AVGJOERELSE_REF, _kode("utfall", "medhold", "ikke_medhold"))
    ),
    Hendelsestype(
        "overfoering_gjennomfoert",
        _DOM,
        (Felt("ref", Verdi.REF, peker_paa=frozenset({"overfoeringsvedtak"})),),
    ),
    Hendelsestype("endringsbegjaering", _DOM, (_ID, _part(KLAGE_PARTER))),
    Hendelsestype("endringsavslag_endelig", _DOM),
    Hendelsestype("endringsklage", _DOM, (_ID, _part(KLAGE_PARTER), _NYE_FORHOLD)),
    Hendelsestype("tilbakefoering", _DOM),
    Hendelsestype("utreise", _DOM),
    Hendelsestype("retur_til_riket", _DOM),
    Hendelsestype("varslingsvedtak", _ALLE, (_ID,)),
    Hendelsestype("ankomst", _TPH, (Felt("klokkeslett", Verdi.KLOKKESLETT),)),
    Hendelsestype(
        "observasjon_startet", _TPH, (Felt("klokkeslett", Verdi.KLOKKESLETT, paakrevd=False),)
    ),
    Hendelsestype("observasjon_forlenget", _TPH, (Felt("dager", Verdi.HELTALL, minst=1),)),
    Hendelsestype("observasjon_avsluttet", _TPH),
    Hendelsestype("tph_etablert", _TPH),
    Hendelsestype("tph_opphoert", _TPH),
    Hendelsestype("undersoekelse_4_9", _TPH),
    Hendelsestype("kommisjonskontroll", _TPH),
    Hendelsestype("forlengelse_soekt", _TPH),
    Hendelsestype("forlengelse_innvilget", _TPH, (Felt("til_og_med", Verdi.DATO, paakrevd=False),)),
    Hendelsestype("pasientklage", _TPH, (_ID, _NYE_FORHOLD)),
    Hendelsestype("klage_avslaatt", _TPH),
    Hendelsestype("annet_vedtak", _TPH, (_ID, Felt("art", Verdi.TEKST))),
    Hendelsestype("sak_brakt_inn", _ALLE, (_ID,)),
)

HENDELSESTYPER: dict[str, Hendelsestype] = {t.kode: t for t in _TYPER}
"""Every event type by its code, in the order a form should offer them."""


class Hendelse(NamedTuple):
    """One event as the rules read it. Fields that do not belong to the type keep defaults."""

    type: str
    dato: date
    id: str | None = None
    ref: str | None = None
    part: str | None = None
    art: str | None = None
    domstol: str | None = None
    domfelt_til_stede: bool = False
    hos: str | None = None
    n: int | None = None
    av: str | None = None
    retning: str | None = None
    haster: bool = False
    parter: tuple[str, ...] = KLAGE_PARTER
    utfall: str | None = None
    nye_forhold: bool = False
    klokkeslett: time | None = None
    dager: int | None = None
    til_og_med: date | None = None
    trukket: date | None = None
    """The day a complaint was withdrawn. From that day it waits for nobody (T24)."""


class Sak(NamedTuple):
    """The facts of one case and the day to compute for. That day itself is not yet over."""

    type: Sakstype
    hendelser: tuple[Hendelse, ...]
    per_dato: date
