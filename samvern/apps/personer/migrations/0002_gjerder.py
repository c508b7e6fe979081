from django.db import migrations

from samvern.apps.personer import gjerder
from samvern.engine.gjerder import put_up, take_down


class Migration(migrations.Migration):
    dependencies = [("personer", "0001_initial")]
    operations = [migrations.RunPython(put_up(gjerder.TABLES), take_down(gjerder.TABLES))]
