"""The tables of the audit log, their triggers, and the first row of the head.

There is no way back: a log is never dropped by a migration.
"""

from django.db import migrations, models

from samvern.apps.revisjon.triggers import guard


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Revisjonshode',
            fields=[
                ('id', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('nr', models.BigIntegerField()),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'db_table': 'revisjonshode',
            },
        ),
        migrations.CreateModel(
            name='Revisjonslogg',
            fields=[
                ('nr', models.BigIntegerField(primary_key=True, serialize=False)),
                ('tid', models.DateTimeField(db_index=True)),
                ('bruker', models.CharField(db_index=True, max_length=64)),
                ('rolle', models.CharField(max_length=64)),
                ('virksomhet', models.CharField(max_length=64)),
                ('forespoersel', models.CharField(max_length=64)),
                ('handling', models.CharField(max_length=64)),
                ('saker', models.JSONField()),
                ('objekttype', models.CharField(max_length=64)),
                ('objekt', models.CharField(max_length=64)),
                ('lest', models.JSONField()),
                ('skrevet', models.JSONField()),
                ('grunn', models.CharField(max_length=64)),
                ('utfall', models.CharField(max_length=8)),
                ('kode', models.CharField(max_length=64)),
                ('forpliktelser', models.JSONField()),
                ('versjon', models.PositiveSmallIntegerField()),
                ('forrige', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'db_table': 'revisjonslogg',
            },
        ),
        migrations.CreateModel(
            name='Revisjonssak',
            fields=[
                ('pk', models.CompositePrimaryKey('sak', 'nr', blank=True, editable=False, primary_key=True, serialize=False)),
                ('sak', models.CharField(max_length=64)),
                ('nr', models.BigIntegerField(db_index=True)),
            ],
            options={
                'db_table': 'revisjonssak',
            },
        ),
        migrations.RunPython(guard),
        migrations.AlterModelOptions(name='revisjonshode', options={'managed': False}),
        migrations.AlterModelOptions(name='revisjonslogg', options={'managed': False}),
        migrations.AlterModelOptions(name='revisjonssak', options={'managed': False}),
    ]
