from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0006_postal_codes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('zone', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.JSONField()),
                ('everywhere', models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name='Language',
            fields=[
                ('code', models.CharField(max_length=3, primary_key=True, serialize=False)),
                ('name', models.JSONField()),
            ],
        ),
        migrations.AddField(
            model_name='country',
            name='timezones',
            field=models.JSONField(db_default=[]),
        ),
        migrations.AddField(
            model_name='region',
            name='timezone',
            field=models.CharField(db_default='', max_length=40),
        ),
    ]
