from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0004_parts_of_removal_services'),
    ]

    operations = [
        migrations.AddField(
            model_name='helpline',
            name='goes_between',
            field=models.BooleanField(db_default=False),
        ),
    ]
