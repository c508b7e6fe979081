"""Addresses of the pages for organisations. One organisation comes last: any code fits there."""

from django.urls import path

from samvern.web.virksomhetssider import ansvar, detaljside, endringer, liste

urlpatterns = [
    path("", liste.list_page, name="virksomheter"),
    path("ansvar/", ansvar.responsibility, name="virksomheter_ansvar"),
    path("ny/", endringer.new_body, name="virksomhet_ny"),
    path("<str:kode>/", detaljside.body_page, name="virksomhet"),
    path("<str:kode>/endre/", endringer.change_body, name="virksomhet_endre"),
    path("<str:kode>/avslutt/", endringer.end_body, name="virksomhet_avslutt"),
    path("<str:kode>/rett/<uuid:versjon>/", endringer.correct_version, name="virksomhet_rett"),
    path("<str:kode>/enhet/ny/", endringer.new_unit, name="enhet_ny"),
    path("<str:kode>/enhet/<str:enhet>/endre/", endringer.change_unit, name="enhet_endre"),
    path("<str:kode>/enhet/<str:enhet>/avslutt/", endringer.end_unit, name="enhet_avslutt"),
]
