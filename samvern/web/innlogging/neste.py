"""Where to go afterwards: an address of our own, from the form or the query, or the first page."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from samvern.web.innlogging import oekt

FIRST_PAGES = ("arbeidsliste", "register", "forside")


def wanted(request: HttpRequest) -> str:
    """The address asked for, when it is on this site; else empty."""
    address = (request.POST if request.method == "POST" else request.GET).get("neste", "")
    own = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts=None, require_https=request.is_secure()
    )
    return address if own else ""


def first_page(request: HttpRequest) -> str:
    """The address asked for, or the role's own first page."""
    return wanted(request) or home(request)


def home(request: HttpRequest) -> str:
    """The role's own first page, of those that are installed."""
    viewer = oekt.of(request).viewer
    names = FIRST_PAGES if viewer is None else _for(str(viewer.rolle))
    return next(address for name in names if (address := resolve(name)))


def _for(rolle: str) -> tuple[str, ...]:
    own = {
        "systemdrift": ("brukere",),
        "forsker": ("fristberegner",),
        "revisor": ("fristberegner",),
    }
    return own.get(rolle, FIRST_PAGES)


def resolve(name: str) -> str:
    """The address of a page, or empty when no such page is installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def to(name: str, neste: str = "", **fields: str) -> HttpResponse:
    """A redirect to a named page, taking along where to go afterwards."""
    query = urlencode({**({"neste": neste} if neste else {}), **fields})
    return HttpResponseRedirect(f"{reverse(name)}?{query}" if query else reverse(name))
