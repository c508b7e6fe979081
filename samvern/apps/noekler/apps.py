"""Django's configuration of the app."""

from django.apps import AppConfig


class NoeklerConfig(AppConfig):
    name = "samvern.apps.noekler"
    label = "noekler"
    verbose_name = "Datanøkler"
