"""Addresses of the deadline calculator."""

from django.urls import path

from samvern.web.fristberegner import views

urlpatterns = [
    path("", views.calculator, name="fristberegner"),
    path("dato", views.weekday_of_typed_date, name="fristberegner_dato"),
]
