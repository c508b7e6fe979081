"""Addresses below `/saker/` where something is recorded."""

from django.urls import path

from samvern.web.registrering import ny_sak, views

urlpatterns = [
    path("ny/", ny_sak.new_case, name="ny_sak"),
    path("<uuid:sak>/hendelser/ny/", views.choose, name="sak_hendelse_ny"),
    path("<uuid:sak>/hendelser/ny/<slug:kode>/", views.record, name="sak_hendelse_skjema"),
    path("<uuid:sak>/hendelser/<int:nr>/rett/", views.correct, name="sak_hendelse_rett"),
    path("<uuid:sak>/hendelser/<int:nr>/feilfoert/", views.strike, name="sak_hendelse_feilfoert"),
]
