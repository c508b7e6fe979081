"""Row-level security in PostgreSQL (see `samvern.apps.saker.rls`); openings are never changed."""

from django.db import migrations

from samvern.apps.saker import noed, rls
from samvern.engine.gjerder import put_up, take_down


class Migration(migrations.Migration):
    dependencies = [
        ("saker", "0002_gjerder"),
        ("personer", "0002_gjerder"),
        ("virksomheter", "0002_gjerder"),
    ]
    operations = [
        migrations.RunPython(put_up((noed.GJERDE,)), take_down((noed.GJERDE,))),
        migrations.RunPython(rls.put_up, rls.take_down),
    ]
