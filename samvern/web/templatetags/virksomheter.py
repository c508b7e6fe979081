"""Template tags of the pages for organisations. `{% load virksomheter %}`."""

from collections.abc import Mapping
from datetime import datetime

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from samvern.apps.virksomheter.grupper import GRUPPENAVN, STATUSNAVN, Gruppe, Livsstatus
from samvern.law import datotekst
from samvern.web.templatetags.samvern import active_maalform, ikon

register = template.Library()

FORM: dict[Livsstatus, tuple[str, str]] = {
    Livsstatus.GJELDER: ("hake-ring", "success"),
    Livsstatus.USIKKER: ("spoersmaal", "warning"),
    Livsstatus.OPPHOERT: ("strek-ring", "neutral"),
    Livsstatus.KOMMER: ("ring-stiplet", "info"),
}


@register.simple_tag
def livsstatus(status: Livsstatus, vis_alt: bool = False) -> SafeString:
    """Word, icon and colour of a body on a date; nothing for one that holds, unless `vis_alt`."""
    if status is Livsstatus.GJELDER and not vis_alt:
        return SafeString("")
    icon, colour = FORM[status]
    return format_html(
        '<span class="sv-status" data-color="{}">{}<span>{}</span></span> ',
        colour,
        ikon(icon),
        STATUSNAVN[status].lang(active_maalform()),
    )


@register.simple_tag
def gruppenavn(gruppe: Gruppe) -> str:
    """The name of a group of kinds."""
    return GRUPPENAVN[gruppe].lang(active_maalform())


@register.filter
def dagstid(moment: datetime) -> str:
    """`kl. 09.41`, Norwegian time."""
    return datotekst.clock(localtime(moment).time())


@register.simple_tag
def skjulte_felt(navn: str, skrevet: Mapping[str, str | list[str]]) -> SafeString:
    """What was typed in a field, carried along unseen: one input for each value."""
    value = skrevet[navn]
    values = value if isinstance(value, list) else [value]
    row = '<input type="hidden" name="{}" value="{}">'
    return format_html_join("", row, ((navn, one) for one in values))
