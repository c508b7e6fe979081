"""Addresses of one case. The id is the case's UUID; nothing personal stands in an address."""

from django.urls import path

from samvern.web.sak import views

urlpatterns = [
    path("<uuid:sak>/", views.case_page, name="sak"),
    path("<uuid:sak>/utskrift/", views.case_on_paper, name="sak_utskrift"),
    path("<uuid:sak>/lesninger/", views.readings, name="sak_lesninger"),
    path("<uuid:sak>/frister.ics", views.calendar_file, name="sak_kalender"),
]
