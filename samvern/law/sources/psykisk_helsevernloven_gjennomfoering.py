"""Psykisk helsevernloven, chapters 4, 4 A, 6 and 7: transfers, control and review."""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

_2001 = date(2001, 1, 1)
_2007 = date(2007, 1, 1)
_2008 = date(2008, 1, 1)
_2012 = date(2012, 7, 1)
_2021 = date(2021, 6, 1)
_2026 = date(2026, 6, 1)
_TIL_2007 = date(2006, 12, 31)
_TIL_2008 = date(2007, 12, 31)
_LOV_2006 = "lov 30. juni 2006 nr. 45"
_TVISTELOVEN = "lov 17. juni 2005 nr. 90"
_LOV_2012 = "lov 22. juni 2012 nr. 48"
_LOV_2021 = "lov 7. mai 2021 nr. 34"
_LOV_2025 = "lov 20. juni 2025 nr. 67"


def _since_2007(kilde_id: str, emne: Text, gjelder: Text) -> tuple[Kilde, ...]:
    """A provision unchanged since 1 January 2007, with its unread predecessor."""
    return (
        *unread(kilde_id, emne, ((_2001, None),), til=_TIL_2007),
        provision(kilde_id, gjelder, fra=_2007, endret_ved=_LOV_2006),
    )


_TRE_UKER_FOER = Text(
    "Klagefristen på én uke kom med endringen 1. januar 2007; etter NKs omtale var den tre uker"
    " før.",
    "Klagefristen på éi veke kom med endringa 1. januar 2007; etter NK sin omtale var han tre veker"
    " før.",
)
_UKE_EMNE = Text("klage på overføring", "klage på overføring")

_TVANGSBEHANDLING_EMNE = Text("behandling uten samtykke", "behandling utan samtykke")


def _tvangsbehandling(evne_nb: str, evne_nn: str) -> Text:
    return Text(
        f"Den som er under tvungent vern og mangler {evne_nb}, eller er til nærliggende og alvorlig"
        " fare, kan behandles uten samtykke; legemidler som hovedregel først etter minst fem døgn.",
        f"Den som er under tvungent vern og manglar {evne_nn}, eller er til nærliggjande og"
        " alvorleg fare, kan behandlast utan samtykke; legemiddel som hovudregel først etter minst"
        " fem døgn.",
    )


_KAP_4 = (
    *unread(
        "phvl/4-4",
        _TVANGSBEHANDLING_EMNE,
        (
            (_2001, None),
            (date(2003, 9, 1), "lov 29. august 2003 nr. 87"),
            (_2007, _LOV_2006),
        ),
        til=date(2017, 8, 31),
    ),
    provision(
        "phvl/4-4",
        _tvangsbehandling("samtykkekompetanse", "samtykkekompetanse"),
        fra=date(2017, 9, 1),
        til=date(2026, 5, 31),
        endret_ved="lov 10. februar 2017 nr. 6",
    ),
    provision(
        "phvl/4-4",
        _tvangsbehandling("beslutningskompetanse", "avgjerdskompetanse"),
        fra=_2026,
        endret_ved=_LOV_2025,
    ),
    provision(
        "phvl/4-2a",
        Text(
            "Vilkårene for tvang skal være oppfylt hele tiden; er de ikke det lenger, avbrytes"
            " tiltaket straks og vedtaket oppheves.",
            "Vilkåra for tvang skal vere oppfylte heile tida; er dei ikkje det lenger, blir"
            " tiltaket straks avbrote og vedtaket oppheva.",
        ),
        fra=_2026,
        endret_ved=_LOV_2025,
    ),
    *unread(
        "phvl/4-4a/3",
        Text("klage på behandling uten samtykke", "klage på behandling utan samtykke"),
        ((date(2017, 9, 1), "lov 10. februar 2017 nr. 6"),),
        til=date(2021, 5, 31),
    ),
    provision(
        "phvl/4-4a/3",
        Text(
            "Vedtak om undersøkelse og behandling uten samtykke kan påklages til statsforvalteren.",
            "Vedtak om undersøking og behandling utan samtykke kan påklagast til statsforvaltaren.",
        ),
        fra=_2021,
        endret_ved=_LOV_2021,
    ),
    provision(
        "phvl/4-4b/4",
        Text(
            "Vedtak om elektrokonvulsiv behandling kan påklages til kontrollkommisjonen.",
            "Vedtak om elektrokonvulsiv behandling kan påklagast til kontrollkommisjonen.",
        ),
        fra=_2026,
        endret_ved=_LOV_2025,
    ),
    *_since_2007(
        "phvl/4-9/1",
        Text("kontrollundersøkelser", "kontrollundersøkingar"),
        Text(
            "Den faglig ansvarlige skal minst hver tredje måned undersøke og vurdere om vilkårene"
            " for vernet etter § 3-3 fortsatt er til stede, og journalføre det.",
            "Den fagleg ansvarlege skal minst kvar tredje månad undersøke og vurdere om vilkåra for"
            " vernet etter § 3-3 framleis er til stades, og journalføre det.",
        ),
    ),
    *_since_2007(
        "phvl/4-10/1",
        Text("overføring uten samtykke", "overføring utan samtykke"),
        Text(
            "Den faglig ansvarlige kan vedta overføring til opphold i eller tiltak under en"
            " institusjon; flytting mellom former for døgnopphold i samme institusjon er ikke"
            " vedtak.",
            "Den fagleg ansvarlege kan vedta overføring til opphald i eller tiltak under ein"
            " institusjon; flytting mellom former for døgnopphald i same institusjon er ikkje"
            " vedtak.",
        ),
    ),
    *unread("phvl/4-10/2", _UKE_EMNE, ((_2001, None),), til=_TIL_2007, merknad=_TRE_UKER_FOER),
    provision(
        "phvl/4-10/2",
        Text(
            "Pasienten og nærmeste pårørende kan innen én uke klage på overføringen til"
            " kontrollkommisjonen, som prøver om den er urimelig.",
            "Pasienten og næraste pårørande kan innan éi veke klage på overføringa til"
            " kontrollkommisjonen, som prøver om ho er urimeleg.",
        ),
        fra=_2007,
        endret_ved=_LOV_2006,
    ),
    *_since_2007(
        "phvl/4-10/3",
        Text("iverksetting av overføring", "iverksetjing av overføring"),
        Text(
            "Overføringen settes ikke i verk før klagefristen er ute eller klagen avgjort, unntatt"
            " når det er strengt nødvendig straks eller klart at det ikke blir klaget.",
            "Overføringa blir ikkje sett i verk før klagefristen er ute eller klaga avgjord,"
            " unnateke når det er strengt nødvendig straks eller klart at det ikkje blir klaga.",
        ),
    ),
)

