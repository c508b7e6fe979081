"""Nasjonal koordineringsenhet: its guideline, and how its website reads the law."""

from datetime import date

from samvern.law.source import Kilde, Ordlyd, Slag
from samvern.law.sources.opinion import opinion
from samvern.law.text import Text

_NETTSTED = (
    "https://www.oslo-universitetssykehus.no/avdelinger/klinikk-psykisk-helse-og-avhengighet/"
    "psykisk-helse-nasjonale-og-regionale-funksjoner/regional-sikkerhetsseksjon-rsa/"
    "nasjonal-koordineringsenhet-for-dom-til-tvungent-psykisk-helsevern/"
)
_SIDE = Text(
    "Bygger på nettsidens tekst slik den lød mens de eldre reglene gjaldt; publiseringsdagen er"
    " ikke kjent.",
    "Byggjer på teksten på nettsida slik han lydde medan dei eldre reglane galdt;"
    " publiseringsdagen er ikkje kjend.",
)
_RETNINGSLINJE = Text(
    "Helseopplysningsskjema tre uker etter rettskraftig dom, og statusrapport ett, to og tre år"
    " etter rettskraftig dom.",
    "Helseopplysningsskjema tre veker etter rettskraftig dom, og statusrapport eitt, to og tre år"
    " etter rettskraftig dom.",
)
_RETNINGSLINJE_NAVN = Text(
    "Nasjonal koordineringsenhet: retningslinje for samhandling",
    "Nasjonal koordineringseining: retningslinje for samhandling",
)


def _retningslinje(fra: date, til: date | None, merknad: Text) -> Kilde:
    return opinion(
        "nk/retningslinje",
        _RETNINGSLINJE_NAVN,
        "NKs retningslinje",
        _RETNINGSLINJE,
        Slag.RETNINGSLINJE,
        fra=fra,
        til=til,
        lenke=_NETTSTED + "retningslinje-nk/",
        merknad=merknad,
    )


def _lesning(id_del: str, navn: Text, kort: str, gjelder: Text) -> Kilde:
    return opinion(
        f"nk/{id_del}",
        Text(f"Nasjonal koordineringsenhet: {navn.nb}", f"Nasjonal koordineringseining: {navn.nn}"),
        kort,
        gjelder,
        Slag.NK_TOLKNING,
        ordlyd=Ordlyd.LEST,
        lenke=_NETTSTED,
        merknad=_SIDE,
    )


_IKKE_LEST = "Selve retningslinjen er ikke lest, bare omtalen av den."
_IKKJE_LESEN = "Sjølve retningslinja er ikkje lesen, berre omtalen av henne."

PROVISIONS: tuple[Kilde, ...] = (
    _retningslinje(
        date(2013, 1, 1),
        date(2019, 7, 30),
        Text(f"Første utgave. {_IKKE_LEST}", f"Første utgåve. {_IKKJE_LESEN}"),
    ),
    _retningslinje(
        date(2019, 7, 31),
        date(2020, 11, 24),
        Text(
            f"Revidert 30. eller 31. juli 2019; kilden oppgir begge dager. {_IKKE_LEST}",
            f"Revidert 30. eller 31. juli 2019; kjelda gir begge dagane. {_IKKJE_LESEN}",
        ),
    ),
    _retningslinje(
        date(2020, 11, 25),
        date(2023, 2, 28),
        Text(
            f"Revidert 25. november 2020. {_IKKE_LEST}",
            f"Revidert 25. november 2020. {_IKKJE_LESEN}",
        ),
    ),
    _retningslinje(
        date(2023, 3, 1),
        None,
        Text(
            "Revidert i mars 2023; dagen er ikke kjent, og den første i måneden er satt."
            f" {_IKKE_LEST}",
            f"Revidert i mars 2023; dagen er ikkje kjend, og den første i månaden er sett."
            f" {_IKKJE_LESEN}",
        ),
    ),
    _lesning(
        "frister",
        Text("siden om frister", "sida om fristar"),
        "NK, Frister",
        Text(
            "Ved tidsubestemt dom regnes fristene fra siste rettskraftige dom, også en dom om"
            " opprettholdelse; ved tidsbestemt dom regnes treårsgrensen fra rettskraftig"
            " overføringsdom; endring i gjennomføringen kan begjæres tre uker etter rettskraft.",
            "Ved tidsubestemt dom blir fristane rekna frå siste rettskraftige dom, òg ein dom om"
            " oppretthalding; ved tidsbestemt dom blir treårsgrensa rekna frå rettskraftig"
            " overføringsdom; endring i gjennomføringa kan krevjast tre veker etter rettskraft.",
        ),
    ),
    _lesning(
        "klagefrist",
        Text("klagefristen etter § 5-4", "klagefristen etter § 5-4"),
        "NK, klagefrist",
        Text(
            "Klagefristen etter psykisk helsevernloven § 5-4 er tre uker; for påtalemyndigheten"
            " regnes den fra dagen statsadvokaten mottok vedtaket.",
            "Klagefristen etter psykisk helsevernlova § 5-4 er tre veker; for påtalemakta blir han"
            " rekna frå dagen statsadvokaten fekk vedtaket.",
        ),
    ),
    _lesning(
        "haster",
        Text("umiddelbar overføring", "overføring straks"),
        "NK, umiddelbar overføring",
        Text(
            "Overføring til høyere sikkerhetsnivå kan om nødvendig skje straks, uten å vente på"
            " klagefristen, når tilstanden gjør det uomgjengelig nødvendig.",
            "Overføring til høgare tryggleiksnivå kan om nødvendig skje straks, utan å vente på"
            " klagefristen, når tilstanden gjer det uomgjengeleg nødvendig.",
        ),
    ),
    _lesning(
        "varsel-permisjon",
        Text("varsel om permisjon og intern flytting", "varsel om permisjon og intern flytting"),
        "NK, varsel om permisjon og flytting",
        Text(
            "Permisjon og flytting i samme institusjon som har vesentlig betydning for"
            " samfunnsvernet, skal varsles statsadvokaten skriftlig.",
            "Permisjon og flytting i same institusjon som har mykje å seie for samfunnsvernet, skal"
            " varslast skriftleg til statsadvokaten.",
        ),
    ),
)
"""The guideline in its editions, and NK's readings of the law."""
