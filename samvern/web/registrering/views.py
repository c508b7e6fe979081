"""The pages about entries: choose what has happened, record it, correct it, strike it out."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from samvern.apps.saker import public as saker
from samvern.engine.lesing import reading
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.registrering import flyt, oppdrag, typer
from samvern.web.registrering.huskelapp import has_drafts
from samvern.web.registrering.kvittering import own_drafts

_METHODS = ["GET", "HEAD", "POST"]


@krever_innlogging
@never_cache
@require_safe
def choose(request: HttpRequest, sak: UUID) -> HttpResponse:
    """What has happened? The types the viewer may record in the case now."""
    wanted = request.GET.get("type", "")
    if wanted.isascii() and wanted.replace("_", "").isalnum():
        # The work list and the case page point straight at a form.
        return HttpResponseRedirect(reverse("sak_hendelse_skjema", args=[sak, wanted]))
    viewer = viewer_of(request)
    with reading(viewer, "sak.typer_vist") as seen:
        bilde = saker.saksbilde(viewer, sak)
        drafts = own_drafts(viewer, sak) if has_drafts(request, viewer, sak) else ()
        seen.saw(saker.felt_vist(bilde), saker=[sak])
    context = {
        "bilde": bilde,
        "grupper": typer.choices(bilde.kan_registrere),
        "utkast": drafts,
        "antall": len(bilde.kan_registrere),
    }
    return render(request, "registrering/velg.html", context)


@krever_innlogging
@never_cache
@sensitive_post_parameters()
@require_http_methods(_METHODS)
def record(request: HttpRequest, sak: UUID, kode: str) -> HttpResponse:
    """Record something that has happened."""
    return flyt.run(request, sak, lambda viewer, bilde: oppdrag.new(viewer, bilde, kode))


@krever_innlogging
@never_cache
@sensitive_post_parameters()
@require_http_methods(_METHODS)
def correct(request: HttpRequest, sak: UUID, nr: int) -> HttpResponse:
    """Correct an entry: a new one takes its place, the old one stays readable."""
    return flyt.run(request, sak, lambda viewer, bilde: oppdrag.correction(viewer, bilde, nr))


@krever_innlogging
@never_cache
@sensitive_post_parameters()
@require_http_methods(_METHODS)
def strike(request: HttpRequest, sak: UUID, nr: int) -> HttpResponse:
    """Mark an entry as wrongly recorded: it stays in the log and no longer counts."""
    return flyt.run(request, sak, lambda viewer, bilde: oppdrag.removal(viewer, bilde, nr))
