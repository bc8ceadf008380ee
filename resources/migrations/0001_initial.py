

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Country',
            fields=[
                ('code', models.CharField(max_length=2, primary_key=True, serialize=False)),
                ('name', models.JSONField()),
                ('eu', models.BooleanField()),
                ('emergency_note', models.JSONField(null=True)),
                ('sources', models.JSONField()),
                ('checked_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='FactsVersion',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='Helpline',
            fields=[
                ('slug', models.SlugField(max_length=80, primary_key=True, serialize=False)),
                ('name', models.JSONField()),
                ('organisation', models.CharField(max_length=200)),
                ('country', models.CharField(db_index=True, max_length=3)),
                ('regions', models.JSONField()),
                ('emergency', models.BooleanField()),
                ('serves', models.JSONField()),
                ('notes', models.JSONField()),
                ('age_min', models.PositiveSmallIntegerField(null=True)),
                ('age_max', models.PositiveSmallIntegerField(null=True)),
                ('youth_ok', models.BooleanField()),
                ('adult_ok', models.BooleanField()),
                ('for_roles', models.JSONField()),
                ('crosses', models.CharField(max_length=8, null=True)),
                ('topics', models.JSONField()),
                ('languages', models.JSONField()),
                ('free', models.BooleanField(null=True)),
                ('confidential', models.BooleanField(null=True)),
                ('anonymous', models.BooleanField(null=True)),
                ('url', models.CharField(max_length=300, null=True)),
                ('official_source', models.BooleanField()),
                ('withdrawn', models.BooleanField()),
                ('sources', models.JSONField()),
                ('checked_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Law',
            fields=[
                ('slug', models.SlugField(max_length=60, primary_key=True, serialize=False)),
                ('place', models.JSONField()),
                ('kind', models.CharField(max_length=20)),
                ('status', models.CharField(max_length=22)),
                ('for_subject', models.CharField(max_length=8)),
                ('applies_to_roles', models.JSONField()),
                ('title', models.JSONField()),
                ('plain', models.JSONField()),
                ('how_to_use', models.JSONField()),
                ('age_alone_from', models.PositiveSmallIntegerField(null=True)),
                ('sources', models.JSONField()),
                ('checked_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Platform',
            fields=[
                ('slug', models.SlugField(max_length=60, primary_key=True, serialize=False)),
                ('path', models.SlugField(max_length=60, unique=True)),
                ('name', models.CharField(max_length=80)),
                ('kind', models.CharField(max_length=20)),
                ('aliases', models.JSONField()),
                ('likely', models.PositiveSmallIntegerField()),
                ('covered_by_us_48h', models.BooleanField(null=True)),
                ('blackmail_form', models.BooleanField()),
                ('report_deletes_or_exposes', models.JSONField(null=True)),
                ('warnings', models.JSONField()),
                ('sources', models.JSONField()),
                ('checked_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Channel',
            fields=[
                ('key', models.CharField(max_length=90, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(max_length=8)),
                ('value', models.CharField(max_length=300)),
                ('dial', models.CharField(max_length=5, null=True)),
                ('from_abroad', models.BooleanField()),
                ('label', models.JSONField()),
                ('keyword', models.CharField(max_length=20, null=True)),
                ('opening_hours', models.CharField(max_length=120, null=True)),
                ('timezone', models.CharField(max_length=40, null=True)),
                ('hours_uncertain', models.BooleanField()),
                ('helpline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channels', to='resources.helpline')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Region',
            fields=[
                ('code', models.CharField(max_length=6, primary_key=True, serialize=False)),
                ('name', models.JSONField()),
                ('emergency_note', models.JSONField(null=True)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='regions', to='resources.country')),
            ],
        ),
    ]
