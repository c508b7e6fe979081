"""The list of users and one user's page. Every look is logged."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from samvern.apps.brukere import public as brukere
from samvern.apps.saker import public as saker
from samvern.engine.lesing import reading
from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.web.innlogging.krev import krever_innlogging, viewer_of

SORTING: tuple[tuple[str, Promise], ...] = (
    ("navn", gettext_lazy("Navn")),
    ("brukernavn", gettext_lazy("Brukernavn")),
    ("sist_inne", gettext_lazy("Sist innlogget")),
)
STATUSES: tuple[tuple[str, Promise], ...] = (
    ("aktiv", gettext_lazy("Kan logge inn")),
    ("stengt", gettext_lazy("Stengt")),
)
DONE: dict[str, Promise] = {
    "rolle": gettext_lazy("Rollen er gitt. Den gjelder fra første dag."),
    "avsluttet": gettext_lazy("Siste dag er lagret."),
    "steng": gettext_lazy("Brukeren er stengt, og øktene er avsluttet."),
    "aapne": gettext_lazy("Brukeren kan logge inn igjen."),
    "stengt_sak": gettext_lazy("Saken er stengt for brukeren."),
    "aapnet_sak": gettext_lazy("Saken er ikke lenger stengt for brukeren."),
    "kode": gettext_lazy("Kodeappen er nullstilt. Brukeren setter opp en ny ved neste innlogging."),
}


def chosen(request: HttpRequest) -> brukere.Utvalg:
    """What the address asks for; anything outside the lists counts as not chosen."""
    get = request.GET.get
    page = get("side", "1")
    return brukere.Utvalg(
        soek=get("q", "").strip()[:100],
        rolle=one_of(get("rolle", ""), tuple(str(rolle) for rolle in Rolle)),
        status=one_of(get("status", ""), tuple(code for code, _ in STATUSES)),
        sorter=one_of(get("sorter", ""), tuple(code for code, _ in SORTING)) or "navn",
        side=int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
    )


def one_of(value: str, allowed: tuple[str, ...]) -> str:
    """The value when it is allowed, else empty."""
    return value if value in allowed else ""


@require_safe
@krever_innlogging
def liste(request: HttpRequest) -> HttpResponse:
    """Users with the roles they hold today: search, filter, sort, pages."""
    viewer, utvalg = viewer_of(request), chosen(request)
    with reading(viewer, "bruker.liste_vist") as seen:
        found = brukere.page(viewer, utvalg)
        seen.saw(["bruker.navn", "bruker.brukernavn", "bruker.aktiv", "bruker.sist_inne",
                  "rolle.rolle", "rolle.virksomhet"])  # fmt: skip
        query = {"q": utvalg.soek, "rolle": utvalg.rolle, "status": utvalg.status,
                 "sorter": utvalg.sorter}  # fmt: skip
        context = {
            "liste": found,
            "valgt": utvalg,
            "aktivt": bool(utvalg.soek or utvalg.rolle or utvalg.status),
            "roller": [(str(rolle), navn) for rolle, navn in ROLLENAVN.items()],
            "statuser": STATUSES,
            "sorteringer": SORTING,
            "soekeord": urlencode({name: value for name, value in query.items() if value}),
            "forrige": found.side - 1,
            "neste_side": found.side + 1 if found.side < found.sider else 0,
            "kan_endre": viewer.rolle is Rolle.SYSTEMDRIFT,
        }
        return render(request, "brukersider/liste.html", context)


@require_safe
@krever_innlogging
def detaljer(request: HttpRequest, bruker: UUID) -> HttpResponse:
    """One user: what is known, the roles, and how they came to be."""
    viewer = viewer_of(request)
    with reading(viewer, "bruker.vist", objekt=("bruker", bruker)) as seen:
        found = brukere.details(viewer, bruker)
        seen.saw(["bruker.navn", "bruker.brukernavn", "bruker.hpr", "bruker.profesjon",
                  "bruker.aktiv", "bruker.sist_inne", "rolle.historikk"])  # fmt: skip
        context = {
            "d": found,
            "b": found.bruker,
            "profesjon": brukere.PROFESJONSNAVN[found.profesjon],
            "kan_stenge": viewer.rolle in saker.sperre.STENGER and bruker != viewer.bruker,
            "gjort": DONE.get(request.GET.get("gjort", "")),
        }
        return render(request, "brukersider/bruker.html", context)
