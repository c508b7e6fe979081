"""Tags of the calculator's templates: places and marks in drawings, and cited sources."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString

from samvern.law import datotekst
from samvern.law.text import Text
from samvern.web.fristberegner.lenker import Henvisning
from samvern.web.fristberegner.rader import LestHjemmel, Linje
from samvern.web.templatetags.samvern import active_maalform

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


_TAG = ' class="sv-brikke sv-brikke--hjemmel"'


# The case lives in the page alone, so a link out of the answer must not replace the page.
NEW_TAB = Text("(åpnes i ny fane)", "(blir opna i ny fane)")


def _reference(source: Henvisning, name: str) -> str:
    words = escape(source.tekst)
    if source.adresse:
        told = f'<span class="sv-skjult"> {NEW_TAB.lang(active_maalform())}</span>'
        return (
            f'<a{name} href="{escape(source.adresse)}" target="_blank" rel="noopener">'
            f"{words}{told}</a>"
        )
    return f"<span{name}>{words}</span>"


# The lists below are written in Python: a page has hundreds of these lines, and as template tags
# they took half of its time.


@register.simple_tag
def henvisning(source: Henvisning) -> SafeString:
    """A cited source as a tag, linked to its page when it has one."""
    return SafeString(_reference(source, _TAG))


@register.simple_tag
def regnestykke(lines: Iterable[Linje]) -> SafeString:
    """The calculation: what was done, on what authority, and the date after it."""
    form = active_maalform()
    rows = []
    for line in lines:
        cited = ", ".join(_reference(k, "") for k in line.kilder)
        under = f"<small>{cited}</small>" if cited else ""
        day = ""
        if line.dato:
            long, weekday = datotekst.long(line.dato), datotekst.weekday(line.dato, form)
            clock = f" {datotekst.clock(line.klokkeslett)}" if line.klokkeslett else ""
            day = f"<b>{long}{clock}</b><small>{weekday}</small>"
        words = escape(line.tekst.lang(form))
        rows.append(f"<li><div>{words}{under}</div><div>{day}</div></li>")
    return SafeString(f'<ol class="sv-regnestykke">{"".join(rows)}</ol>')


@register.simple_tag
def hjemler(sources: Iterable[LestHjemmel]) -> SafeString:
    """The sources of a rule, each with what it carries."""
    form = active_maalform()
    rows = (
        f"<li>{_reference(s.henvisning, _TAG)} "
        f'<span class="sv-minst sv-dempet">{escape(s.baerer.lang(form))}</span></li>'
        for s in sources
    )
    return SafeString(f'<ul class="sv-brikker fb-hjemler">{"".join(rows)}</ul>')


@register.simple_tag
def faktaliste(facts: Iterable[Text]) -> SafeString:
    """The facts an answer rests on."""
    form = active_maalform()
    rows = "".join(f"<li>{escape(fact.lang(form))}</li>" for fact in facts)
    return SafeString(f'<ul class="fb-fakta">{rows}</ul>')
