"""Addresses of the pages about users."""

from django.urls import path

from samvern.web.brukersider import endring, lesing, sperrer

urlpatterns = [
    path("", lesing.liste, name="brukere"),
    path("ny/", endring.ny, name="ny_bruker"),
    path("<uuid:bruker>/", lesing.detaljer, name="bruker"),
    path("<uuid:bruker>/rolle/", endring.ny_rolle, name="ny_rolle"),
    path("<uuid:bruker>/rolle/<uuid:rolle>/", endring.avslutt, name="avslutt_rolle"),
    path("<uuid:bruker>/stengte-saker/", sperrer.shut_cases, name="stengte_saker"),
    path("<uuid:bruker>/<slug:handling>/", endring.utfoer, name="brukerhandling"),
]
