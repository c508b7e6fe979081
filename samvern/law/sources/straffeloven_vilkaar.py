"""Straffeloven § 62: the conditions for the sentence, in the three builds of LF-K2."""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision
from samvern.law.text import Text

_START = date(2015, 10, 1)
_2016 = date(2016, 10, 1)
_2020 = date(2020, 10, 1)
_TIL_2016 = date(2016, 9, 30)
_TIL_2020 = date(2020, 9, 30)
_LOV_2016 = "lov 29. april 2016 nr. 7"
_LOV_2020 = "lov 21. juni 2019 nr. 48"

_TIDSUBESTEMT_ELDRE = Text(
    "Tidsubestemt overføring når lovbryteren er straffri etter § 20 bokstav b eller d, har krenket"
    " eller satt andres liv, helse eller frihet i fare, og farevilkåret i annet eller tredje ledd"
    " er oppfylt.",
    "Tidsubestemt overføring når lovbrytaren er straffri etter § 20 bokstav b eller d, har krenkt"
    " eller sett liv, helse eller fridom hos andre i fare, og farevilkåret i andre eller tredje"
    " ledd er oppfylt.",
)
_TIDSBESTEMT_ELDRE = Text(
    "Tidsbestemt overføring ved gjentatte lovbrudd av samfunnsskadelig eller særlig plagsom art når"
    " det er nødvendig for vern mot slike lovbrudd og fjerde ledd er oppfylt.",
    "Tidsbestemt overføring ved gjentekne lovbrot av samfunnsskadeleg eller særleg plagsam art når"
    " det er nødvendig for vern mot slike lovbrot og fjerde ledd er oppfylt.",
)
_ALVORLIG = Text(
    "Farevilkår ved alvorlig lovbrudd: nærliggende fare for et nytt alvorlig lovbrudd mot andres"
    " liv, helse eller frihet.",
    "Farevilkår ved alvorleg lovbrot: nærliggjande fare for eit nytt alvorleg lovbrot mot liv,"
    " helse eller fridom hos andre.",
)
_MINDRE_ALVORLIG = Text(
    "Farevilkår ved mindre alvorlig lovbrudd: et tidligere alvorlig lovbrudd, nær sammenheng og"
    " særlig nærliggende fare for tilbakefall.",
    "Farevilkår ved mindre alvorleg lovbrot: eit tidlegare alvorleg lovbrot, nær samanheng og"
    " særleg nærliggjande fare for tilbakefall.",
)
_MOMENTER_ELDRE = Text(
    "Momenter i farevurderingen: lovbruddet sammenholdt særlig med atferd, sykdomsutvikling og"
    " psykisk funksjonsevne.",
    "Moment i farevurderinga: lovbrotet halde saman særleg med åtferd, sjukdomsutvikling og psykisk"
    " funksjonsevne.",
)
_TIDSUBESTEMT_NY = Text(
    "Tidsubestemt overføring av en utilregnelig når lovbruddet krenket eller satte andres liv,"
    " helse eller frihet i fare, reaksjonen er nødvendig for samfunnsvernet og faren for en ny,"
    " alvorlig integritetskrenkelse er nærliggende.",
    "Tidsubestemt overføring av ein utilrekneleg når lovbrotet krenkte eller sette liv, helse"
    " eller fridom hos andre i fare, reaksjonen er nødvendig for samfunnsvernet og faren for ei ny,"
    " alvorleg integritetskrenking er nærliggjande.",
)
_TIDSBESTEMT_NY = Text(
    "Tidsbestemt overføring av en utilregnelig ved gjentatte samfunnsskadelige eller særlig"
    " plagsomme lovbrudd, særlig nærliggende fare for nye, og andre tiltak som har vist seg"
    " åpenbart uhensiktsmessige.",
    "Tidsbestemt overføring av ein utilrekneleg ved gjentekne samfunnsskadelege eller særleg"
    " plagsame lovbrot, særleg nærliggjande fare for nye, og andre tiltak som har vist seg openbert"
    " uføremålstenlege.",
)

