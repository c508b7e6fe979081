"""Addresses of the pages for organisations. One organisation comes last: any code fits there."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from samvern.web.virksomhetssider import ansvar, detaljside, endringer, liste


class Kode(StringConverter):
    """The code of a body or a unit. PostgreSQL takes no NUL in a text, so no code holds one."""

    regex = r"[^/\x00]+"


register_converter(Kode, "kode")

urlpatterns = [
    path("", liste.list_page, name="virksomheter"),
    path("ansvar/", ansvar.responsibility, name="virksomheter_ansvar"),
    path("ny/", endringer.new_body, name="virksomhet_ny"),
    path("<kode:kode>/", detaljside.body_page, name="virksomhet"),
    path("<kode:kode>/endre/", endringer.change_body, name="virksomhet_endre"),
    path("<kode:kode>/avslutt/", endringer.end_body, name="virksomhet_avslutt"),
    path("<kode:kode>/rett/<uuid:versjon>/", endringer.correct_version, name="virksomhet_rett"),
    path("<kode:kode>/enhet/ny/", endringer.new_unit, name="enhet_ny"),
    path("<kode:kode>/enhet/<kode:enhet>/endre/", endringer.change_unit, name="enhet_endre"),
    path("<kode:kode>/enhet/<kode:enhet>/avslutt/", endringer.end_unit, name="enhet_avslutt"),
]
