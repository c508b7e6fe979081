"""The pages that are timed, a logged-in client, and a bare page that is audited."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.template import Context, Engine
from django.test import Client
from django.urls import reverse

from samvern.apps.brukere import public as brukere
from samvern.apps.saker.models import Sak
from samvern.engine import audit, clock
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle

_BARE = Engine().from_string(
    "<!doctype html><title>{{ tittel }}</title><ul>{% for n in rader %}<li>{{ n }}{% endfor %}</ul>"
)


def _caseworker() -> Any:
    found = [one for one in brukere.demo_persons(clock.today()) if one.rolle is Rolle.NK]
    return found[0]


def client() -> Client:
    """A client logged in as a caseworker of the demo."""
    who = _caseworker()
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.post(reverse("velg_person"), {"rolle": str(who.noekkel)})
    if settings.SESSION_COOKIE_NAME not in browser.cookies:
        _by_hand(browser, who)
    return browser


def _by_hand(browser: Client, who: Any) -> None:
    """The session that the log-in pages make."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    user = brukere.user(who.bruker)
    assert user is not None
    now = clock.now().timestamp()
    session.update(
        {"bruker": str(who.bruker), "versjon": user.oektversjon, "inn": now, "sett": now,
         "rolle": str(who.noekkel), "virksomhet": ["", ""], "bekreftet": now}
    )  # fmt: skip
    session.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)


def bare_audited() -> Callable[[], HttpResponse]:
    """A small template and one entry in the log, in one transaction: the least a page can be."""
    who = _caseworker()
    actor = audit.Actor(who.bruker, str(who.rolle), who.virksomhet, new_id())

    def page() -> HttpResponse:
        with transaction.atomic(), audit.audited_read(actor, "bench.bar"):
            return HttpResponse(_BARE.render(Context({"tittel": "Side", "rader": range(20)})))

    return page


def pages() -> dict[str, str]:
    """Name and address of every page that is timed."""
    sak = Sak.objects.order_by("-siste_nr").first()
    assert sak is not None
    return {
        "arbeidsliste": reverse("arbeidsliste"),
        "register": reverse("register"),
        "register_filtrert": reverse("register") + "?domstype=tidsubestemt&sorter=neste_frist",
        "sak": reverse("sak", args=[sak.pk]),
        "ny_hendelse": reverse("sak_hendelse_ny", args=[sak.pk]),
        "virksomheter": reverse("virksomheter"),
    }
