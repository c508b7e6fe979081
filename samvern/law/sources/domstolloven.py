"""Domstolloven: how deadlines are counted and when something is done in time."""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

_149 = Text(
    "Endret ved lov 1. juni 1979 nr. 24; dagen endringen trådte i kraft, står ikke i"
    " endringsnoten.",
    "Endra ved lov 1. juni 1979 nr. 24; dagen endringa tok til å gjelde, står ikkje i"
    " endringsnoten.",
)
_146 = Text("avbrudd av frister ved avsendelse", "avbrot av fristar ved avsending")
_146_VERSIONS = (
    (None, None),
    (date(2005, 10, 28), "lov 25. april 2003 nr. 24"),
    (date(2016, 1, 1), "lov 4. september 2015 nr. 91"),
)

PROVISIONS: tuple[Kilde, ...] = (
    *unread(
        "dl/140",
        Text("rettsferier", "rettsferiar"),
        ((None, None),),
        til=date(2007, 12, 31),
    ),
    provision(
        "dl/140",
        Text(
            "I rettsferiene løper ikke frister for prosesshandlinger som må til for å avverge"
            " fraværsavgjørelser; andre frister berøres ikke.",
            "I rettsferiane går ikkje fristar for prosesshandlingar som må til for å avverje"
            " fråværsavgjerder; andre fristar blir ikkje påverka.",
        ),
        fra=date(2008, 1, 1),
        endret_ved="lov 17. juni 2005 nr. 90",
    ),
    *unread("dl/146", _146, _146_VERSIONS, til=date(2023, 12, 31)),
    provision(
        "dl/146",
        Text(
            "En frist er holdt når skriftet før fristens utløp er overgitt posttilbyder eller"
            " tjenestemann, eller sendt elektronisk til riktig adresse; kommer det ikke fram, må"
            " skrittet gjentas innen kort tid.",
            "Ein frist er halden når skrivet før fristen er ute, er overgitt posttilbydar eller"
            " tenestemann, eller sendt elektronisk til rett adresse; kjem det ikkje fram, må"
            " steget takast opp att innan kort tid.",
        ),
        fra=date(2024, 1, 1),
        endret_ved="lov 11. mai 2023 nr. 13",
    ),
    *unread("dl/146/2", _146, _146_VERSIONS, til=date(2023, 12, 31)),
    provision(
        "dl/146/2",
        Text(
            "En begjæring eller erklæring er i tide når den er overgitt til forsendelse, eller"
            " sendt elektronisk til riktig adresse, før fristen er ute.",
            "Eit krav eller ei fråsegn er i tide når det er overgitt til forsending, eller sendt"
            " elektronisk til rett adresse, før fristen er ute.",
        ),
        fra=date(2024, 1, 1),
        endret_ved="lov 11. mai 2023 nr. 13",
    ),
    provision(
        "dl/148/1",
        Text(
            "Ved frister i dager regnes ikke startdagen med, men den dagen handlingen tidligst kan"
            " eller senest må foretas, regnes med.",
            "Ved fristar i dagar blir ikkje startdagen rekna med, men den dagen handlinga tidlegast"
            " kan eller seinast må gjerast, blir rekna med.",
        ),
        fra=None,
    ),
    provision(
        "dl/148/2",
        Text(
            "Frister i uker, måneder eller år ender på den dagen som etter navn eller tall svarer"
            " til startdagen, eller på månedens siste dag når tallet mangler.",
            "Fristar i veker, månader eller år endar på den dagen som etter namn eller tal svarer"
            " til startdagen, eller på den siste dagen i månaden når talet manglar.",
        ),
        fra=None,
    ),
    provision(
        "dl/149/1",
        Text(
            "Ender en frist på lørdag, helligdag eller dag likestilt med helligdag, forlenges den"
            " til nærmeste virkedag etterpå.",
            "Endar ein frist på laurdag, heilagdag eller dag likestilt med heilagdag, blir han"
            " forlengd til næraste virkedag etterpå.",
        ),
        fra=None,
        endret_ved="lov 1. juni 1979 nr. 24",
        merknad=_149,
    ),
    provision(
        "dl/149/2",
        Text(
            "I frister fastsatt i timer regnes ikke helligdager og likestilte dager med.",
            "I fristar fastsette i timar blir ikkje heilagdagar og likestilte dagar rekna med.",
        ),
        fra=None,
        endret_ved="lov 1. juni 1979 nr. 24",
        merknad=_149,
    ),
)
"""Domstolloven §§ 140, 146, 148 and 149."""
