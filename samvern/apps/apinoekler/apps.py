from django.apps import AppConfig


class ApinoeklerConfig(AppConfig):
    name = "samvern.apps.apinoekler"
    label = "apinoekler"
    verbose_name = "API-nøkler"
    default_auto_field = "django.db.models.BigAutoField"
