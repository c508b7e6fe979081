"""The pages of one case. Every view of them is logged, with what was shown, before it is sent.

Hidden and missing cases are answered alike (404): `FinnesIkke` leaves the view and becomes the page
of the frame. Source: trust table A1, A3, L1.
"""

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.apps.saker import public
from samvern.apps.saker.public import Saksbilde
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer
from samvern.web.fristberegner import kalenderfil
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.sak import valg
from samvern.web.sak.frister import compute_for
from samvern.web.sak.side import context, readers
from samvern.web.sak.valg import Valg
from samvern.web.templatetags.samvern import active_maalform

PER_SIDE = 50
"""Readings on one page of the log."""


def _picture(viewer: Viewer, sak: UUID, chosen: Valg) -> tuple[Saksbilde, Valg]:
    """The case as chosen; today's, with a fault beside the field, when it was not there that day.

    Raises FinnesIkke for a case the viewer does not see at all.
    """
    if chosen.dag is None and chosen.som_kjent is None:
        return public.saksbilde(viewer, sak), chosen
    try:
        found = public.saksbilde(viewer, sak, som_kjent=chosen.som_kjent, paa=chosen.dag)
    except FinnesIkke:
        return public.saksbilde(viewer, sak), chosen.without_case()
    return found, chosen


def _show(request: HttpRequest, sak: UUID, *, paper: bool) -> HttpResponse:
    viewer, chosen = viewer_of(request), valg.read(request.GET, clock.today())
    action = "sak.skrevet_ut" if paper else "sak.vist"
    if paper:
        chosen = replace(chosen, visning="hele")
    with reading(viewer, action, objekt=("sak", sak)) as lest:
        bilde, chosen = _picture(viewer, sak, chosen)
        given = context(bilde, chosen, viewer, skrevet=clock.now() if paper else None)
        answer = render(request, "sak/side.html", given)
        lest.saw(public.felt_vist(bilde), saker=[sak])
    return answer


@krever_innlogging
@require_safe
def case_page(request: HttpRequest, sak: UUID) -> HttpResponse:
    """The case: today, or as it was on a day, or as it was known on a day."""
    return _show(request, sak, paper=False)


@krever_innlogging
@require_safe
def case_on_paper(request: HttpRequest, sak: UUID) -> HttpResponse:
    """The case laid out for paper; fetching it is logged as a print."""
    return _show(request, sak, paper=True)


@krever_innlogging
@require_safe
def readings(request: HttpRequest, sak: UUID) -> HttpResponse:
    """Everybody who has read or changed the case, as far as the viewer may know; latest first."""
    viewer, before = viewer_of(request), valg.number(request.GET.get("foer", ""))
    with reading(viewer, "sak.lesninger_vist", objekt=("sak", sak)) as lest:
        # One more than is shown tells whether there are older ones.
        rows = public.lesere_av(viewer, sak, PER_SIDE + 1, before)
        shown = readers(rows[:PER_SIDE])
        given = {
            "sak": sak,
            "saksnr": public.saksnummer(viewer, sak),
            "lesere": shown,
            "foerste": before is None,
            "eldre": shown[-1].nr if len(rows) > PER_SIDE else None,
        }
        answer = render(request, "sak/lesninger.html", given)
        lest.saw(["lesere"], saker=[sak])
    return answer


@krever_innlogging
@require_safe
def calendar_file(request: HttpRequest, sak: UUID) -> HttpResponse:
    """The dates as iCalendar: rules and days, and the case number; nobody's name."""
    viewer = viewer_of(request)
    with reading(viewer, "sak.kalender", objekt=("sak", sak)) as lest:
        bilde = public.saksbilde(viewer, sak)
        number, rows = bilde.rad.saksnr, compute_for(bilde).rader
        content = kalenderfil.calendar_of(rows, active_maalform(), number)
        lest.saw(["frister"], saker=[sak])
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="samvern-{number}.ics"'
    return answer
