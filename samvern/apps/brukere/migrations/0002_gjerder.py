"""The triggers of the roles (see `gjerder`)."""

from django.db import migrations

from samvern.apps.brukere import gjerder


class Migration(migrations.Migration):
    dependencies = [("brukere", "0001_initial")]
    operations = [migrations.RunPython(gjerder.put_up, gjerder.take_down)]
