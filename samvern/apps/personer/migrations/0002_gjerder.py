from django.db import migrations

from samvern.apps.personer import gjerder


class Migration(migrations.Migration):
    dependencies = [("personer", "0001_initial")]
    operations = [migrations.RunPython(gjerder.put_up, gjerder.take_down)]
