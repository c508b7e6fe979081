"""Cases that are shut for a user: the table, its trigger, and the policies that look at it."""

import django.db.models.deletion
import samvern.engine.crypto
import samvern.engine.ids
from django.db import migrations, models

from samvern.apps.saker import rls, sperremodell
from samvern.engine.gjerder import put_up, take_down


class Migration(migrations.Migration):
    dependencies = [("saker", "0003_radvern")]
    operations = [
        migrations.CreateModel(
            name='Sakssperre',
            fields=[
                ('id', models.UUIDField(default=samvern.engine.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('bruker', models.UUIDField()),
                ('grunn', samvern.engine.crypto.EncryptedText(subject='person_id')),
                ('fra', models.DateField()),
                ('til', models.DateField(null=True)),
                ('registrert', models.DateTimeField()),
                ('registrert_av', models.UUIDField()),
                ('opphevet_av', models.UUIDField(null=True)),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='saker.sak')),
            ],
            options={
                'indexes': [models.Index(fields=['bruker', 'fra'], name='sakssperre_bruker')],
                'constraints': [models.CheckConstraint(condition=models.Q(('registrert_av', models.F('bruker')), _negated=True), name='sakssperre_ikke_av_brukeren_selv'), models.CheckConstraint(condition=models.Q(('opphevet_av', None), models.Q(('opphevet_av', models.F('bruker')), _negated=True), _connector='OR'), name='sakssperre_aapnes_av_en_annen')],
            },
        ),
        migrations.RunPython(put_up((sperremodell.GJERDE,)), take_down((sperremodell.GJERDE,))),
        migrations.RunPython(rls.put_up_shut, rls.take_down_shut),
    ]
