"""The register as a file, for those who are just confirmed: what is in it, why, and the log.

The same row filter as the page. Names only when they are asked for with a reason, and then only
those the viewer may see. The name of the file says nothing about anybody.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import STATUSNAVN, Saksrad
from samvern.engine import clock
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer
from samvern.law.text import Maalform, Text
from samvern.web.arbeidsliste import lesefelt, regneark, valg
from samvern.web.arbeidsliste.filtre import Registerfilter, read
from samvern.web.arbeidsliste.rader import name
from samvern.web.arbeidsliste.registerbilde import chips, usable
from samvern.web.arbeidsliste.registerside import one_page, searchable, selection
from samvern.web.innlogging.krev import viewer_of
from samvern.web.innlogging.steg_opp import krever_bekreftelse
from samvern.web.templatetags.samvern import active_maalform

MOST: Final = 20_000
"""Cases in one file. Far more than the register will hold; a bound all the same."""
FORMATS: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
UNPROCESSABLE: Final = 422
HIDDEN: Final = Text("vises ikke", "blir ikkje vist")
TITLE: Final = Text("Register", "Register")

GRUNNER: Final[Mapping[str, Text]] = {
    "planlegging": Text(
        "Planlegge tilbudet til de dømte (§\u00a05-2\u00a0b)",
        "Planleggje tilbodet til dei dømde (§\u00a05-2\u00a0b)",
    ),
    "samfunnsvern": Text(
        "Lovpålagte plikter og samfunnsvern (§\u00a05-2\u00a0b)",
        "Lovpålagde plikter og samfunnsvern (§\u00a05-2\u00a0b)",
    ),
    "samhandling": Text(
        "Samhandling mellom helse og justis (§\u00a05-2\u00a0b)",
        "Samhandling mellom helse og justis (§\u00a05-2\u00a0b)",
    ),
}
"""The three purposes of the register (phvl § 5-2 b, LF-K9). The codes are logged."""


class Kolonne(NamedTuple):
    """One column of the file. `felt` is the field of the row, as `Saksrad.skjult` names it."""

    felt: str
    navn: Text
    verdi: Callable[[Saksrad, Maalform], regneark.Verdi]


NAVN: Final = Kolonne("navn", Text("Navn", "Namn"), lambda r, _: r.navn)
KOLONNER: Final = (
    Kolonne("saksnr", Text("Saksnummer", "Saksnummer"), lambda r, _: r.saksnr),
    Kolonne("domstype", valg.TYPE_DOM, lambda r, m: _word(valg.DOMSTYPER, r.domstype, m)),
    Kolonne("status", valg.STATUS, lambda r, m: STATUSNAVN[r.status].lang(m)),
    Kolonne("rhf", valg.REGION, lambda r, m: name(r.rhf, m)),
    Kolonne(
        "institusjon",
        Text("Ansvarlig institusjon", "Ansvarleg institusjon"),
        lambda r, m: name(r.institusjon, m),
    ),
    Kolonne(
        "oppholdssted",
        Text("Oppholdssted", "Opphaldsstad"),
        lambda r, m: name(r.oppholdssted, m),
    ),
    Kolonne("enhet", Text("Enhet", "Eining"), lambda r, m: name(r.enhet, m)),
    Kolonne(
        "sikkerhetsnivaa",
        Text("Sikkerhetsnivå", "Tryggleiksnivå"),
        lambda r, m: r.sikkerhetsnivaa.lang(m) if r.sikkerhetsnivaa else "",
    ),
    Kolonne("siden", Text("Siden", "Sidan"), lambda r, _: r.siden),
    Kolonne(
        "embete",
        Text("Statsadvokatembete", "Statsadvokatembete"),
        lambda r, m: name(r.embete, m),
    ),
    Kolonne(
        "faglig_ansvarlig",
        Text("Faglig ansvarlig", "Fagleg ansvarleg"),
        lambda r, m: name(r.faglig_ansvarlig, m),
    ),
    Kolonne(
        "saksbehandler",
        Text("Saksbehandler", "Saksbehandlar"),
        lambda r, m: name(r.saksbehandler, m),
    ),
    Kolonne("styrende_dom", Text("Styrende dom", "Styrande dom"), lambda r, _: r.styrende_dom),
    Kolonne("neste_frist", Text("Neste frist", "Neste frist"), lambda r, _: r.neste_frist),
    Kolonne(
        "siste_hendelse", Text("Siste hendelse", "Siste hending"), lambda r, _: r.siste_hendelse
    ),
)


def _word(words: Mapping[str, Text], code: str, maalform: Maalform) -> str:
    return words[code].lang(maalform) if code in words else ""


@krever_bekreftelse
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest) -> HttpResponse:
    """GET asks what the file shall hold; POST makes it."""
    viewer, today = viewer_of(request), clock.today()
    chosen = usable(read(Registerfilter, request.GET).filter, searchable(viewer))
    if request.method != "POST":
        return _form(request, viewer, chosen, today)
    kind = request.POST.get("format", "")
    names = request.POST.get("navn", "") == valg.YES
    reason = request.POST.get("grunn", "")
    faults = _faults(kind, reason)
    if faults:
        return _form(request, viewer, chosen, today, faults)
    with reading(viewer, "register.eksportert", grunn=reason) as lest:
        cases = saker.alle(viewer, selection(chosen, today), MOST)
        content = _file(kind, cases, names=names)
        lest.saw(lesefelt.of_cases(cases, names=names), saker={case.id for case in cases})
    answer = HttpResponse(content, content_type=FORMATS[kind])
    answer["Content-Disposition"] = f'attachment; filename="samvern-register-{today}.{kind}"'
    return answer


def _file(kind: str, cases: tuple[Saksrad, ...], *, names: bool) -> bytes:
    form = active_maalform()
    columns = (KOLONNER[0], NAVN, *KOLONNER[1:]) if names else KOLONNER
    heading = [column.navn.lang(form) for column in columns]
    rows = [[_cell(column, case, form) for column in columns] for case in cases]
    if kind == "csv":
        return regneark.to_csv(heading, rows)
    return regneark.to_xlsx(TITLE.lang(form), heading, rows)


def _cell(column: Kolonne, case: Saksrad, maalform: Maalform) -> regneark.Verdi:
    """The value, or that the viewer may not see it: an empty cell would say there is none."""
    if column.felt in case.skjult:
        return HIDDEN.lang(maalform)
    return column.verdi(case, maalform)


def _faults(kind: str, reason: str) -> frozenset[str]:
    """The fields that are not answered."""
    wrong = {"format": kind not in FORMATS, "grunn": reason not in GRUNNER}
    return frozenset(name for name, is_wrong in wrong.items() if is_wrong)


def _form(
    request: HttpRequest,
    viewer: Viewer,
    chosen: Registerfilter,
    today: date,
    faults: frozenset[str] = frozenset(),
) -> HttpResponse:
    """The page that asks. It shows how many, and nobody; the count is logged as read."""
    form = active_maalform()
    with reading(viewer, "register.eksport_forberedt") as lest:
        side = one_page(viewer, chosen, today, 1, int(valg.SIZES[0]))
        context = {
            "antall": side.antall,
            "filter": chosen,
            "brikker": chips(chosen, valg.bodies(today), today, form),
            "grunner": [(code, text.lang(form)) for code, text in GRUNNER.items()],
            "valgt": request.POST.get("grunn", ""),
            "format": request.POST.get("format", ""),
            "med_navn": request.POST.get("navn", "") == valg.YES,
            "feil": faults,
        }
        answer = render(request, "arbeidsliste/eksport.html", context)
        lest.saw({"register.antall"})
    answer.status_code = UNPROCESSABLE if faults else answer.status_code
    return answer
