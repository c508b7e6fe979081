"""Which fields an answer shows, as the audit log names them: the same names as for the pages."""

from collections.abc import Iterable

from samvern.apps.saker.public import Endringsbilde, Oppgaverad, Saksbilde, Saksrad, felt_vist

_TASK = ("sak.saksnr", "sak.domstype", "oppgave.frist", "oppgave.grunn", "oppgave.venter_paa")
_CASE = (
    "status", "domstype", "flagg", "rhf", "institusjon", "oppholdssted", "enhet",
    "sikkerhetsnivaa", "oppholdsform", "embete", "faglig_ansvarlig", "saksbehandler",
    "styrende_dom", "neste_frist", "siste_hendelse",
)  # fmt: skip
_NAME = "person.navn"


def of_tasks(rows: Iterable[Oppgaverad]) -> set[str]:
    """The fields that rows of the work list show. Nothing for no rows."""
    shown = list(rows)
    if not shown:
        return set()
    return {*_TASK, *([_NAME] if any(row.navn for row in shown) else [])}


def of_cases(rows: Iterable[Saksrad]) -> set[str]:
    """The fields that rows of the register show: those that have a value for some case."""
    shown = list(rows)
    if not shown:
        return set()
    found = {"sak.saksnr"} | {
        f"sak.{name}" for name in _CASE if any(getattr(row, name) for row in shown)
    }
    if any(row.siden for row in shown):
        found.add("sak.oppholdt_siden")
    return found | ({_NAME} if any(row.navn for row in shown) else set())


def of_events(bilde: Saksbilde) -> set[str]:
    """The fields that a list of events shows."""
    return {one for one in felt_vist(bilde) if one.startswith(("innhold.", "hendelse."))}


def of_preview(bilde: Endringsbilde) -> set[str]:
    """The kinds of change that a preview shows."""
    return {"forhaandsvisning", *(f"endring.{one.slag}" for one in bilde.endringer)}
