"""Tags of the case page: moments in time, and looking up what stands under a number."""

from collections.abc import Mapping
from datetime import datetime

from django import template

from samvern.engine.clock import OSLO
from samvern.law import datotekst
from samvern.law.text import Text
from samvern.web.templatetags.samvern import active_maalform

register = template.Library()


@register.filter
def tidspunkt(moment: datetime) -> str:
    """`23. nov. 2026 kl. 08.10`, on the Norwegian clock."""
    local = moment.astimezone(OSLO)
    return f"{datotekst.short(local.date())} {datotekst.clock(local.time())}"


@register.filter
def lokal_dag(moment: datetime) -> str:
    """`6. nov. 2026`, the day it was in Norway."""
    return datotekst.short(moment.astimezone(OSLO).date())


@register.filter
def ledetekst(label: Text) -> str:
    """The words before a value: `Domstol:`, but `Var domfelte til stede?` as it is."""
    text = label.lang(active_maalform())
    return text if text.endswith("?") else f"{text}:"


@register.filter
def under[Value](table: Mapping[int, Value], key: int) -> Value | None:
    """What stands under a number in a table, or nothing."""
    return table.get(key)
