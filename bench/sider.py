"""The calculator's page beside a page of Django alone, through the test client."""

import os
import warnings

import django
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.test import Client
from django.test.utils import override_settings
from django.urls import path

from bench.maaling import per_call

_BARE = Engine().from_string(
    "<!doctype html><title>{{ tittel }}</title><ul>{% for n in rader %}<li>{{ n }}{% endfor %}</ul>"
)


def bare(_: HttpRequest) -> HttpResponse:
    """A view with a small template and nothing else."""
    return HttpResponse(_BARE.render(Context({"tittel": "Side", "rader": range(20)})))


urlpatterns = [path("bar/", bare)]


def measure(address: str) -> tuple[float, float]:
    """Milliseconds for (the page at an address, a bare page). Raises when a page fails."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    # Static files are served from the source folders here; nothing is collected.
    warnings.filterwarnings("ignore", "No directory at", UserWarning)
    django.setup()
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        ours = per_call(lambda: _fetch(address))
        with override_settings(ROOT_URLCONF="bench.sider", MIDDLEWARE=[]):
            return ours, per_call(lambda: _fetch("/bar/"))


def _fetch(address: str) -> None:
    response = Client().get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")
