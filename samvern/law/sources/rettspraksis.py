"""Rulings of Høyesterett, known only from how NK's website refers to them.

The day of a ruling is known for those published by date. For those published in Norsk Retstidende
only the year is known, so their start is open.
"""

from datetime import date

from samvern.law.source import Kilde, Slag
from samvern.law.sources.opinion import opinion
from samvern.law.text import Text

_BARE_OMTALT = Text(
    "Avgjørelsen er bare kjent gjennom omtalen hos Nasjonal koordineringsenhet.",
    "Avgjerda er berre kjend gjennom omtalen hos Nasjonal koordineringseining.",
)
_UKJENT_DAG = Text(
    "Dagen er ikke kjent, bare årgangen; avgjørelsen er bare kjent gjennom omtale.",
    "Dagen er ikkje kjend, berre årgangen; avgjerda er berre kjend gjennom omtale.",
)


def _hr(dag: date, dato_nb: str, gjelder: Text) -> Kilde:
    return opinion(
        f"hr/{dag.isoformat()}",
        Text(f"Høyesterett {dato_nb}", f"Høgsterett {dato_nb}"),
        f"HR {dato_nb}",
        gjelder,
        Slag.RETTSPRAKSIS,
        fra=dag,
        merknad=_BARE_OMTALT,
    )


def _rt(aargang: int, side: int, gjelder: Text) -> Kilde:
    navn = f"Norsk Retstidende {aargang} side {side}"
    return opinion(
        f"rt/{aargang}-{side}",
        Text(navn, navn),
        f"Rt-{aargang}-{side}",
        gjelder,
        Slag.RETTSPRAKSIS,
        merknad=_UKJENT_DAG,
    )


_PARTSROLLE = Text(
    "Beskriver påtalemyndighetens sentrale partsrolle ved dom: ved vesentlige endringer i"
    " behandlingen (phvl § 5-4) og ved opphør.",
    "Skildrar den sentrale partsrolla påtalemakta har ved dom: ved vesentlege endringar i"
    " behandlinga (phvl § 5-4) og ved opphøyr.",
)

PROVISIONS: tuple[Kilde, ...] = (
    _hr(
        date(2006, 9, 20),
        "20. september 2006",
        Text(
            "Alvorlige trusler kan være grunnlag for dom til tvungent psykisk helsevern; tidligere"
            " mangelfull oppfølging kan få betydning for samfunnsvernet.",
            "Alvorlege truslar kan vere grunnlag for dom til tvungent psykisk helsevern; tidlegare"
            " mangelfull oppfølging kan ha noko å seie for samfunnsvernet.",
        ),
    ),
    _hr(
        date(2010, 11, 23),
        "23. november 2010",
        Text(
            "Gjelder når treårsfristen for opprettholdelse avbrytes ved underskrift av"
            " tiltalebeslutningen, og betydningen av lang liggetid før oversendelse til retten.",
            "Gjeld når treårsfristen for oppretthalding blir avbroten ved underskrift av tiltala,"
            " og kva lang liggjetid før oversending til retten har å seie.",
        ),
    ),
    _hr(
        date(2011, 3, 17),
        "17. mars 2011",
        Text(
            "Opprettholdelse krever at reaksjonen fortsatt er nødvendig for å verne samfunnet, og"
            " andre realistiske behandlingsalternativer skal vurderes.",
            "Oppretthalding krev at reaksjonen framleis er nødvendig for å verne samfunnet, og"
            " andre realistiske behandlingsalternativ skal vurderast.",
        ),
    ),
    _hr(
        date(2012, 7, 12),
        "12. juli 2012",
        Text(
            "Overføring til anstalt under kriminalomsorgen strider ikke i seg selv mot"
            " konvensjonen, når avdelingen er særlig egnet og opplegget tilpasset den enkelte.",
            "Overføring til anstalt under kriminalomsorga strir ikkje i seg sjølv mot konvensjonen,"
            " når avdelinga er særleg eigna og opplegget tilpassa den einskilde.",
        ),
    ),
    _rt(2002, 990, _PARTSROLLE),
    _rt(2005, 1091, _PARTSROLLE),
    _rt(
        2014,
        373,
        Text(
            "Avsnitt 10: krav om opphør kan settes fram ett år etter endelig overføringsdom eller"
            " dom som nekter opphør; NK leser derfor treårsfristen fra siste dom.",
            "Avsnitt 10: krav om opphøyr kan setjast fram eitt år etter endeleg overføringsdom"
            " eller dom som nektar opphøyr; NK les derfor treårsfristen frå siste dom.",
        ),
    ),
    _rt(
        2015,
        1319,
        Text(
            "Gjelder utgangspunktet for påtalemyndighetens ankefrist etter straffeprosessloven §"
            " 310.",
            "Gjeld utgangspunktet for ankefristen til påtalemakta etter straffeprosesslova § 310.",
        ),
    ),
)
"""Rulings, oldest first within each series."""
