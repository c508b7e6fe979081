"""The glossary page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.web.ordliste import read_glossary


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Every term of the field in both written forms, with English and provision."""
    return render(request, "samvern/sider/ordliste.html", {"groups": read_glossary().groups})
