"""The triggers of the tables of versions (see `fences`)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samvern.apps.virksomheter import fences

KEYS = {
    "Virksomhetsversjon": ("virksomhet_id",),
    "Etterfoelger": ("fra_id", "til_id"),
    "Enhetsversjon": ("enhet_id",),
    "Tilsyn": ("kommisjon_id", "virksomhet_id"),
    "Kommune": ("kommunenr",),
    "Bydel": ("bydelnr",),
    "Omraade": ("kommunenr", "bydelnr", "slag"),
    "Sikkerhetsnivaa": ("kode",),
    "Lovbruddskategori": ("kode",),
    "Utilregnelighetsgrunn": ("kode",),
}


def tables(apps: Apps) -> list[fences.Table]:
    found = []
    for name, key in KEYS.items():
        meta = apps.get_model("virksomheter", name)._meta
        columns = tuple(field.column for field in meta.concrete_fields)
        found.append(fences.Table(meta.db_table, key, columns, "orgnr" in columns))
    return found


def put_up(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    fences.put_up(schema_editor, tables(apps))


def take_down(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    fences.take_down(schema_editor, tables(apps))


class Migration(migrations.Migration):
    dependencies = [("virksomheter", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
