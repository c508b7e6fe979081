"""Forms that change users: register, give and end a role, and the acts with one button.

All of them ask for password or code first (step-up), and go through the actions of the app.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from samvern.apps.brukere import public as brukere
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine import clock
from samvern.engine.avslag import Feil, FinnesIkke, Ugyldig
from samvern.engine.lesing import reading
from samvern.engine.roller import ROLLENAVN
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web import preferences
from samvern.web.datolesing import DateFault, read_date
from samvern.web.innlogging.krev import viewer_of
from samvern.web.innlogging.steg_opp import krever_bekreftelse

type Faults = dict[str, str]


@dataclass(frozen=True, slots=True)
class Handling:
    """An act with one button: what it is called, what it does, and the word on the button."""

    tittel: Promise
    tekst: Promise
    knapp: Promise
    farlig: bool = False


ACTS: dict[str, Handling] = {
    "steng": Handling(
        gettext_lazy("Steng brukeren"),
        gettext_lazy(
            "Brukeren kan ikke logge inn, og økter som er åpne, slutter ved neste klikk. "
            "Rollene og historikken blir stående."
        ),
        gettext_lazy("Steng"),
        farlig=True,
    ),
    "aapne": Handling(
        gettext_lazy("Åpne brukeren igjen"),
        gettext_lazy(
            "Brukeren kan logge inn igjen med det samme passordet og den samme kodeappen."
        ),
        gettext_lazy("Åpne"),
    ),
    "engangspassord": Handling(
        gettext_lazy("Nytt engangspassord"),
        gettext_lazy(
            "Det gamle passordet slutter å virke, og åpne økter slutter. Vær sikker på hvem du "
            "gir engangspassordet til. Det vises bare én gang."
        ),
        gettext_lazy("Lag engangspassord"),
    ),
    "kode": Handling(
        gettext_lazy("Nullstill kodeappen"),
        gettext_lazy(
            "Kodeappen og gjenopprettingskodene slutter å virke, og åpne økter slutter. Brukeren "
            "setter opp en ny ved neste innlogging. Vær sikker på hvem som spør."
        ),
        gettext_lazy("Nullstill"),
        farlig=True,
    ),
}


def words(request: HttpRequest, faults: list[Feil]) -> Faults:
    """The faults by field, in the reader's written form."""
    form = preferences.of(request).maalform
    found: Faults = {}
    for fault in faults:
        found.setdefault(fault.sti, fault.melding.lang(form))
    return found


def typed_date(
    request: HttpRequest, field: str, faults: list[Feil], *, needed: bool
) -> date | None:
    """The date in a field; a fault when it cannot be read, or is needed and missing."""
    typed = request.POST.get(field, "")[:40]
    if not typed.strip() and not needed:
        return None
    try:
        return read_date(typed)
    except DateFault as fault:
        faults.append(Feil(field, "UGYLDIG_VERDI", fault.text))
        return None


def to_user(bruker: UUID, done: str) -> HttpResponse:
    """Back to the user's page, with a word on what was done."""
    return HttpResponseRedirect(f"{reverse('bruker', args=[bruker])}?gjort={done}")


def shown(viewer: Viewer, bruker: UUID) -> brukere.Detaljer:
    """The user that a form is about, logged as read."""
    with reading(viewer, "bruker.vist", objekt=("bruker", bruker)) as seen:
        found = brukere.details(viewer, bruker)
        seen.saw(["bruker.navn", "rolle.historikk"])
    return found


@never_cache
@krever_bekreftelse
@sensitive_variables()
def ny(request: HttpRequest) -> HttpResponse:
    """Register a user; the answer shows the one-time password, once."""
    viewer = viewer_of(request)
    brukere.require_change(viewer)
    faults: Faults = {}
    post = request.POST
    if request.method == "POST":
        new = brukere.NyBruker(
            post.get("brukernavn", ""), post.get("navn", ""), post.get("hpr", ""),
            post.get("profesjon", ""),
        )  # fmt: skip
        try:
            made = brukere.registrer_bruker(viewer, new)
        except Ugyldig as refused:
            faults = words(request, list(refused.feil))
        else:
            return _password_once(request, made.bruker, made.engangspassord, new=True)
    context = {
        "feil": faults,
        "skrevet": {name: post.get(name, "") for name in ("brukernavn", "navn", "hpr")},
        "valgt_profesjon": post.get("profesjon", ""),
        "profesjoner": [(str(code), name) for code, name in brukere.PROFESJONSNAVN.items()],
    }
    return render(request, "brukersider/ny.html", context)


