"""Template tags and filters: dates in Norwegian, status words, source tags, icons.

`{% load samvern %}`. The written form is the one active for the request.
"""

from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from samvern.law import datotekst
from samvern.law.text import Maalform, Text
from samvern.web.statuser import CERTAINTIES, FINDINGS, SOURCES, status_for

register = template.Library()


def active_maalform() -> Maalform:
    """The written form active for this request; bokmål when nothing is active."""
    return "nn" if get_language() == "nn" else "nb"


@register.filter
def dato_full(day: date) -> str:
    """`søndag 6. desember 2026`."""
    return datotekst.full(day, active_maalform())


@register.filter
def dato_lang(day: date) -> str:
    """`6. desember 2026`."""
    return datotekst.long(day)


@register.filter
def dato_kort(day: date) -> str:
    """`6. des. 2026`."""
    return datotekst.short(day)


@register.filter
def dato_tabell(day: date) -> str:
    """`sø. 6. des. 2026`."""
    return datotekst.table(day, active_maalform())


@register.filter
def ukedag(day: date) -> str:
    """`søndag`."""
    return datotekst.weekday(day, active_maalform())


@register.filter
def klokkeslett(moment: time) -> str:
    """`kl. 03.12`."""
    return datotekst.clock(moment)


@register.filter
def tall(value: int | float | Decimal, decimals: int = 0) -> str:
    """`1 250`; `{{ x|tall:1 }}` gives `12,5`."""
    return datotekst.number(value, decimals)


@register.filter
def stor(text: str) -> str:
    """First letter as a capital, the rest untouched (for a date that opens a line)."""
    return text[:1].upper() + text[1:]


@register.filter
def maal(text: Text) -> str:
    """A bilingual law text in the active written form."""
    return text.lang(active_maalform())


@register.simple_tag
def dager_igjen(day: date, today: date) -> str:
    """`3 dager igjen`, counted in calendar days from `today`."""
    return datotekst.days_left(day, today, active_maalform())


@register.simple_tag
def aapner(day: date, today: date) -> str:
    """`åpner om 4 dager`."""
    return datotekst.opens(day, today, active_maalform())


@register.simple_tag
def ikon(name: str, label: str = "", size: int = 18) -> SafeString:
    """An icon from the sprite. Decorative unless it has a label."""
    if not label:
        return _decorative(name, size)
    return _drawn(name, size, format_html('role="img" aria-label="{}"', label))


@lru_cache(maxsize=256)
def _decorative(name: str, size: int) -> SafeString:
    # Pages draw the same few icons hundreds of times.
    return _drawn(name, size, SafeString('aria-hidden="true" focusable="false"'))


def _drawn(name: str, size: int, attributes: SafeString) -> SafeString:
    return format_html(
        '<svg class="sv-ikon" width="{}" height="{}" viewBox="0 0 20 20" {}>{}</svg>',
        size,
        size,
        attributes,
        format_html('<use href="{}#{}"/>', static("samvern/ikoner.svg"), name),
    )


@register.simple_tag
def status(
    kode: str,
    haster: bool = False,
    noeytral: bool = False,
    tillegg: str = "",
    uthevet: bool = False,
) -> SafeString:
    """Status word, icon and colour; `tillegg` follows after a comma («Løper, 17 dager igjen»)."""
    shown = status_for(kode, urgent=haster, neutral=noeytral)
    word = shown.word.lang(active_maalform())
    return format_html(
        '<span class="sv-status{}" data-color="{}">{}<span>{}</span></span>',
        " sv-status--uthevet" if uthevet else "",
        shown.colour,
        ikon(shown.icon),
        f"{word}, {tillegg}" if tillegg else word,
    )


@register.simple_tag
def funn(kode: str, tekst: str) -> SafeString:
    """A finding in plain words, with the shape and colour of its severity (`A-`, `W-`, `I-`)."""
    icon, colour = FINDINGS[kode[:1]]
    return format_html(
        '<span class="sv-status sv-funn__tekst" data-color="{}">{}<span>{}</span></span>',
        colour,
        ikon(icon),
        tekst,
    )


@register.simple_tag
def kilde(kode: str) -> SafeString:
    """Grey tag with the kind of source: Lov, Retningslinje, Praksis …"""
    word = SOURCES[str(kode)].lang(active_maalform())
    return format_html('<span class="sv-brikke sv-brikke--kilde">{}</span>', word)


@register.simple_tag
def sikkerhet(kode: str) -> SafeString:
    """Dashed tag when something is less than certain; nothing at all for `sikker`."""
    word = CERTAINTIES[str(kode)]
    if word is None:
        return SafeString("")
    return format_html(
        '<span class="sv-brikke sv-brikke--sikkerhet">{}</span>', word.lang(active_maalform())
    )
