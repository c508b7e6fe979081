"""The calculation choices R1–R12: where Samvern has chosen, and on what ground.

They are not legal sources. A step cites them beside its provisions, so a user always sees what
is statute and what is choice (`frister.md` part 2).
"""

from typing import NamedTuple

from samvern.law.rule import Sikkerhet
from samvern.law.text import Text


class Regnevalg(NamedTuple):
    """One calculation rule: its words, certainty and the sources it leans on."""

    id: str
    navn: Text
    tekst: Text
    sikkerhet: Sikkerhet
    kilder: tuple[str, ...] = ()


_R = Regnevalg

REGNEVALG: dict[str, Regnevalg] = {
    valg.id: valg
    for valg in (
        _R(
            "R1",
            Text("Dager", "Dagar"),
            Text("Startdagen regnes ikke med.", "Startdagen blir ikkje rekna med."),
            Sikkerhet.SIKKER,
            ("dl/148/1",),
        ),
        _R(
            "R2",
            Text("Uker, måneder og år", "Veker, månader og år"),
            Text(
                "Samme ukedag, eller samme tall i måneden. Finnes ikke tallet, brukes månedens "
                "siste dag.",
                "Same vekedag, eller same tal i månaden. Finst ikkje talet, blir siste dag i "
                "månaden brukt.",
            ),
            Sikkerhet.SIKKER,
            ("dl/148/2", "strl/13"),
        ),
        _R(
            "R3",
            Text("Utvidelse", "Utviding"),
            Text(
                "En frist for å gjøre noe som ender på en fridag, flyttes til første virkedag.",
                "Ein frist for å gjere noko som endar på ein fridag, blir flytt til første "
                "virkedag.",
            ),
            Sikkerhet.SIKKER,
            ("dl/149/1",),
        ),
        _R(
            "R4",
            Text("En rett åpner", "Ein rett opnar"),
            Text(
                "En rett åpner på datoen selv, også på en fridag. Slik utsettes ikke adgangen.",
                "Ein rett opnar på sjølve datoen, også på ein fridag. Slik blir ikkje høvet "
                "utsett.",
            ),
            Sikkerhet.TOLKNING,
        ),
        _R(
            "R5",
            Text("Absolutte grenser for tvang", "Absolutte grenser for tvang"),
            Text(
                "Grensen flyttes aldri fremover. Siste virkedag før vises, så noen er på arbeid.",
                "Grensa blir aldri flytt framover. Siste virkedag før blir vist, så nokon er på "
                "arbeid.",
            ),
            Sikkerhet.FORSIKTIG_VALG,
            ("dl/149/1",),
        ),
        _R(
            "R6",
            Text("Treårsfristen vises uten utvidelse", "Treårsfristen blir vist utan utviding"),
            Text(
                "Loven gir utvidelse, men Samvern viser og varsler på datoen uten den.",
                "Lova gir utviding, men Samvern viser og varslar på datoen utan den.",
            ),
            Sikkerhet.FORSIKTIG_VALG,
            ("strl/13", "dl/149/1"),
        ),
        _R(
            "R7",
            Text("Bakover i tid", "Bakover i tid"),
            Text(
                "Treffer en frist regnet bakover en fridag, flyttes den til virkedagen før.",
                "Treffer ein frist rekna bakover ein fridag, blir han flytt til virkedagen før.",
            ),
            Sikkerhet.FORSIKTIG_VALG,
        ),
        _R(
            "R8",
            Text("Retningslinjefrister", "Retningslinjefristar"),
            Text(
                "Frister i retningslinjen flyttes til neste virkedag. Statusrapport år 3 flyttes "
                "ikke, fordi den trengs før treårsfristen.",
                "Fristar i retningslinja blir flytte til neste virkedag. Statusrapport år 3 blir "
                "ikkje flytt, fordi han trengst før treårsfristen.",
            ),
            Sikkerhet.FORSIKTIG_VALG,
        ),
        _R(
            "R9",
            Text("Minstetid", "Minstetid"),
            Text(
                "Helg verken forlenger eller forkorter en minstetid.",
                "Helg korkje forlengjer eller forkortar ei minstetid.",
            ),
            Sikkerhet.TOLKNING,
        ),
        _R(
            "R10",
            Text("Rettsferie", "Rettsferie"),
            Text(
                "Rettsferien forlenger ingen av disse fristene.",
                "Rettsferien forlengjer ingen av desse fristane.",
            ),
            Sikkerhet.TOLKNING,
            ("dl/140",),
        ),
        _R(
            "R11",
            Text("Norsk kalender og klokke", "Norsk kalender og klokke"),
            Text(
                "Alle datoer er norske kalenderdatoer, og klokkeslett er norsk tid. Bare "
                "24-timersfristen tar hensyn til sommertid.",
                "Alle datoar er norske kalenderdatoar, og klokkeslett er norsk tid. Berre "
                "24-timarsfristen tek omsyn til sommartid.",
            ),
            Sikkerhet.FORSIKTIG_VALG,
        ),
        _R(
            "R12",
            Text("Sendt i tide", "Sendt i tide"),
            Text(
                "En klage eller begjæring er i tide når den er sendt innen siste dag.",
                "Ei klage eller eit krav er i tide når det er sendt innan siste dag.",
            ),
            Sikkerhet.SIKKER,
            ("dl/146/2", "fvl/30"),
        ),
    )
}
