"""The address of the deadline calculator."""

from django.urls import path

from samvern.web.fristberegner.views import calculator

urlpatterns = [path("", calculator, name="fristberegner")]
