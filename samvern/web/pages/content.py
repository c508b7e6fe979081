"""Pages that are text only: front page, help, about, accessibility, privacy, shortcuts."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from samvern.web.pages.preferences import SHORTCUT_COOKIE


@dataclass(frozen=True, slots=True)
class Example:
    """The answer on the front page: the dates of a made-up case (F-12, see a test)."""

    dom: date = date(2023, 12, 6)
    frist: date = date(2026, 12, 6)
    lovdato: date = date(2026, 12, 7)
    siste_virkedag: date = date(2026, 12, 4)
    per_dato: date = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Entrance:
    """One way in from the front page."""

    name: str
    icon: str
    heading: Promise
    text: Promise

    @property
    def address(self) -> str:
        """Where it leads."""
        return reverse(self.name)


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One status word on the help page."""

    code: str
    text: Promise
    urgent: bool = False
    neutral: bool = False


ENTRANCES = (
    Entrance(
        "fristberegner",
        "kalender",
        gettext_lazy("Fristberegner"),
        gettext_lazy("Legg inn det som har skjedd, og se hver dato som betyr noe, med grunn."),
    ),
    Entrance(
        "regelverk",
        "bok",
        gettext_lazy("Regelverk"),
        gettext_lazy("Én side per regel: slik regnes datoen, bestemmelsene, eksempler, versjoner."),
    ),
    Entrance(
        "ordliste",
        "soek",
        gettext_lazy("Ordliste"),
        gettext_lazy("Fagordene på bokmål, nynorsk og engelsk, med bestemmelsen de kommer fra."),
    ),
    Entrance(
        "hjelp",
        "info-ring",
        gettext_lazy("Hjelp"),
        gettext_lazy("Slik legger du inn en sak, og slik leser du statusord, brikker og datoer."),
    ),
)

STATUS_ROWS = (
    StatusRow("loeper", gettext_lazy("Fristen går, og det er tid igjen.")),
    StatusRow(
        "loeper",
        gettext_lazy("En plikt har 14 dager eller mindre igjen til siste virkedag."),
        urgent=True,
    ),
    StatusRow("oppfylt", gettext_lazy("Plikten er gjort i tide.")),
    StatusRow("oppfylt_for_sent", gettext_lazy("Plikten er gjort, men etter fristen.")),
    StatusRow(
        "over_nominell",
        gettext_lazy("Datoen Samvern varsler på er passert, men ikke siste dag etter loven."),
    ),
    StatusRow("oversittet", gettext_lazy("Fristen er ute, og plikten er ikke gjort.")),
    StatusRow("naadd", gettext_lazy("En absolutt grense er nådd. Noen må handle.")),
    StatusRow(
        "naadd",
        gettext_lazy("En minstetid er gått. Det er ikke dårlig nytt."),
        neutral=True,
    ),
    StatusRow("ikke_aapnet", gettext_lazy("Retten finnes, men kan ikke brukes ennå.")),
    StatusRow("aapen", gettext_lazy("Retten kan brukes nå.")),
    StatusRow("brukt", gettext_lazy("Retten er brukt, og saken er til behandling.")),
    StatusRow("sperret", gettext_lazy("Datoen kan ikke fastsettes ennå.")),
    StatusRow(
        "foreslaatt", gettext_lazy("En dato Samvern har regnet ut, men som ingen har bekreftet.")
    ),
    StatusRow("frafalt", gettext_lazy("Parten har godtatt avgjørelsen.")),
    StatusRow("bortfalt", gettext_lazy("Fristen gjelder ikke lenger.")),
    StatusRow("utloept", gettext_lazy("Klagefristen er ute uten klage.")),
    StatusRow("suspendert", gettext_lazy("Reaksjonen er midlertidig opphørt.")),
    StatusRow("uavklart", gettext_lazy("En opplysning mangler. Svaret sier hvilken.")),
    StatusRow("maa_avgjoeres", gettext_lazy("En jurist må ta stilling før datoen kan settes.")),
)


@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    """What Samvern is, for whom, and the ways in."""
    entrances = [entrance for entrance in ENTRANCES if entrance.address]
    context = {"eksempel": Example(), "innganger": entrances}
    return render(request, "samvern/sider/forside.html", context)


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """How to use the calculator and read an answer; every status word explained."""
    return render(request, "samvern/sider/hjelp.html", {"statuses": STATUS_ROWS})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the answers rest on and what Samvern does not do."""
    return render(request, "samvern/sider/om.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "samvern/sider/tilgjengelighet.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored (almost nothing) and where."""
    return render(request, "samvern/sider/personvern.html")


@require_safe
def shortcuts(request: HttpRequest) -> HttpResponse:
    """The keyboard shortcuts, and the switch that turns them off."""
    off = request.COOKIES.get(SHORTCUT_COOKIE) == "av"
    return render(request, "samvern/sider/hurtigtaster.html", {"off": off})
