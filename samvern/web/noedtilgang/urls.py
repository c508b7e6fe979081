"""Addresses of emergency access. None holds a case number: it is typed, and sent by POST."""

from django.urls import path

from samvern.web.noedtilgang import aapne, kontroll

urlpatterns = [
    path("", aapne.open_case, name="noedtilgang"),
    path("etterkontroll/", kontroll.waiting, name="noedtilganger"),
    path("etterkontroll/<uuid:noekkel>/", kontroll.review, name="noedtilgang_kontroll"),
]
