
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='TakedownService',
            fields=[
                ('slug', models.SlugField(max_length=60, primary_key=True, serialize=False)),
                ('name', models.JSONField()),
                ('place', models.JSONField()),
                ('status', models.CharField(max_length=22)),
                ('for_subject', models.CharField(max_length=8)),
                ('age_alone_from', models.PositiveSmallIntegerField(null=True)),
                ('who_can_use', models.JSONField()),
                ('age_rule', models.JSONField(null=True)),
                ('what_it_does', models.JSONField()),
                ('what_it_cannot_do', models.JSONField(null=True)),
                ('contacts_other_person', models.BooleanField(null=True)),
                ('contact_note', models.JSONField(null=True)),
                ('what_you_need', models.JSONField()),
                ('needs_file_on_device', models.BooleanField()),
                ('accepts_video', models.BooleanField(null=True)),
                ('accepts_ai', models.BooleanField(null=True)),
                ('required_elements', models.JSONField()),
                ('deadline_hours', models.PositiveSmallIntegerField(null=True)),
                ('clock_starts', models.JSONField(null=True)),
                ('order_deadline_hours', models.PositiveSmallIntegerField(null=True)),
                ('use_after_hours', models.PositiveSmallIntegerField(null=True)),
                ('complain_to', models.CharField(max_length=60, null=True)),
                ('complaint', models.JSONField(null=True)),
                ('url', models.CharField(max_length=300, null=True)),
                ('languages', models.JSONField()),
                ('participants', models.JSONField()),
                ('participants_as_of', models.CharField(max_length=10, null=True)),
                ('sources', models.JSONField()),
                ('checked_on', models.DateField()),
            ],
        ),
        migrations.AddField(
            model_name='platform',
            name='evidence_tips',
            field=models.JSONField(default=list),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='platform',
            name='evidence_tips_adult',
            field=models.JSONField(default=list),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='platform',
            name='matching',
            field=models.JSONField(default=list),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='platform',
            name='minors_allowed_from',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.CreateModel(
            name='Guide',
            fields=[
                ('key', models.CharField(max_length=70, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('purpose', models.CharField(max_length=16)),
                ('where', models.CharField(max_length=5)),
                ('account_needed', models.BooleanField(null=True)),
                ('steps', models.JSONField()),
                ('form_url', models.CharField(max_length=300, null=True)),
                ('email', models.CharField(max_length=100, null=True)),
                ('needs', models.JSONField()),
                ('expect', models.JSONField(null=True)),
                ('under_18_ok', models.BooleanField()),
                ('platform', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guides', to='resources.platform')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
    ]
