"""Which fields a list shows, as the audit log names them (trust table L1)."""

from collections.abc import Iterable

from samvern.apps.saker.public import Oppgaverad, Saksrad

_TASK = ("sak.saksnr", "sak.domstype", "oppgave.frist", "oppgave.grunn", "oppgave.venter_paa")
_CASE = {
    "status": "sak.status",
    "domstype": "sak.domstype",
    "flagg": "sak.flagg",
    "rhf": "sak.rhf",
    "institusjon": "sak.institusjon",
    "oppholdssted": "sak.oppholdssted",
    "enhet": "sak.enhet",
    "sikkerhetsnivaa": "sak.sikkerhetsnivaa",
    "oppholdsform": "sak.oppholdsform",
    "siden": "sak.oppholdt_siden",
    "embete": "sak.embete",
    "faglig_ansvarlig": "sak.faglig_ansvarlig",
    "saksbehandler": "sak.saksbehandler",
    "styrende_dom": "sak.styrende_dom",
    "neste_frist": "sak.neste_frist",
    "siste_hendelse": "sak.siste_hendelse",
}
NAME = "person.navn"


def of_tasks(rows: Iterable[Oppgaverad], *, names: bool = True) -> set[str]:
    """The fields that rows of the work list show. Nothing for no rows."""
    shown = list(rows)
    if not shown:
        return set()
    named = names and any(row.navn for row in shown)
    return {*_TASK, *([NAME] if named else [])}


def of_cases(rows: Iterable[Saksrad], *, names: bool = True) -> set[str]:
    """The fields that rows of the register show: those that have a value for some case."""
    shown = list(rows)
    if not shown:
        return set()
    filled = {code for name, code in _CASE.items() if any(getattr(row, name) for row in shown)}
    named = names and any(row.navn for row in shown)
    return {"sak.saksnr", *filled, *([NAME] if named else [])}
