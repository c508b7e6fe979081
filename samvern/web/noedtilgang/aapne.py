"""Open a case outside one's own, with a reason, for four hours.

Whoever may open is told the same of a case that has ended and one that is not there; whoever may
not open meets no page at all. What is typed is kept sealed (a draft) through the step-up, so that
nothing has to be typed twice. Source: part 4 rule 4, trust table A3, A7, A8, X15.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import Handling, noed
from samvern.apps.utkast import public as utkast
from samvern.apps.utvalg import public as utvalg
from samvern.engine import clock
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.lesing import reading, writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.arbeidsliste.finnsak import case_number
from samvern.web.innlogging import neste, steg_opp
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.innlogging.middleware import MISSING, log_denial
from samvern.web.noedtilgang.tid import igjen

SLAG: Final = "noedtilgang"
FELT: Final = ("saksnr", "grunn", "begrunnelse")
LONGEST: Final = 4000
"""Characters of one field that are read; the action says what is too long."""
NOT_THERE: Final = Feil(
    "saksnr",
    "",
    Text(
        "Vi finner ingen løpende sak med dette nummeret. Sjekk nummeret. Har du bare navn eller "
        "fødselsnummer, ring Nasjonal koordineringsenhet.",
        "Vi finn inga løpande sak med dette nummeret. Sjekk nummeret. Har du berre namn eller "
        "fødselsnummer, ring Nasjonal koordineringseining.",
    ),
)
TOO_MANY: Final = Feil(
    "saksnr",
    "",
    Text(
        f"Du har prøvd mer enn {utvalg.GRENSE} ganger på ett minutt. Vent et minutt.",
        f"Du har prøvd meir enn {utvalg.GRENSE} gonger på eitt minutt. Vent eit minutt.",
    ),
)
KEPT: Final = timedelta(hours=1)
"""How long what is typed waits for the person to come back; a reason is about now."""
CHOOSE: Final = Text("Velg en grunn.", "Vel ein grunn.")
NUMBER: Final = Text("Skriv saksnummeret, som S-2026-0311.", "Skriv saksnummeret, som S-2026-0311.")
WHY: Final = Text("Skriv hvorfor du må se saken nå.", "Skriv kvifor du må sjå saka no.")
_OK, _MISSING, _INVALID, _MANY = 200, 404, 422, 429


@dataclass(frozen=True, slots=True)
class Skjema:
    """The form with what was typed, and what is wrong with it by field."""

    verdier: dict[str, str] = field(default_factory=dict)
    feil: dict[str, Text] = field(default_factory=dict)
    nei: Text | None = None
    """A no that is about no field."""


@krever_innlogging
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def open_case(request: HttpRequest) -> HttpResponse:
    """The form, what is open now, and opening. NK goes to the reviews: it sees every case."""
    viewer = viewer_of(request)
    if noed.kan_kontrollere(viewer):
        return HttpResponseRedirect(reverse("noedtilganger"))
    if not noed.kan_aapne(viewer):
        # Says that the role has no cases, whatever was asked for.
        saker.may(viewer, Handling.NOEDTILGANG)
    typed = _typed(request)
    if request.method == "POST":
        _keep(viewer, typed)
    if steg_opp.ask(request) is not None:
        return neste.to("bekreft", reverse("noedtilgang"))
    if request.method == "POST" and request.POST.get("handling") == "aapne":
        return _open(request, viewer, typed)
    if request.method == "POST":
        # From the search: with the number, to a page that can be fetched again.
        return HttpResponseRedirect(reverse("noedtilgang"))
    return _show(request, viewer, Skjema(_kept(viewer)))


def _typed(request: HttpRequest) -> dict[str, str]:
    given = {name: request.POST.get(name, "")[:LONGEST].strip() for name in FELT}
    given["saksnr"] = case_number(given["saksnr"]) or given["saksnr"][:20]
    return given


def _keep(viewer: Viewer, typed: dict[str, str]) -> None:
    with writing(viewer):
        utkast.lagre(viewer, None, SLAG, {name: [value] for name, value in typed.items()})


def _kept(viewer: Viewer) -> dict[str, str]:
    with reading(viewer, "utkast.vist") as seen:
        found = utkast.hent(viewer, None, SLAG)
        seen.saw(["utkast.innhold"] if found else ())
    fresh = found is not None and found.oppdatert > clock.now() - KEPT
    values = found.verdier if found is not None and fresh else {}
    return {name: (values.get(name) or [""])[0] for name in FELT}


@sensitive_variables()
def _open(request: HttpRequest, viewer: Viewer, typed: dict[str, str]) -> HttpResponse:
    if not utvalg.slipper_gjennom(viewer, saker.aapne_noedtilgang.HANDLING, None):
        return _show(request, viewer, _with(typed, [TOO_MANY]), _MANY)
    data = {name: value for name, value in typed.items() if value}
    try:
        opened = saker.aapne_noedtilgang.utfoer(viewer, data)
    except FinnesIkke:
        log_denial(request, MISSING)
        return _show(request, viewer, _with(typed, [NOT_THERE]), _MISSING)
    except Ugyldig as refused:
        return _show(request, viewer, _with(typed, refused.feil), _INVALID)
    except IkkeNaa as refused:
        shown = Skjema(typed, nei=refused.feil[0].melding)
        return _show(request, viewer, shown, refused.http)
    with writing(viewer):
        utkast.forkast(viewer, None, SLAG)
    return HttpResponseRedirect(reverse("sak", args=[opened.sak]))


def _with(typed: dict[str, str], faults: Sequence[Feil]) -> Skjema:
    """The faults at their fields. What is missing is said in words of the field."""
    found: dict[str, Text] = {}
    for one in faults:
        found.setdefault(one.sti, one.melding)
    if "grunn" in found:
        found["grunn"] = CHOOSE
    if "saksnr" in found and not typed["saksnr"]:
        found["saksnr"] = NUMBER
    if "begrunnelse" in found and not typed["begrunnelse"]:
        found["begrunnelse"] = WHY
    return Skjema(typed, {name: found[name] for name in FELT if name in found})


def _show(request: HttpRequest, viewer: Viewer, skjema: Skjema, status: int = _OK) -> HttpResponse:
    now = clock.now()
    with reading(viewer, "noedtilgang.skjema_vist") as seen:
        opened = noed.aapne(viewer)
        context = {
            "skjema": skjema,
            "grunner": [(str(code), name) for code, name in saker.GRUNNAVN.items()],
            "minst": saker.KORTESTE_BEGRUNNELSE,
            "mest": saker.LENGSTE_BEGRUNNELSE,
            "timer": int(saker.VARIGHET.total_seconds()) // 3600,
            "frist": noed.review_by(clock.today()),
            "utloeper": now + saker.VARIGHET,
            "aapne": [(one, igjen(one.utloeper, now)) for one in opened],
        }
        answer = render(request, "noedtilgang/aapne.html", context, status=status)
        seen.saw(["noedtilgang"] if opened else (), saker=[one.sak for one in opened])
    return answer
