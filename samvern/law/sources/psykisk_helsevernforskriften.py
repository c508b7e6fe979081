"""Psykisk helsevernforskriften (2011): procedure for compulsory care without a judgment.

In force from 1 January 2012. Whether it was adapted to the act's new wording of 1 June 2026 is not
known; the text read is the one published by 9 November 2025.
"""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

_START = date(2012, 1, 1)
_2017 = date(2017, 9, 1)
_TIL_2017 = date(2017, 8, 31)
_2021 = date(2021, 11, 1)
_TIL_2021 = date(2021, 10, 31)
_F2017 = "forskrift 11. mai 2017 nr. 562"
_F2021 = "forskrift 8. oktober 2021 nr. 2958"
_10_NOTE = Text(
    "Også endret ved forskrift 26. oktober 2012 nr. 998; dagen står ikke i noten.",
    "Òg endra ved forskrift 26. oktober 2012 nr. 998; dagen står ikkje i noten.",
)


def _10(kilde_id: str, emne: Text, gjelder: Text) -> tuple[Kilde, ...]:
    return (
        *unread(kilde_id, emne, ((_START, None),), til=_TIL_2017, merknad=_10_NOTE),
        provision(kilde_id, gjelder, fra=_2017, endret_ved=_F2017),
    )


_TREMAANEDERS = Text(
    "Klages det ikke over etableringen, skal kontrollkommisjonen av eget tiltak vurdere behovet for"
    " vernet når det er gått tre måneder etter vedtaket.",
    "Blir det ikkje klaga over etableringa, skal kontrollkommisjonen av eige tiltak vurdere behovet"
    " for vernet når det er gått tre månader etter vedtaket.",
)

PROVISIONS: tuple[Kilde, ...] = (
    provision(
        "phvf/7/3/d",
        Text(
            "Begjæring om tvungen observasjon eller tvungent vern må være hos institusjonen senest"
            " samtidig med pasienten.",
            "Krav om tvungen observasjon eller tvungent vern må vere hos institusjonen seinast"
            " samstundes med pasienten.",
        ),
        fra=_START,
    ),
    *_10(
        "phvf/10",
        Text("vedtak og underretning", "vedtak og underretting"),
        Text(
            "Legeuttalelsen kan ikke være eldre enn 10 dager, vedtaket treffes senest 24 timer"
            " etter ankomst, og pasient, pårørende og begjærende myndighet underrettes.",
            "Legefråsegna kan ikkje vere eldre enn 10 dagar, vedtaket blir gjort seinast 24 timar"
            " etter framkomst, og pasient, pårørande og styresmakta bak kravet blir underretta.",
        ),
    ),
    *_10(
        "phvf/10/1",
        Text("legeuttalelsens alder", "alderen på legefråsegna"),
        Text(
            "Legeuttalelsen skal ikke være eldre enn 10 dager; ved øyeblikkelig hjelp skal en"
            " skriftlig uttalelse foreligge innen 24 timer etter ankomst.",
            "Legefråsegna skal ikkje vere eldre enn 10 dagar; ved augneblinkeleg hjelp skal ei"
            " skriftleg fråsegn liggje føre innan 24 timar etter framkomst.",
        ),
    ),
    *_10(
        "phvf/10/2",
        Text("fristen for vedtak etter ankomst", "fristen for vedtak etter framkomst"),
        Text(
            "Vedtaket skal treffes snarest og senest 24 timer etter at pasienten kom til"
            " institusjonen.",
            "Vedtaket skal gjerast snarast og seinast 24 timar etter at pasienten kom til"
            " institusjonen.",
        ),
    ),
    *_10(
        "phvf/10/3",
        Text("underretning om vedtaket", "underretting om vedtaket"),
        Text(
            "Underretning om vedtaket skal gis pasienten, nærmeste pårørende og den myndighet som"
            " har fremsatt begjæring.",
            "Underretting om vedtaket skal givast pasienten, næraste pårørande og den styresmakta"
            " som har sett fram krav.",
        ),
    ),
    *unread(
        "phvf/12",
        Text("overføringsvedtak", "overføringsvedtak"),
        ((_START, None),),
        til=_TIL_2021,
    ),
    provision(
        "phvf/12",
        Text(
            "Ved overføring etter loven §§ 4-10 og 5-4 treffes særskilt vedtak, og pasienten,"
            " nærmeste pårørende og påtalemyndigheten underrettes straks.",
            "Ved overføring etter lova §§ 4-10 og 5-4 skal det gjerast særskilt vedtak, og"
            " pasienten, næraste pårørande og påtalemakta skal underrettast straks.",
        ),
        fra=_2021,
        endret_ved=_F2021,
    ),
    provision(
        "phvf/13",
        Text(
            "Kontrollundersøkelsen gjøres av den faglig ansvarlige; resultatet journalføres og"
            " sendes kontrollkommisjonen i kopi.",
            "Kontrollundersøkinga blir gjord av den fagleg ansvarlege; resultatet blir journalført"
            " og sendt kontrollkommisjonen i kopi.",
        ),
        fra=_START,
    ),
    provision(
        "phvf/14",
        Text(
            "Begjæring om forlengelse skal være mottatt av kontrollkommisjonen senest fire uker før"
            " vernet opphører.",
            "Krav om forlenging skal vere motteke av kontrollkommisjonen seinast fire veker før"
            " vernet opphøyrer.",
        ),
        fra=_START,
    ),
    provision(
        "phvf/34",
        Text(
            "Uteblir pasienten igjen etter en henting, skal det vurderes på nytt om døgnopphold er"
            " det beste.",
            "Blir pasienten borte att etter ei henting, skal det vurderast på nytt om døgnopphald"
            " er det beste.",
        ),
        fra=_START,
    ),
    provision(
        "phvf/34/2",
        Text(
            "Møter pasienten likevel ikke etter en henting, skal døgnopphold vurderes på nytt.",
            "Møter pasienten likevel ikkje etter ei henting, skal døgnopphald vurderast på nytt.",
        ),
        fra=_START,
    ),
    provision(
        "phvf/55/4",
        Text(
            "Kontrollkommisjonen skal om mulig treffe vedtak innen to uker etter at saken ble brakt"
            " inn; ellers skal grunnen stå i vedtaket.",
            "Kontrollkommisjonen skal om mogleg gjere vedtak innan to veker etter at saka vart"
            " bringa inn; elles skal grunnen stå i vedtaket.",
        ),
        fra=_START,
    ),
    provision(
        "phvf/57",
        Text(
            "Kontrollkommisjonen skal snarest mulig kontrollere fremgangsmåten og"
            " vilkårsvurderingen ut fra dokumentene.",
            "Kontrollkommisjonen skal snarast råd kontrollere framgangsmåten og vilkårsvurderinga"
            " ut frå dokumenta.",
        ),
        fra=_START,
    ),
    provision("phvf/58", _TREMAANEDERS, fra=_START),
    provision("phvf/58/1", _TREMAANEDERS, fra=_START),
    provision(
        "phvf/59",
        Text(
            "Skal vernet vare over ett år, må kontrollkommisjonen samtykke; saken behandles som"
            " tremånederskontrollen.",
            "Skal vernet vare over eitt år, må kontrollkommisjonen samtykkje; saka blir handsama"
            " som tremånaderskontrollen.",
        ),
        fra=_START,
    ),
)
"""Psykisk helsevernforskriften, the sections rules rest on."""
