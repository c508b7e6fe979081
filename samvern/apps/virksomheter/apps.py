from django.apps import AppConfig


class VirksomheterConfig(AppConfig):
    name = "samvern.apps.virksomheter"
    label = "virksomheter"
    verbose_name = "Virksomheter"
    default_auto_field = "django.db.models.BigAutoField"
