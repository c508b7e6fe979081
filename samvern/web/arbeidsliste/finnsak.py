"""Finding a case by its number, or a person's cases by the exact identity number.

By POST only: a number never stands in an address, a log line or a title. Hits and misses are
audited. More than twenty look-ups of persons in a minute need a reason (TR-X15).
"""

import logging
import re
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvern.apps.saker import public as saker
from samvern.apps.utvalg import public as utvalg
from samvern.engine import audit, clock
from samvern.engine.avslag import Ugyldig
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.arbeidsliste import lesefelt
from samvern.web.arbeidsliste.registerbilde import rows
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.templatetags.samvern import active_maalform

LOG: Final = logging.getLogger("samvern.oppslag")
LONGEST: Final = 40
TOO_MANY: Final = "for_mange_oppslag"
TOO_MANY_REQUESTS: Final = 429

FEWEST_DIGITS: Final = 9
"""From here on it is a number of a person and not of a case, whatever else is typed with it."""

NO_NUMBER: Final = Text(
    "Skriv hele saksnummeret, som S-2026-0311, eller hele fødselsnummeret.",
    "Skriv heile saksnummeret, som S-2026-0311, eller heile fødselsnummeret.",
)
# Without the S there must be a hyphen: bare digits may be a number of a person.
_CASE: Final = re.compile(r"(?:S-?(\d{4})-?|(\d{4})-)(\d{1,6})", re.IGNORECASE | re.ASCII)


@krever_innlogging
@require_POST
def find_case(request: HttpRequest) -> HttpResponse:
    """Go to the case when there is exactly one; else list the hits, or say that there are none."""
    viewer, typed = viewer_of(request), _typed(request)
    if not typed:
        return HttpResponseRedirect(reverse("register"))
    person = case_number(typed) is None and is_person_number(typed)
    reason = request.POST.get("grunn", "")
    reason = reason if reason in utvalg.GRUNNER else ""
    if person and utvalg.tell_oppslag(viewer) > utvalg.GRENSE and not reason:
        return _ask_why(request, viewer, typed)
    with reading(viewer, "person.soekt" if person else "sak.soekt", grunn=reason) as lest:
        hits, fault = _look(viewer, typed if person else case_number(typed))
        lest.saw(lesefelt.of_cases(hits) or {"treff.ingen"}, saker={hit.id for hit in hits})
        if len(hits) == 1:
            return HttpResponseRedirect(reverse("sak", args=[hits[0].id]))
        return render(request, "arbeidsliste/treff.html", {
            "treff": rows(hits, clock.today(), active_maalform()),
            "person": person,
            "skrevet": "" if person else typed,
            "feil": fault.lang(active_maalform()) if fault else "",
        })  # fmt: skip


def _look(viewer: Viewer, number: str | None) -> tuple[tuple[saker.Saksrad, ...], Text | None]:
    """The hits, and what is wrong with the number when it cannot be one. Both are logged."""
    if number is None:
        return (), NO_NUMBER
    try:
        return saker.finn(viewer, number), None
    except Ugyldig as refused:
        return (), refused.feil[0].melding


def _typed(request: HttpRequest) -> str:
    """What was typed, once; a field that is sent twice is not read."""
    given = request.POST.getlist("q")
    return " ".join(given[0].split())[:LONGEST] if len(given) == 1 else ""


def is_person_number(typed: str) -> bool:
    """Whether it has so many digits that looking for it counts as looking for a person."""
    return sum(character.isdigit() for character in typed) >= FEWEST_DIGITS


def case_number(typed: str) -> str | None:
    """«s2026-311» as it is stored, «S-2026-0311»; None when it has not the form of one."""
    read = _CASE.fullmatch(typed.replace(" ", ""))
    return f"S-{read[1] or read[2]}-{int(read[3]):04d}" if read else None


def _ask_why(request: HttpRequest, viewer: Viewer, typed: str) -> HttpResponse:
    """Refuse, log it, and ask for a reason. What was typed stays in the form, and only there."""
    audit.record_denial(viewer.actor, "person.soekt", TOO_MANY)
    LOG.warning("Mer enn %d personoppslag på ett minutt. Se revisjonsloggen.", utvalg.GRENSE)
    form = active_maalform()
    reasons = [(code, text.lang(form)) for code, text in utvalg.GRUNNER.items()]
    context = {"skrevet": typed, "grunner": reasons, "grense": utvalg.GRENSE}
    return render(request, "arbeidsliste/mange.html", context, status=TOO_MANY_REQUESTS)
