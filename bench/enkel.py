"""The same dates by a plain loop with dateutil and holidays: no facts, status, trace or sources.

The measure beside ours: what anyone would write first. `bench` checks that the two agree.
"""

from datetime import date, timedelta
from typing import Any

import holidays
from dateutil.relativedelta import relativedelta

FRIDAGER = holidays.country_holidays("NO")
DAG = timedelta(days=1)
UKER_2, UKER_3 = relativedelta(weeks=2), relativedelta(weeks=3)
AAR = relativedelta(years=1)

# (event, rule, period, moved forward for days off)
FRA_HENDELSE = (
    ("dom_rettskraftig", "F-04", relativedelta(), False),
    ("dom_rettskraftig", "F-05", UKER_3, False),
    ("dom_rettskraftig", "F-06", UKER_3, True),
    ("dom_rettskraftig", "F-07", AAR, True),
    ("dom_rettskraftig", "F-07", 2 * AAR, True),
    ("dom_rettskraftig", "F-07", 3 * AAR, False),
    ("dom_rettskraftig", "F-10", AAR, False),
    ("dom_rettskraftig", "F-12", 3 * AAR, False),
    ("dom_rettskraftig", "F-30", UKER_3, False),
    ("dom_avsagt", "F-01", UKER_2, True),
    ("dom_mottatt_paatale", "F-02", UKER_2, True),
    ("endringsavslag_endelig", "F-31", relativedelta(months=6), False),
    ("sak_brakt_inn", "F-71", UKER_2, False),
    ("overfoeringsvedtak", "K16-1", AAR, False),
    ("varslingsvedtak", "K16-1", AAR, False),
)


def virkedag(day: date) -> date:
    while day.weekday() > 4 or day in FRIDAGER:
        day += DAG
    return day


def datoer(sak: dict[str, Any]) -> list[tuple[str, str]]:
    """Every (rule, date) of the case, sorted."""
    found: list[tuple[str, date]] = []
    klagefrister = []
    for event in sak["hendelser"]:
        day = date.fromisoformat(event["dato"])
        for kind, rule, period, moved in FRA_HENDELSE:
            if event["type"] == kind:
                end = day + period
                found.append((rule, virkedag(end) if moved else end))
        if event["type"] == "vedtak_mottatt":
            end = virkedag(day + UKER_3)
            found.append(("F-20" if event["ref"] == "V1" else "F-42", end))
            if event["ref"] == "V1":
                klagefrister.append(end)
    ankefrister = [day for rule, day in found if rule in ("F-01", "F-02")]
    found.append(("F-03", max(ankefrister) + DAG))
    found.append(("F-21", max(klagefrister) + DAG))
    return sorted((rule, day.isoformat()) for rule, day in found)
