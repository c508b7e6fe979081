"""«Mitt utvalg»: whether a page is shown with the viewer's kept filters, and the form that keeps.

A kept set never hides anything quietly: the page says that it is used, and leads to everything.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvern.apps.utvalg import public as utvalg
from samvern.apps.utvalg.public import Side
from samvern.engine.avslag import FinnesIkke
from samvern.engine.viewer import Viewer
from samvern.web.arbeidsliste.filtre import Filter, Lest, Listefilter, Registerfilter, read
from samvern.web.innlogging.krev import krever_innlogging, viewer_of

ACT = "handling"


@dataclass(frozen=True, slots=True)
class Mitt[F: Filter]:
    """The filters to show with, and how they stand to the kept ones."""

    filter: F
    lagret: F | None
    standard: bool
    brukt: bool
    """Whether the page opened with the kept filters by itself."""

    @property
    def samme(self) -> bool:
        """Whether what is shown is what is kept."""
        return self.lagret == self.filter


def state[F: Filter](viewer: Viewer, address: Lest[F]) -> Mitt[F]:
    """The kept filters when the address says nothing and the viewer wants them; else its own."""
    kind = type(address.filter)
    kept = utvalg.hent(viewer, kind.SIDE)
    if kept is None:
        return Mitt(address.filter, None, standard=False, brukt=False)
    stored = kind.of(kept.verdier)
    used = address.tom and kept.standard
    return Mitt(stored if used else address.filter, stored, kept.standard, used)


@krever_innlogging
@require_POST
def change_list(request: HttpRequest) -> HttpResponse:
    """Keep or forget the filters of the work list."""
    return _change(request, Listefilter, "arbeidsliste")


@krever_innlogging
@require_POST
def change_register(request: HttpRequest) -> HttpResponse:
    """Keep or forget the filters of the register."""
    return _change(request, Registerfilter, "register")


def _change(request: HttpRequest, kind: type[Filter], page: str) -> HttpResponse:
    viewer, sent = viewer_of(request), request.POST.copy()
    act = sent.pop(ACT, [""])
    sent.pop("csrfmiddlewaretoken", None)
    chosen = read(kind, sent).filter
    _carry_out(viewer, kind.SIDE, act[0] if len(act) == 1 else "", chosen)
    return HttpResponseRedirect(f"{reverse(page)}{chosen.query}")


def _carry_out(viewer: Viewer, side: Side, act: str, chosen: Filter) -> None:
    """Do what the button says; anything else is nothing. What is already gone is gone."""
    try:
        if act == "lagre":
            kept = utvalg.hent(viewer, side)
            utvalg.lagre(viewer, side, chosen.values, standard=bool(kept and kept.standard))
        elif act in {"standard", "ikke_standard"}:
            utvalg.sett_standard(viewer, side, standard=act == "standard")
        elif act == "slett":
            utvalg.slett(viewer, side)
    except FinnesIkke:
        return
