from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0003_editors_order'),
    ]

    operations = [
        migrations.AddField(
            model_name='takedownservice',
            name='only_minors_now',
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name='takedownservice',
            name='only_on',
            field=models.JSONField(db_default=[]),
        ),
        migrations.AddField(
            model_name='takedownservice',
            name='part',
            field=models.CharField(db_default='bodies', max_length=10),
        ),
    ]
