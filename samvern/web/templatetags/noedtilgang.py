"""Where other pages tell of emergency access: after a search, on a case, on the work list.

The database is asked only for those it can concern. To be used inside `lesing.reading`.
"""

from typing import Any

from django import template

from samvern.apps.saker.public import noed
from samvern.engine import clock
from samvern.web.noedtilgang.tid import igjen

register = template.Library()


def _viewer(context: dict[str, Any]) -> Any:
    return getattr(context["request"], "viewer", None)


@register.inclusion_tag("noedtilgang/inngang.html", takes_context=True)
def noed_inngang(context: dict[str, Any]) -> dict[str, object]:
    """After a search without hits: the way in, for every role that may open. The same whether the
    case exists or not."""
    viewer = _viewer(context)
    return {
        "kan": viewer is not None and noed.kan_aapne(viewer),
        "skrevet": "" if context.get("person") else context.get("skrevet", ""),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("noedtilgang/banner.html", takes_context=True)
def noed_banner(context: dict[str, Any]) -> dict[str, object]:
    """On a case that is seen through emergency access: until when, and under what terms."""
    viewer, bilde = _viewer(context), context["bilde"]
    if viewer is None or bilde.kan_registrere or not noed.kan_aapne(viewer):
        return {"aapen": None}
    opened = noed.aapne(viewer, bilde.rad.id)
    if not opened:
        return {"aapen": None}
    last = opened[-1]
    return {"aapen": last, "igjen": igjen(last.utloeper, clock.now())}


@register.inclusion_tag("noedtilgang/oppgave.html", takes_context=True)
def noed_oppgave(context: dict[str, Any]) -> dict[str, object]:
    """On the work list of those who review: how many wait. One query, none for others."""
    viewer = _viewer(context)
    return {"venter": None if viewer is None else noed.venter(viewer)}
