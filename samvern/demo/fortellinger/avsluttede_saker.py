"""How sentences end: by decision, by death, and by judgment."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSBESTEMT,
    TIDSUBESTEMT,
    alle_mottok,
    avgjort,
    dom_og_rettskraft,
    foelges_av,
    gjennomfoert,
    hendelse,
    i_behandling,
    klage,
    opphoert,
    paatale,
    rapport,
    skjema,
    vedtak,
)

_BESLUTTET = sak(
    "silje_dahl",
    foert(
        "2013-10-17 09:00",
        "silje",
        dom_og_rettskraft("2013-10-01", "2013-10-16", TIDSUBESTEMT, "ANNET-LHF"),
        paatale("2013-10-16", "SA-HEOP", "PD-INNLANDET"),
        i_behandling("2013-10-16", "HSO", "SI", "berit"),
        foelges_av("2013-10-17", "silje"),
    ),
    foert("2013-11-05 12:00", "berit", skjema("2013-11-05")),
    foert("2014-10-15 12:00", "berit", rapport("2014-10-15", 1)),
    foert("2015-05-11 12:00", "berit", vedtak("2015-05-11", "v1")),
    foert("2015-05-13 12:00", "berit", alle_mottok("2015-05-13", "v1")),
    foert("2015-06-08 12:00", "berit", gjennomfoert("2015-06-08", "v1", "SI")),
    foert("2015-10-15 12:00", "berit", rapport("2015-10-15", 2)),
    foert("2016-06-20 12:00", "kjell", opphoert("2016-06-20", "paatale")),
)
_DOED = sak(
    "kjell_berg",
    foert(
        "2020-01-16 09:00",
        "silje",
        dom_og_rettskraft("2019-12-31", "2020-01-15", TIDSUBESTEMT, "VOLD-DRAP"),
        paatale("2020-01-15", "SA-TRFI", "PD-TROMS"),
        i_behandling("2020-01-15", "HN", "UNN", "svein"),
        foelges_av("2020-01-16", "silje"),
    ),
    foert("2020-02-04 12:00", "svein", skjema("2020-02-04")),
    foert("2021-01-14 12:00", "svein", rapport("2021-01-14", 1)),
    foert(
        "2021-11-24 09:00",
        "silje",
        hendelse("opphoer", "2021-11-22", kilde="folkeregister", av="doed"),
    ),
)
_TIDSBESTEMT_2017 = sak(
    "anne_eriksen",
    foert(
        "2017-02-16 09:00",
        "silje",
        dom_og_rettskraft("2017-01-31", "2017-02-15", TIDSBESTEMT, "SAMF-ANNET"),
        paatale("2017-02-15", "SA-TRON", "PD-TRONDELAG"),
        i_behandling("2017-02-15", "HMN", "STO", "ingrid"),
        foelges_av("2017-02-16", "silje"),
    ),
    foert("2017-03-07 12:00", "ingrid", skjema("2017-03-07")),
    foert("2018-02-15 12:00", "ingrid", rapport("2018-02-15", 1)),
    foert("2018-09-03 12:00", "ingrid", vedtak("2018-09-03", "v1")),
    foert("2018-09-06 12:00", "ingrid", alle_mottok("2018-09-05", "v1")),
    foert("2018-09-24 12:00", "ingrid", klage("2018-09-24", "v1", "paaroerende")),
    foert("2018-10-15 12:00", "hans", opphoert("2018-10-15", "domstol")),
    foert("2018-10-22 12:00", "silje", avgjort("2018-10-18", "v1", "ikke_medhold")),
)

FORTELLING = Fortelling(
    "avsluttede_saker",
    "Slik tar en sak slutt",
    "Påtalemyndigheten besluttet opphør etter snart tre år, en domfelt døde, og en reaksjon fra "
    "2017 opphørte ved dom mens en klage ennå ikke var avgjort.",
    (_BESLUTTET, _TIDSBESTEMT_2017, _DOED),
)
