"""Every type of event a case can hold: the law's types with the register's fields, and our own.

The names are those of `frister.md` part 1 first; what only `koordineringsenheten.md` 2.2 has is
spelled with ae, oe and aa (LES_FOERST). Form, API and command line all read this table.
"""

from typing import Final

from samvern.apps.saker import egne_felt as f
from samvern.apps.saker.domsfelt import DOMSFELT
from samvern.apps.saker.egne_hendelser import EGNE
from samvern.apps.saker.felt import Feltslag, Saksart, Saksfelt, from_law
from samvern.apps.saker.felt_overfoering import OVERFOERINGSFELT
from samvern.apps.saker.koder import Innhold
from samvern.law.event import HENDELSESTYPER, Felt, Sakstype
from samvern.law.text import Text

__all__ = ["DOMSTYPER", "LOVTYPER", "SAKSARTER", "Saksart", "felt_for"]

_PLASS = (f.INSTITUSJON, f.ENHET, f.NIVAA, f.FORM)
_TILLEGG: dict[str, tuple[Saksfelt, ...]] = {
    "dom_avsagt": (
        f.RETTEN,
        f.RETTENS_SAKSNR,
        f.DOMSTYPE._replace(paakrevd=False),
        f.GRUNN._replace(paakrevd=False),
        f.FAREGRAD,
        f.KATEGORIER,
        f.ANTALL_LOVBRUDD,
        f.FULLBYRDET,
        *DOMSFELT,
    ),
    "dom_rettskraftig": (f.DOMSTYPE._replace(paakrevd=False),),
    "innleggelse": (*_PLASS, f.DOERTYPE, f.FRA_HVOR),
    "overfoering_gjennomfoert": (*_PLASS, f.DOERTYPE),
    "overfoeringsvedtak": (
        f.INSTITUSJON._replace(paakrevd=False),
        f.ENHET,
        f.NIVAA,
        *OVERFOERINGSFELT,
    ),
    "tilbakefoering": tuple(felt._replace(paakrevd=False) for felt in _PLASS),
    "sak_brakt_inn": (f.KOMMISJON._replace(paakrevd=False),),
}
_INNHOLD: dict[str, Innhold] = {
    "innleggelse": Innhold.PLASSERING,
    "overfoering_gjennomfoert": Innhold.PLASSERING,
    "overfoeringsvedtak": Innhold.OVERFOERING,
    "vedtak_mottatt": Innhold.OVERFOERING,
    "vedtak_akseptert": Innhold.OVERFOERING,
    "klage": Innhold.KLAGE,
    "klage_avgjort": Innhold.KLAGE,
    "klage_avslaatt": Innhold.KLAGE,
    "pasientklage": Innhold.KLAGE,
    "sak_brakt_inn": Innhold.KLAGE,
    "endringsbegjaering": Innhold.ENDRINGSBEGJAERING,
    "endringsavslag_endelig": Innhold.ENDRINGSBEGJAERING,
    "endringsklage": Innhold.ENDRINGSBEGJAERING,
    "statusrapport_sendt": Innhold.STATUSRAPPORT,
    "helseopplysningsskjema_sendt": Innhold.HELSEOPPLYSNINGSSKJEMA,
    "begjaering_opphoer": Innhold.OPPHOER,
    "opprettholdelse_underskrevet": Innhold.OPPHOER,
    "sak_oversendt_retten": Innhold.OPPHOER,
    "opphoer": Innhold.OPPHOER,
    "tilbakefoering": Innhold.KRIMINALOMSORG,
    "varslingsvedtak": Innhold.VARSLING,
    "utreise": Innhold.UTVISNING,
    "retur_til_riket": Innhold.UTVISNING,
}
_ETTER_OPPHOER = frozenset(
    {"pasientklage", "klage", "klage_avgjort", "klage_avslaatt", "vedtak_mottatt", "sak_brakt_inn"}
)
"""LES_FOERST, «Etter opphør»; what ends a complaint goes with it (`egne_hendelser`)."""
# Compulsory care without a sentence has its own subject; a sentence's case does not hold it.
_UTEN_DOM = frozenset(
    {
        "ankomst",
        "observasjon_startet",
        "observasjon_forlenget",
        "observasjon_avsluttet",
        "tph_etablert",
        "tph_opphoert",
        "undersoekelse_4_9",
        "kommisjonskontroll",
        "forlengelse_soekt",
        "forlengelse_innvilget",
    }
)


_FASTE: dict[tuple[str, str], tuple[tuple[str, Text], ...]] = {
    ("opphoer", "av"): (
        ("paatale", Text("Påtalemyndigheten", "Påtalemakta")),
        ("domstol", Text("Domstolen", "Domstolen")),
        ("tidsutloep", Text("Tre år er gått (tidsbestemt)", "Tre år er gått (tidsbestemt)")),
        ("doed", Text("Den domfelte er død", "Den domfelte er død")),
    ),
    ("annet_vedtak", "art"): (
        ("4-10", Text("Overføring etter § 4-10", "Overføring etter § 4-10")),
        ("annet", Text("Et annet vedtak", "Eit anna vedtak")),
    ),
}
"""The law's free texts are codes in a case, so that nobody writes a name there."""


_FOERES_FOR_SEG: Final = frozenset({("klage", "trukket")})
"""What the law takes as a field, and a case has as an entry of its own (`klage_trukket`)."""


def _law_field(kode: str, felt: Felt) -> Saksfelt:
    known = from_law(felt)
    if fixed := _FASTE.get((kode, felt.navn)):
        return known._replace(
            slag=Feltslag.KODE,
            koder=tuple(code for code, _ in fixed),
            kodenavn=tuple(name for _, name in fixed),
            paakrevd=True,
        )
    return known


def _law_types() -> list[Saksart]:
    return [
        Saksart(
            known.kode,
            known.navn,
            known.hjelp,
            tuple(
                _law_field(known.kode, felt)
                for felt in known.felt
                if (known.kode, felt.navn) not in _FOERES_FOR_SEG
            )
            + _TILLEGG.get(known.kode, ()),
            _INNHOLD.get(known.kode, Innhold.SAK),
            True,
            known.kode in _ETTER_OPPHOER,
        )
        for known in HENDELSESTYPER.values()
        if known.kode not in _UTEN_DOM
    ]


SAKSARTER: Final[dict[str, Saksart]] = {
    art.kode: art for art in sorted([*EGNE, *_law_types()], key=lambda art: art.kode != "tiltale")
}
"""Every event type by its code, in the order a form should offer them."""

LOVTYPER: Final = frozenset(kode for kode, art in SAKSARTER.items() if art.i_loven)
DOMSTYPER: Final = {"tidsubestemt": Sakstype.TIDSUBESTEMT, "tidsbestemt": Sakstype.TIDSBESTEMT}


def felt_for(kode: str) -> tuple[Saksfelt, ...]:
    """The fields of an event type. Raises KeyError for an unknown type."""
    return SAKSARTER[kode].felt
