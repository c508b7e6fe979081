"""Django's configuration of the app."""

from django.apps import AppConfig


class PersonerConfig(AppConfig):
    name = "samvern.apps.personer"
    label = "personer"
    verbose_name = "Personer"
