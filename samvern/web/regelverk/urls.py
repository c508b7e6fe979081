"""Addresses of the law pages. A rule's page comes last: its address takes any single word."""

from django.urls import path

from samvern.web.regelverk import endringsside, kildesider, regelliste, regelside, regnesider

urlpatterns = [
    path("", regelliste.rule_list, name="regelverk"),
    path("kilder/", kildesider.source_list, name="regelverk_kilder"),
    path("kilder/<path:kilde_id>/", kildesider.source_page, name="regelverk_kilde"),
    path("regnevalg/", regnesider.choices, name="regelverk_regnevalg"),
    path("kalender/", regnesider.calendar, name="regelverk_kalender"),
    path("kalender/<int:aar>/", regnesider.calendar_year, name="regelverk_kalender"),
    path("endringer/", endringsside.timeline, name="regelverk_endringer"),
    path("<slug:rule_id>/", regelside.rule_page, name="regelverk_regel"),
]
