"""Addresses of logging in and out."""

from django.urls import path

from samvern.web.innlogging import inn, roller, velg_person

urlpatterns = [
    path("logg-inn/", inn.logg_inn, name="logg_inn"),
    path("logg-inn/kode/", inn.kode, name="logg_inn_kode"),
    path("logg-inn/nytt-passord/", inn.nytt_passord, name="nytt_passord"),
    path("logg-inn/ny-kodeapp/", inn.ny_kodeapp, name="ny_kodeapp"),
    path("logg-ut/", inn.logg_ut, name="logg_ut"),
    path("logget-ut/", inn.logget_ut, name="logget_ut"),
    path("velg-rolle/", roller.velg_rolle, name="velg_rolle"),
    path("bekreft/", roller.bekreft, name="bekreft"),
    path("velg-person/", velg_person.velg_person, name="velg_person"),
]