_BARE_TIDSUBESTEMT = Text(
    "Overføring til tvungent psykisk helsevern, bare tidsubestemt: første ledd, jf. annet eller"
    " tredje ledd, med momenter i fjerde ledd.",
    "Overføring til tvungent psykisk helsevern, berre tidsubestemt: første ledd, jf. andre eller"
    " tredje ledd, med moment i fjerde ledd.",
)
_TO_SPOR_ELDRE = Text(
    "Tidsubestemt overføring etter første ledd første punktum, jf. annet og tredje ledd;"
    " tidsbestemt etter første ledd annet punktum, jf. fjerde ledd; momenter i femte ledd.",
    "Tidsubestemt overføring etter første ledd første punktum, jf. andre og tredje ledd;"
    " tidsbestemt etter første ledd andre punktum, jf. fjerde ledd; moment i femte ledd.",
)
_TO_SPOR_NY = Text(
    "Tidsubestemt overføring etter første ledd, tidsbestemt etter annet ledd, momenter i tredje"
    " ledd og villfarelsestilfeller i fjerde ledd.",
    "Tidsubestemt overføring etter første ledd, tidsbestemt etter andre ledd, moment i tredje"
    " ledd og villfaringstilfelle i fjerde ledd.",
)

_SOM_2005 = Text(
    "Ordlyden er lest slik loven ble vedtatt i 2005.",
    "Ordlyden er lesen slik lova vart vedteken i 2005.",
)


def _versions(
    kilde_id: str, til_2016: Text | None, til_2020: Text | None, naa: Text | None
) -> tuple[Kilde, ...]:
    """One ledd through the three builds; None where the ledd did not exist."""
    periods = (
        (til_2016, _START, _TIL_2016, None, _SOM_2005),
        (til_2020, _2016, _TIL_2020, _LOV_2016, None),
        (naa, _2020, None, _LOV_2020, None),
    )
    return tuple(
        provision(kilde_id, gjelder, fra=fra, til=til, endret_ved=lov, merknad=merknad)
        for gjelder, fra, til, lov, merknad in periods
        if gjelder is not None
    )


PROVISIONS: tuple[Kilde, ...] = (
    *_versions("strl/62", _BARE_TIDSUBESTEMT, _TO_SPOR_ELDRE, _TO_SPOR_NY),
    *_versions(
        "strl/62/1",
        _TIDSUBESTEMT_ELDRE,
        Text(
            "To grunnlag: tidsubestemt overføring i første punktum, tidsbestemt i annet punktum.",
            "To grunnlag: tidsubestemt overføring i første punktum, tidsbestemt i andre punktum.",
        ),
        _TIDSUBESTEMT_NY,
    ),
    *_versions("strl/62/1/p1", None, _TIDSUBESTEMT_ELDRE, None),
    *_versions("strl/62/1/p2", None, _TIDSBESTEMT_ELDRE, None),
    *_versions("strl/62/2", _ALVORLIG, _ALVORLIG, _TIDSBESTEMT_NY),
    *_versions(
        "strl/62/3",
        _MINDRE_ALVORLIG,
        _MINDRE_ALVORLIG,
        Text(
            "Momenter i farevurderingen: lovbruddet sammenholdt særlig med øvrig atferd,"
            " sykdomshistorie, aktuell psykisk tilstand og forhold til rusmidler.",
            "Moment i farevurderinga: lovbrotet halde saman særleg med anna åtferd, sjukdoms-"
            "historie, psykisk tilstand no og forhold til rusmiddel.",
        ),
    ),
    *_versions(
        "strl/62/4",
        _MOMENTER_ELDRE,
        Text(
            "Farevilkår ved tidsbestemt overføring: særlig nærliggende fare for nye lovbrudd av"
            " samme art, og andre tiltak åpenbart uhensiktsmessige.",
            "Farevilkår ved tidsbestemt overføring: særleg nærliggjande fare for nye lovbrot av"
            " same art, og andre tiltak openbert uføremålstenlege.",
        ),
        Text(
            "Overføring kan skje også når tilstanden førte til faktisk villfarelse eller utelukket"
            " forsett.",
            "Overføring kan skje også når tilstanden førte til faktisk villfaring eller utelukka"
            " forsett.",
        ),
    ),
    *_versions("strl/62/5", None, _MOMENTER_ELDRE, None),
)
"""Straffeloven § 62, whole and by ledd."""
