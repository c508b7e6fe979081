"""The register: every case the viewer may see, narrowed and sorted by the address."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import Registerside, soekbare_felt
from samvern.apps.utvalg import public as utvalg
from samvern.engine import clock
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer
from samvern.web.arbeidsliste import lesefelt, mitt, valg
from samvern.web.arbeidsliste.filtre import Registerfilter, as_id, read
from samvern.web.arbeidsliste.listebilde import HAS_OWN
from samvern.web.arbeidsliste.registerbilde import picture, usable
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.templatetags.samvern import active_maalform


@krever_innlogging
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """One page of the register."""
    viewer, today = viewer_of(request), clock.today()
    with reading(viewer, "register.vist") as lest:
        address = read(Registerfilter, request.GET)
        kept = mitt.state(viewer, address)
        fields = searchable(viewer)
        chosen = usable(kept.filter, fields)
        side = one_page(viewer, chosen, today, address.side, chosen.size)
        organer = valg.bodies(today)
        form = active_maalform()
        shown = picture(side, chosen, viewer.rolle, fields, organer, today, form)
        context = {
            "bilde": shown,
            "mitt": kept,
            "ugyldig": address.ugyldig or chosen != kept.filter,
            "kan_opprette": viewer.rolle in HAS_OWN,
        }
        answer = render(request, "arbeidsliste/register.html", context)
        lest.saw(lesefelt.of_cases(side.rader), saker={row.id for row in side.rader})
    return answer


def searchable(viewer: Viewer) -> frozenset[str]:
    """The fields the viewer's role may filter and sort by."""
    return soekbare_felt(saker.rolleblikk(viewer.rolle))


def one_page(
    viewer: Viewer, chosen: Registerfilter, today: date, number: int, size: int
) -> Registerside:
    """One page of the cases; a number after the last page gives the last."""
    return saker.register(viewer, selection(chosen, today), side=number, per_side=size)


def selection(chosen: Registerfilter, today: date) -> saker.Utvalg:
    """The filters as the register takes them."""
    return saker.Utvalg(
        domstype=chosen.domstype,
        status=chosen.status,
        institusjon=as_id(chosen.institusjon),
        rhf=as_id(chosen.rhf),
        frist_innen=utvalg.frem_til(chosen.frist, today) if chosen.frist else None,
        avsluttet=bool(chosen.avsluttet),
        mine=bool(chosen.mine),
        sorter=chosen.order,
    )
