from django.apps import AppConfig


class UtkastConfig(AppConfig):
    name = "samvern.apps.utkast"
    label = "utkast"
    verbose_name = "Utkast"
    default_auto_field = "django.db.models.BigAutoField"
