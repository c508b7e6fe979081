"""Tags of the pages where something is recorded: local moments, and a field in words."""

from datetime import date, datetime, time
from typing import Any

from django import template

from samvern.apps.saker.public import STATUSNAVN, Saksstatus
from samvern.engine.clock import OSLO
from samvern.law.text import Text
from samvern.web.fristberegner.felter import Skjemafelt
from samvern.web.registrering import huskelapp
from samvern.web.registrering import kvittering as receipts
from samvern.web.registrering.overgang import in_words

register = template.Library()


@register.filter
def oslodag(moment: datetime) -> date:
    """The local day of a moment."""
    return moment.astimezone(OSLO).date()


@register.filter
def oslotid(moment: datetime) -> time:
    """The local time of day of a moment."""
    return moment.astimezone(OSLO).time()


@register.filter
def statusnavn(status: Saksstatus) -> Text:
    """The status of a case in words."""
    return STATUSNAVN[status]


@register.filter
def i_ord(felt: Skjemafelt) -> Text:
    """What is chosen or typed in a field, in words."""
    return in_words(felt)


@register.inclusion_tag("registrering/kvittering.html", takes_context=True)
def kvittering(context: dict[str, Any]) -> dict[str, object]:
    """On the case page: that something was just saved. Nothing when the address does not say so."""
    links = context.get("hendelseslenker", {})

    def place_of(nr: int) -> str:
        return links[nr].adresse if nr in links else ""

    return {"kvittering": receipts.of(context["request"].GET, context["bilde"], place_of)}


@register.inclusion_tag("registrering/utkastliste.html", takes_context=True)
def egne_utkast(context: dict[str, Any]) -> dict[str, object]:
    """On the case page: the reader's own drafts in the case. One query, when there are any."""
    request, sak = context["request"], context["bilde"].rad.id
    viewer = getattr(request, "viewer", None)
    if viewer is None or not huskelapp.has_drafts(request, viewer, sak):
        return {"utkast": ()}
    return {"utkast": receipts.own_drafts(viewer, sak)}
