"""The work list, on screen and on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import Arbeidsliste
from samvern.apps.utvalg import public as utvalg
from samvern.engine import clock
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer
from samvern.web.arbeidsliste import lesefelt, mitt, valg
from samvern.web.arbeidsliste.filtre import Listefilter, as_id, read
from samvern.web.arbeidsliste.listebilde import HAS_OWN, Listebilde, picture
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.templatetags.samvern import active_maalform

WITH_NAMES = "navn"
ON_SCREEN, ON_PAPER = 100, 1000
"""Rows on a page. Most lists are shorter than either."""


@krever_innlogging
@require_safe
def work_list(request: HttpRequest) -> HttpResponse:
    """What waits for somebody, for the viewer, on this day."""
    viewer = viewer_of(request)
    with reading(viewer, "arbeidsliste.vist") as lest:
        address = read(Listefilter, request.GET)
        kept = mitt.state(viewer, address)
        shown = _picture(viewer, kept.filter, address.side, ON_SCREEN)
        context = {
            "bilde": shown,
            "mitt": kept,
            "ugyldig": address.ugyldig,
            "kan_opprette": viewer.rolle in HAS_OWN,
        }
        answer = render(request, "arbeidsliste/liste.html", context)
        lest.saw(lesefelt.of_tasks(_due(shown.liste)), saker={r.sak for r in _due(shown.liste)})
    return answer


@krever_innlogging
@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """The same list for paper. Case numbers only, unless names are asked for; logged as printed."""
    viewer = viewer_of(request)
    given = request.GET.copy()
    names = given.pop(WITH_NAMES, []) == [valg.YES]
    with reading(viewer, "arbeidsliste.skrevet_ut") as lest:
        address = read(Listefilter, given)
        shown = _picture(viewer, address.filter, address.side, ON_PAPER)
        rows = _due(shown.liste)
        may = any(row.navn for row in rows)
        context = {"bilde": shown, "med_navn": names and may, "kan_ha_navn": may, "viewer": viewer}
        answer = render(request, "arbeidsliste/utskrift.html", context)
        lest.saw(lesefelt.of_tasks(rows, names=names), saker={row.sak for row in rows})
    return answer


def _due(liste: Arbeidsliste) -> list[saker.Oppgaverad]:
    return [row for row in liste.rader if row.gruppe != "senere"]


def _picture(viewer: Viewer, chosen: Listefilter, side: int, size: int) -> Listebilde:
    now = clock.now().astimezone(clock.OSLO)
    liste = saker.arbeidsliste(
        viewer,
        til=utvalg.frem_til(chosen.ahead, now.date()),
        rhf=as_id(chosen.rhf),
        domstype=chosen.domstype,
        venter_paa=chosen.venter,
        mine=bool(chosen.mine),
        side=side,
        per_side=size,
    )
    organer = valg.bodies(now.date())
    meg = {viewer.bruker, *viewer.virksomheter}
    return picture(liste, chosen, viewer.rolle, organer, now, active_maalform(), size, meg)
