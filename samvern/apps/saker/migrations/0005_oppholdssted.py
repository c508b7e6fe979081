"""Where the person stays beside who is responsible: the column of the lists, and the policies that
let the place of stay through. `samvern bygg-opp` fills in what is there already."""

from django.db import migrations, models

from samvern.apps.saker import rls


class Migration(migrations.Migration):
    dependencies = [("saker", "0004_sperrer")]
    operations = [
        migrations.AddField(
            model_name='saksstand',
            name='oppholdssted',
            field=models.UUIDField(db_index=True, null=True),
        ),
        migrations.RunPython(rls.put_up, migrations.RunPython.noop),
    ]
