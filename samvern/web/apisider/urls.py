"""Addresses of the pages about the API."""

from django.urls import path

from samvern.web.apisider import forklaring, noekler

urlpatterns = [
    path("api/", forklaring.page, name="api"),
    path("api-noekler/", noekler.own_keys, name="apinoekler"),
    path("api-noekler/ny/", noekler.new_key, name="ny_apinoekkel"),
    path("api-noekler/<uuid:noekkel>/trekk/", noekler.withdraw, name="trekk_apinoekkel"),
]
