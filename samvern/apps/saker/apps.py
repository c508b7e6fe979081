from django.apps import AppConfig


class SakerConfig(AppConfig):
    name = "samvern.apps.saker"
    label = "saker"
    verbose_name = "Saker"
