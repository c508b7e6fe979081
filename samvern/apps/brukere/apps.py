from django.apps import AppConfig


class BrukereConfig(AppConfig):
    name = "samvern.apps.brukere"
    label = "brukere"
    verbose_name = "Brukere"
    default_auto_field = "django.db.models.BigAutoField"