_KAP_4A = (
    provision(
        "phvl/4a-3/3",
        Text(
            "En regional sikkerhetsavdeling regnes som egen institusjon etter §§ 4-10 og 5-4, og"
            " overføring dit kan settes i verk selv om vedtaket er påklaget.",
            "Ei regional tryggleiksavdeling blir rekna som eigen institusjon etter §§ 4-10 og 5-4,"
            " og overføring dit kan setjast i verk sjølv om vedtaket er påklaga.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
    provision(
        "phvl/4a-8/3",
        Text(
            "Vedtak om overføring til enhet med særlig høyt sikkerhetsnivå treffes for høyst seks"
            " måneder om gangen.",
            "Vedtak om overføring til eining med særleg høgt tryggleiksnivå blir gjort for høgst"
            " seks månader om gongen.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
    provision(
        "phvl/4a-8/4",
        Text(
            "Pasienten og nærmeste pårørende kan klage til kontrollkommisjonen på overføring til"
            " enhet med særlig høyt sikkerhetsnivå og på forlengelse.",
            "Pasienten og næraste pårørande kan klage til kontrollkommisjonen på overføring til"
            " eining med særleg høgt tryggleiksnivå og på forlenging.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
    provision(
        "phvl/4a-8/5",
        Text(
            "Overføring til enhet med særlig høyt sikkerhetsnivå kan settes i verk selv om vedtaket"
            " er påklaget.",
            "Overføring til eining med særleg høgt tryggleiksnivå kan setjast i verk sjølv om"
            " vedtaket er påklaga.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
)

_6_4_NOTE = Text(
    "Endret fra 1. januar 2002 og 1. januar 2007; om dette leddet da ble endret, er ikke kjent.",
    "Endra frå 1. januar 2002 og 1. januar 2007; om dette leddet då vart endra, er ikkje kjent.",
)


def _6_4(kilde_id: str, emne: Text, gjelder: Text, til: date | None = None) -> tuple[Kilde, ...]:
    """A ledd of § 6-4 as read from 1 January 2008, with its unread predecessor."""
    return (
        *unread(kilde_id, emne, ((_2001, None),), til=_TIL_2008, merknad=_6_4_NOTE),
        provision(kilde_id, gjelder, fra=_2008, til=til, endret_ved=_TVISTELOVEN),
    )


_SPERRE = Text("sperre mot ny klage", "sperre mot ny klage")
_ALLE_SIDER = Text(
    "Kontrollkommisjonen skal prøve alle sider av saken.",
    "Kontrollkommisjonen skal prøve alle sider av saka.",
)

_KAP_6 = (
    *unread(
        "phvl/6-1",
        Text("kontrollkommisjonen", "kontrollkommisjonen"),
        (
            (_2001, None),
            (date(2003, 9, 1), "lov 29. august 2003 nr. 87"),
            (_2007, _LOV_2006),
            (date(2012, 1, 1), "lov 24. juni 2011 nr. 30"),
        ),
        til=date(2021, 5, 31),
    ),
    provision(
        "phvl/6-1",
        Text(
            "Der noen er under psykisk helsevern, skal en kontrollkommisjon treffe avgjørelser"
            " loven gir den og så langt mulig føre kontroll med pasientenes velferd.",
            "Der nokon er under psykisk helsevern, skal ein kontrollkommisjon gjere dei avgjerdene"
            " lova gir han, og så langt råd føre kontroll med velferda til pasientane.",
        ),
        fra=_2021,
        endret_ved=_LOV_2021,
    ),
    *_since_2007(
        "phvl/6-4/1",
        Text("pasientens uttalerett", "uttaleretten til pasienten"),
        Text(
            "Pasienten skal få uttale seg før kommisjonen avgjør sak om observasjon, vern eller"
            " overføring.",
            "Pasienten skal få uttale seg før kommisjonen avgjer sak om observasjon, vern eller"
            " overføring.",
        ),
    ),
    *_6_4(
        "phvl/6-4/5",
        Text("kommisjonens prøving", "prøvinga til kommisjonen"),
        _ALLE_SIDER,
        date(2026, 5, 31),
    ),
    provision(
        "phvl/6-4/5",
        Text(
            "Kommisjonen prøver alle sider av saken, men bare lovligheten når klagen gjelder at"
            " observasjon eller vern ikke etableres eller opphører; den kan da ikke vedta tvang.",
            "Kommisjonen prøver alle sider av saka, men berre om vedtaket er lovleg når klaga gjeld"
            " at observasjon eller vern ikkje blir etablert eller opphøyrer; han kan då ikkje vedta"
            " tvang.",
        ),
        fra=_2026,
        endret_ved=_LOV_2025,
    ),
    *_6_4(
        "phvl/6-4/6",
        Text("kommisjonens saksbehandlingstid", "saksbehandlingstida til kommisjonen"),
        Text(
            "Kommisjonen skal om mulig treffe vedtak innen to uker etter at saken ble brakt inn;"
            " ellers skal grunnen stå i vedtaket.",
            "Kommisjonen skal om mogleg gjere vedtak innan to veker etter at saka vart bringa inn;"
            " elles skal grunnen stå i vedtaket.",
        ),
    ),
    *_6_4(
        "phvl/6-4/8",
        _SPERRE,
        Text(
            "Etter avslag i kommisjonen kan en tilsvarende klage tidligst fremsettes etter seks"
            " måneder; er saken prøvd for retten, seks måneder etter rettskraftig dom.",
            "Etter avslag i kommisjonen kan ei tilsvarande klage tidlegast setjast fram etter seks"
            " månader; er saka prøvd for retten, seks månader etter rettskraftig dom.",
        ),
    ),
    *_6_4(
        "phvl/6-4/8/p1",
        _SPERRE,
        Text(
            "Etter avslag kan en tilsvarende klage ikke fremsettes før minst seks måneder er gått.",
            "Etter avslag kan ei tilsvarande klage ikkje setjast fram før minst seks månader er"
            " gått.",
        ),
    ),
    *_6_4(
        "phvl/6-4/8/p2",
        _SPERRE,
        Text(
            "Er saken prøvd for retten, kan slik klage ikke fremsettes før minst seks måneder"
            " etter at dommen ble rettskraftig.",
            "Er saka prøvd for retten, kan slik klage ikkje setjast fram før minst seks månader"
            " etter at dommen vart rettskraftig.",
        ),
    ),
)

_7_1_ELDRE = Text(
    "Kommisjonens vedtak om observasjon, vern og overføring til døgnopphold kan bringes inn for"
    " retten av pasienten eller nærmeste pårørende.",
    "Vedtaka til kommisjonen om observasjon, vern og overføring til døgnopphald kan bringast inn"
    " for retten av pasienten eller næraste pårørande.",
)
_7_1_EMNE = Text("domstolprøving", "domstolsprøving")

_KAP_7 = (
    *unread("phvl/7-1", _7_1_EMNE, ((_2001, None),), til=_TIL_2007),
    provision("phvl/7-1", _7_1_ELDRE, fra=_2007, til=_TIL_2008, endret_ved=_LOV_2006),
    *unread("phvl/7-1", _7_1_EMNE, ((_2008, _TVISTELOVEN),), til=date(2008, 12, 31)),
    provision(
        "phvl/7-1",
        Text(
            "Kommisjonens vedtak om observasjon eller vern, og om overføring til døgnopphold etter"
            " §§ 4-10 og 5-4, kan bringes inn for tingretten etter tvisteloven kapittel 36.",
            "Vedtaka til kommisjonen om observasjon eller vern, og om overføring til døgnopphald"
            " etter §§ 4-10 og 5-4, kan bringast inn for tingretten etter tvistelova kapittel 36.",
        ),
        fra=date(2009, 1, 1),
        endret_ved="lov 19. desember 2008 nr. 109",
    ),
)

PROVISIONS: tuple[Kilde, ...] = _KAP_4 + _KAP_4A + _KAP_6 + _KAP_7
"""Psykisk helsevernloven chapters 4, 4 A, 6 and 7."""
