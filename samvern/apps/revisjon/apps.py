"""Django's configuration of the app."""

from django.apps import AppConfig


class RevisjonConfig(AppConfig):
    name = "samvern.apps.revisjon"
    label = "revisjon"
    verbose_name = "Revisjonslogg"
