"""Cases that are shut for a user: the list, shutting one more, and opening one again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from samvern.apps.brukere import public as brukere
from samvern.apps.saker import public as saker
from samvern.apps.utvalg import public as utvalg
from samvern.engine import clock
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.arbeidsliste.finnsak import case_number
from samvern.web.brukersider.endring import Faults, to_user, typed_date, words
from samvern.web.innlogging.krev import viewer_of
from samvern.web.innlogging.steg_opp import krever_bekreftelse

OPEN = "aapne"
NOT_THERE = Feil(
    "saksnr", "", Text("Vi finner ingen sak med dette nummeret.",
                       "Vi finn inga sak med dette nummeret.")
)  # fmt: skip
TOO_MANY = Feil(
    "saksnr", "", Text("For mange forsøk. Vent et minutt.", "For mange forsøk. Vent eit minutt.")
)
CHOOSE = Text("Velg en grunn.", "Vel ein grunn.")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@krever_bekreftelse
@sensitive_variables()
def shut_cases(request: HttpRequest, bruker: UUID) -> HttpResponse:
    """The cases that are or were shut for a user, and the form for one more."""
    viewer = viewer_of(request)
    saker.sperre.require(viewer, bruker)
    faults: Faults = {}
    if request.method == "POST" and request.POST.get("handling") == OPEN:
        return _open(request, viewer, bruker)
    if request.method == "POST":
        found = _shut(request, viewer, bruker)
        if not found:
            return to_user(bruker, "stengt_sak")
        faults = words(request, found)
    return _show(request, viewer, bruker, faults)


def _open(request: HttpRequest, viewer: Viewer, bruker: UUID) -> HttpResponse:
    try:
        key = UUID(request.POST.get("sperre", ""))
    except ValueError:
        raise FinnesIkke from None
    saker.aapne_stengt_sak.utfoer(viewer, bruker, key)
    return to_user(bruker, "aapnet_sak")


@sensitive_variables()
def _shut(request: HttpRequest, viewer: Viewer, bruker: UUID) -> list[Feil]:
    """What is wrong with what was typed; nothing when the case is shut."""
    faults: list[Feil] = []
    fra = typed_date(request, "fra", faults, needed=True)
    til = typed_date(request, "til", faults, needed=False)
    typed = request.POST.get("saksnr", "").strip()[:20]
    data = {
        "saksnr": case_number(typed) or typed,
        "grunn": request.POST.get("grunn", "")[:30],
        "fra": fra.isoformat() if fra else "",
        "til": til.isoformat() if til else "",
    }
    if faults:
        return faults
    if not utvalg.slipper_gjennom(viewer, saker.steng_sak.HANDLING, None):
        return [TOO_MANY]
    try:
        saker.steng_sak.utfoer(viewer, bruker, {n: v for n, v in data.items() if v})
    except FinnesIkke:
        return [NOT_THERE]
    except Ugyldig as refused:
        return [one._replace(melding=CHOOSE) if one.sti == "grunn" else one for one in refused.feil]
    except IkkeNaa as refused:
        return [one._replace(sti="saksnr") for one in refused.feil]
    return []


def _show(request: HttpRequest, viewer: Viewer, bruker: UUID, faults: Faults) -> HttpResponse:
    post, today = request.POST, clock.today()
    with reading(viewer, "bruker.sperrer_vist", objekt=("bruker", bruker)) as seen:
        rows = saker.sperre.for_bruker(viewer, bruker)
        context = {
            "b": brukere.brief(viewer, bruker),
            "rader": [(row, saker.SPERREGRUNNER[row.grunn] if row.grunn else None) for row in rows],
            "grunner": [(str(code), name) for code, name in saker.SPERREGRUNNER.items()],
            "valgt": post.get("grunn", ""),
            "skrevet": {
                "saksnr": post.get("saksnr", ""),
                "fra": post.get("fra", f"{today.day}.{today.month}.{today.year}"),
                "til": post.get("til", ""),
            },
            "feil": faults,
        }
        answer = render(
            request, "brukersider/stengte_saker.html", context, status=422 if faults else 200
        )
        seen.saw(["bruker.navn", "sperre"])
    return answer
