"""A table with encrypted fields that exists only in tests, and never in Django's own registry."""

from django.db import connection, models
from django.test.utils import isolate_apps

from samvern.engine.crypto import EncryptedText
from samvern.engine.ids import new_id

with isolate_apps("samvern.apps.noekler"):

    class Proeveperson(models.Model):
        id = models.UUIDField(primary_key=True, default=new_id)
        navn = EncryptedText(subject="id", null=True)
        adresse = EncryptedText(subject="id", null=True)
        nummerindeks = models.CharField(max_length=64, blank=True, default="")
        aapent = models.CharField(max_length=100, blank=True, default="")

        class Meta:
            app_label = "noekler"
            db_table = "proeveperson"

        def __str__(self) -> str:
            return "prøveperson"

    class Proevenotat(models.Model):
        id = models.UUIDField(primary_key=True, default=new_id)
        person_id = models.UUIDField()
        notat = EncryptedText(subject="person_id", null=True)

        class Meta:
            app_label = "noekler"
            db_table = "proevenotat"

        def __str__(self) -> str:
            return "prøvenotat"


PROEVEAPPER = Proeveperson._meta.apps
MODELLER: tuple[type[models.Model], ...] = (Proeveperson, Proevenotat)


def make_tables() -> None:
    """Create the tables; in a test's transaction they disappear with it."""
    with connection.cursor() as cursor:
        for model in MODELLER:
            columns = ", ".join(
                f"{field.column} {field.db_type(connection)}"
                for field in model._meta.concrete_fields
            )
            cursor.execute(f"CREATE TABLE {model._meta.db_table} ({columns})")


def drop_tables() -> None:
    with connection.cursor() as cursor:
        for model in MODELLER:
            cursor.execute(f"DROP TABLE {model._meta.db_table}")
