"""The product's addresses and, for the tests only, a page that shows every component."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from samvern.web import urls
from samvern.web.pages.content import Example

GALLERY = Path(__file__).resolve().parent / "templates" / "komponenter.html"


def components(request: HttpRequest) -> HttpResponse:
    """Every component once, in the frame of the product."""
    template = engines["django"].from_string(GALLERY.read_text(encoding="utf-8"))
    return HttpResponse(template.render({"d": Example()}, request))


urlpatterns = [*urls.urlpatterns, path("komponenter/", components)]
handler404 = urls.handler404
