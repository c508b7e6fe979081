"""Dates for the oracle: the holidays library, relativedelta and zoneinfo (frister.md part 2)."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays
from dateutil.relativedelta import relativedelta

OSLO = ZoneInfo("Europe/Oslo")
EN_DAG = timedelta(days=1)


@cache
def helligdager(aar: int) -> frozenset[date]:
    """Public holidays of one year, as the library has them (Sundays are not among them)."""
    return frozenset(holidays.country_holidays("NO", years=aar))


@cache
def er_fridag(dag: date) -> bool:
    """Saturday, Sunday or public holiday ("Fridager" in frister.md part 2)."""
    return dag.isoweekday() > 5 or dag in helligdager(dag.year)


@cache
def virkedag_fra(dag: date) -> date:
    """First working day on or after the day (R3, R8)."""
    while er_fridag(dag):
        dag += EN_DAG
    return dag


@cache
def virkedag_til(dag: date) -> date:
    """Last working day on or before the day (R5, R7)."""
    while er_fridag(dag):
        dag -= EN_DAG
    return dag


@cache
def _periode(dager: int, uker: int, maaneder: int, aar: int) -> relativedelta | timedelta:
    if maaneder == aar == 0:
        return timedelta(days=dager, weeks=uker)
    return relativedelta(days=dager, weeks=uker, months=maaneder, years=aar)


@cache
def om(dag: date, dager: int = 0, uker: int = 0, maaneder: int = 0, aar: int = 0) -> date:
    """The day plus one period (R1, R2); relativedelta falls back to the month's last day."""
    return dag + _periode(dager, uker, maaneder, aar)


def tidspunkt(dag: date, klokkeslett: str) -> datetime:
    """A Norwegian date and wall clock as an instant in UTC.

    The hour that occurs twice in October is read as its first occurrence.
    """
    time, minutt = (int(tall) for tall in klokkeslett.split(":")[:2])
    lokal = datetime(dag.year, dag.month, dag.day, time, minutt, tzinfo=OSLO)
    return lokal.astimezone(UTC)


def doegn_etter(dag: date, klokkeslett: str) -> datetime:
    """24 real hours after a Norwegian wall clock, given in Norwegian time (F-62, R11)."""
    return (tidspunkt(dag, klokkeslett) + timedelta(hours=24)).astimezone(OSLO)
