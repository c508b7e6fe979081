"""Tags of the calculator's templates: places and marks in drawings, and cited sources."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samvern.web.fristberegner.lenker import Henvisning

register = template.Library()

# The same shapes as the icons of the menu and the lists, drawn around the origin.
_SHAPES: dict[str, SafeString] = {
    "dom": SafeString('<path class="tl-fylt" d="m0-6.5 6.5 6.5-6.5 6.5-6.5-6.5z"/>'),
    "vedtak": SafeString('<rect class="tl-aapen" x="-5" y="-5" width="10" height="10"/>'),
    "rapport": SafeString(
        '<circle class="tl-aapen" r="6.5"/><path class="tl-strek" d="m-3 .2 2 2 3.9-4.3"/>'
    ),
    "rapport-sen": SafeString(
        '<path class="tl-strek" d="M6.3-1.2a6.4 6.4 0 1 1-3.5-4.5"/>'
        '<path class="tl-strek" d="m-3-.2 2.5 2.5 7-7"/>'
    ),
    "avvik": SafeString('<path class="tl-fylt" d="m0-6 6.5 11h-13z"/>'),
    "flagg": SafeString(
        '<path class="tl-strek" d="M0-9V9"/><path class="tl-fylt" d="M0-9h10L7.5-5 10-1H0z"/>'
    ),
    "flagg-aapent": SafeString('<path class="tl-aapen" d="M0 9V-9h10L7.5-5 10-1H0"/>'),
    "sist": SafeString('<circle class="tl-ring" r="6"/>'),
    "aapner": SafeString(
        '<rect class="tl-fylt" x="-7" y="-7" width="14" height="14" rx="2"/>'
        '<path class="tl-hake" d="m-3.5 0 2.4 2.4 4.4-4.8"/>'
    ),
    "annet": SafeString('<circle class="tl-fylt" r="3"/>'),
}


@register.filter
def pluss(value: float, addend: float) -> float:
    """`{{ x|pluss:8 }}`: places are decimals, which Django's `add` would cut to whole ones."""
    return round(float(value) + float(addend), 1)


@register.simple_tag
def merke(form: str) -> SafeString:
    """The shape of a mark, drawn around the origin."""
    return _SHAPES[form]


@register.simple_tag
def henvisning(source: Henvisning, brikke: bool = False) -> SafeString:
    """A cited source, as a link to its page when it has one; `brikke` draws it as a tag."""
    name = SafeString(' class="sv-brikke sv-brikke--hjemmel"') if brikke else SafeString("")
    if source.adresse:
        return format_html('<a{} href="{}">{}</a>', name, source.adresse, source.tekst)
    return format_html("<span{}>{}</span>", name, source.tekst)