@sensitive_variables()
def _password_once(request: HttpRequest, bruker: UUID, code: str, *, new: bool) -> HttpResponse:
    context = {"bruker": bruker, "engangspassord": code, "ny": new}
    return render(request, "brukersider/engangspassord.html", context)


@never_cache
@krever_bekreftelse
def ny_rolle(request: HttpRequest, bruker: UUID) -> HttpResponse:
    """Give a role, from a day and perhaps to a day."""
    viewer = viewer_of(request)
    brukere.require_change(viewer, bruker)
    found = shown(viewer, bruker)
    faults: list[Feil] = []
    post = request.POST
    if request.method == "POST":
        first = typed_date(request, "fra", faults, needed=True)
        last = typed_date(request, "til", faults, needed=False)
        role = brukere.NyRolle(
            bruker, post.get("rolle", ""), _uuid(post.get("virksomhet", "")), first, last
        )
        if faults:
            # A day could not be read. Say what else is wrong too, without writing anything.
            read = {one.sti for one in faults}
            faults += [one for one in brukere.role_faults(role) if one.sti not in read]
        else:
            try:
                brukere.gi_rolle(viewer, role)
            except Ugyldig as refused:
                faults = list(refused.feil)
            else:
                return to_user(bruker, "rolle")
    today = clock.today()
    context = {
        "b": found.bruker,
        "feil": words(request, faults),
        "skrevet": {"fra": post.get("fra", f"{today.day}.{today.month}.{today.year}"),
                    "til": post.get("til", "")},
        "valgt_rolle": post.get("rolle", ""),
        "valgt_virksomhet": post.get("virksomhet", ""),
        "roller": [(str(code), name) for code, name in ROLLENAVN.items()],
        "virksomheter": organisations(today),
    }  # fmt: skip
    return render(request, "brukersider/ny_rolle.html", context)


def organisations(on: date) -> list[tuple[Text, list[virksomheter.Virksomhetsbilde]]]:
    """Every organisation of the day, by kind, for a list to choose from. One query."""
    groups: dict[virksomheter.Slag, list[virksomheter.Virksomhetsbilde]] = {}
    for one in virksomheter.search("", on=on, size=10_000).rader:
        groups.setdefault(one.slag, []).append(one)
    return [(name, groups[kind]) for kind, name in virksomheter.SLAGNAVN.items() if kind in groups]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@never_cache
@krever_bekreftelse
def avslutt(request: HttpRequest, bruker: UUID, rolle: UUID) -> HttpResponse:
    """Set the last day of a role. The history stays."""
    viewer = viewer_of(request)
    brukere.require_change(viewer, bruker)
    held = [one for one in shown(viewer, bruker).gjeldende if one.noekkel == rolle]
    if not held:
        raise FinnesIkke
    faults: list[Feil] = []
    if request.method == "POST":
        last = typed_date(request, "til", faults, needed=True)
        try:
            if last is not None:
                brukere.avslutt_rolle(viewer, bruker, rolle, last)
                return to_user(bruker, "avsluttet")
        except Ugyldig as refused:
            faults = list(refused.feil)
    today = clock.today()
    context = {
        "rolle": held[0],
        "feil": words(request, faults),
        "til": request.POST.get("til", f"{today.day}.{today.month}.{today.year}"),
    }
    return render(request, "brukersider/avslutt_rolle.html", context)


@never_cache
@krever_bekreftelse
@sensitive_variables()
def utfoer(request: HttpRequest, bruker: UUID, handling: str) -> HttpResponse:
    """An act with one button: GET says what it does, POST does it."""
    act = ACTS.get(handling)
    if act is None:
        raise Http404
    viewer = viewer_of(request)
    brukere.require_change(viewer, bruker)
    if request.method != "POST":
        context = {"b": shown(viewer, bruker).bruker, "handling": act}
        return render(request, "brukersider/handling.html", context)
    if handling == "engangspassord":
        code = brukere.nytt_engangspassord(viewer, bruker)
        return _password_once(request, bruker, code, new=False)
    if handling == "kode":
        brukere.nullstill_kodegenerator(viewer, bruker)
    else:
        brukere.sett_aktiv(viewer, bruker, aktiv=handling == "aapne")
    return to_user(bruker, handling)
