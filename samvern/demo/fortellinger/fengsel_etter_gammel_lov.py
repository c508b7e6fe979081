"""The old rules on prison (§§ 5-6 to 5-8), repealed on 1 October 2020, and a very long sentence."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    dom,
    dom_og_rettskraft,
    faglig,
    foelges_av,
    hendelse,
    i_behandling,
    ny_dom,
    opphoert,
    paatale,
    paatalen_fikk,
    rapport,
    rettskraftig,
    sendt_retten,
    skjema,
    underskrevet,
)

OPPRETTHOLDT, FENGSEL = "opprettholdelse", "kriminalomsorg"

_SIDEN_2005 = sak(
    "kjell_hansen",
    foert(
        "2013-02-04 09:00",
        "silje",
        dom("2005-02-22", TIDSUBESTEMT, "VOLD-DRAP"),
        paatalen_fikk("2005-02-22"),
        rettskraftig("2005-03-09", merknad="Etterregistrert. De senere dommene følger."),
        i_behandling("2005-03-09", "HSO", "OUS", "arne", "RSA"),
        ny_dom("2008-02-05", "2008-02-20", OPPRETTHOLDT, "dom2", TIDSUBESTEMT),
        ny_dom("2011-01-04", "2011-01-19", OPPRETTHOLDT, "dom3", TIDSUBESTEMT),
        skjema("2005-03-29"),
        paatale("2013-01-01", "SA-OSLO", "PD-OSLO"),
        foelges_av("2013-02-04", "silje"),
    ),
    foert("2013-09-30 12:00", "oskar", underskrevet("2013-09-30")),
    foert("2013-10-02 12:00", "oskar", sendt_retten("2013-10-02")),
    foert(
        "2013-12-19 12:00",
        "oskar",
        ny_dom("2013-12-03", "2013-12-18", OPPRETTHOLDT, "dom4", TIDSUBESTEMT),
    ),
    foert("2014-03-17 12:00", "arne", hendelse("begjaering_5_6", "2014-03-14")),
    foert(
        "2014-09-11 12:00",
        "oskar",
        ny_dom("2014-08-26", "2014-09-10", FENGSEL, "fengsel", TIDSUBESTEMT),
    ),
    foert(
        "2016-01-19 12:00",
        "silje",
        hendelse(
            "uenighet_5_8",
            "2016-01-18",
            kilde="brev",
            merke="uenigheten",
            tilbakefoering_krevd_av="kriminalomsorgen",
        ),
    ),
    foert(
        "2016-03-15 12:00",
        "silje",
        hendelse(
            "uenighet_5_8_avgjort",
            "2016-03-14",
            kilde="vedtak",
            ref="uenigheten",
            tilbakefoeres=True,
        ),
    ),
    foert(
        "2016-04-12 12:00",
        "silje",
        hendelse(
            "tilbakefoering",
            "2016-04-11",
            institusjon="OUS",
            sikkerhetsnivaa="RSA",
            oppholdsform="doegn",
        ),
        faglig("2016-04-11", "arne"),
    ),
    foert(
        "2016-11-17 12:00",
        "oskar",
        ny_dom("2016-11-01", "2016-11-16", OPPRETTHOLDT, "dom5", TIDSUBESTEMT),
    ),
    foert(
        "2019-10-17 12:00",
        "oskar",
        ny_dom("2019-10-01", "2019-10-16", OPPRETTHOLDT, "dom6", TIDSUBESTEMT),
    ),
    foert(
        "2022-09-15 12:00",
        "oskar",
        ny_dom("2022-08-30", "2022-09-14", OPPRETTHOLDT, "dom7", TIDSUBESTEMT),
    ),
    foert("2023-07-03 09:00", "silje", faglig("2023-07-01", "eva")),
    foert(
        "2025-08-14 12:00",
        "oskar",
        ny_dom("2025-07-29", "2025-08-13", OPPRETTHOLDT, "dom8", TIDSUBESTEMT),
    ),
    foert("2026-08-13 12:00", "eva", rapport("2026-08-13", 1)),
)
_PROEVELOESLATT = sak(
    "bjoern_pettersen",
    foert(
        "2013-03-12 09:00",
        "silje",
        dom_og_rettskraft("2010-05-25", "2010-06-09", TIDSUBESTEMT, "VOLD-GROV"),
        i_behandling("2010-06-09", "HMN", "STO", "ingrid"),
        skjema("2010-06-28"),
        paatale("2013-01-01", "SA-TRON", "PD-TRONDELAG"),
        foelges_av("2013-03-12", "silje"),
    ),
    foert(
        "2013-05-30 12:00",
        "hans",
        ny_dom("2013-05-14", "2013-05-29", OPPRETTHOLDT, "dom2", TIDSUBESTEMT),
    ),
    foert(
        "2016-05-12 12:00",
        "hans",
        ny_dom("2016-04-26", "2016-05-11", OPPRETTHOLDT, "dom3", TIDSUBESTEMT),
    ),
    foert(
        "2017-03-16 12:00",
        "hans",
        ny_dom("2017-02-28", "2017-03-15", FENGSEL, "fengsel", TIDSUBESTEMT),
    ),
    foert("2017-05-11 12:00", "ingrid", rapport("2017-05-11", 1)),
    foert("2018-05-11 12:00", "ingrid", rapport("2018-05-11", 2)),
    foert("2019-01-31 12:00", "ingrid", rapport("2019-01-31", 3)),
    foert("2019-03-04 12:00", "hans", underskrevet("2019-03-04")),
    foert("2019-03-06 12:00", "hans", sendt_retten("2019-03-06")),
    foert("2019-05-03 12:00", "hans", hendelse("proeveloeslatelse", "2019-05-02")),
    foert("2019-09-17 12:00", "hans", hendelse("gjeninnsettelse", "2019-09-16")),
    foert("2019-12-03 12:00", "hans", hendelse("proeveloeslatelse", "2019-12-02")),
    foert("2020-02-14 12:00", "hans", opphoert("2020-02-14", "domstol")),
)
_ETTER_OPPHEVELSEN = sak(
    "svein_nilsen",
    foert(
        "2018-04-19 09:00",
        "silje",
        dom_og_rettskraft("2018-04-03", "2018-04-18", TIDSUBESTEMT, "VOLD-GROV"),
        paatale("2018-04-18", "SA-HSF", "PD-VEST"),
        i_behandling("2018-04-18", "HV", "HB", "knut", "RSA"),
        foelges_av("2018-04-19", "silje"),
    ),
    foert("2018-05-08 12:00", "knut", skjema("2018-05-08")),
    foert("2020-02-10 12:00", "knut", hendelse("begjaering_5_6", "2020-02-07")),
    foert(
        "2020-10-08 12:00",
        "liv",
        dom("2020-09-22", TIDSUBESTEMT, navn="fengsel"),
        paatalen_fikk("2020-09-22", "fengsel"),
        rettskraftig(
            "2020-10-07",
            FENGSEL,
            navn="fengsel",
            merknad="Dommen ble avsagt uken før bestemmelsen ble opphevet.",
        ),
    ),
    foert(
        "2021-02-02 12:00",
        "bjoern",
        hendelse(
            "tilbakefoering",
            "2021-02-01",
            institusjon="HB",
            sikkerhetsnivaa="RSA",
            oppholdsform="doegn",
        ),
        faglig("2021-02-01", "knut"),
        foelges_av("2021-02-02", "bjoern"),
    ),
    foert(
        "2021-03-18 12:00",
        "liv",
        ny_dom("2021-03-02", "2021-03-17", OPPRETTHOLDT, "dom2", TIDSUBESTEMT),
    ),
    foert(
        "2024-02-22 12:00",
        "liv",
        ny_dom("2024-02-06", "2024-02-21", OPPRETTHOLDT, "dom3", TIDSUBESTEMT),
    ),
    foert("2025-02-20 12:00", "knut", rapport("2025-02-20", 1)),
    foert("2026-02-23 12:00", "knut", rapport("2026-02-23", 2)),
)

FORTELLING = Fortelling(
    "fengsel_etter_gammel_lov",
    "Fengsel etter den gamle loven",
    "En dom fra 2005 med åtte avgjørelser: overført til fengsel etter § 5-6 og tilbake etter "
    "§ 5-8. En annen ble prøveløslatt. En tredje fikk en dom som ble rettskraftig først etter at "
    "bestemmelsene var opphevet, og det er merket.",
    (_SIDEN_2005, _PROEVELOESLATT, _ETTER_OPPHEVELSEN),
)
