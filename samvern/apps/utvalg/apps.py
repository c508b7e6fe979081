"""Django's configuration of the app."""

from django.apps import AppConfig


class UtvalgConfig(AppConfig):
    name = "samvern.apps.utvalg"
    label = "utvalg"
    verbose_name = "Lagrede utvalg"
    default_auto_field = "django.db.models.BigAutoField"
