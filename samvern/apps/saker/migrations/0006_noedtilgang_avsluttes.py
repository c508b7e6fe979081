"""An emergency opening may end before its time, when the review finds no ground for it; never later."""

from django.db import migrations

from samvern.apps.saker import noed
from samvern.engine.gjerder import put_up


class Migration(migrations.Migration):
    dependencies = [("saker", "0005_oppholdssted")]
    operations = [migrations.RunPython(put_up((noed.GJERDE,)), migrations.RunPython.noop)]
