from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0005_lines_that_go_between'),
    ]

    operations = [
        migrations.AddField(
            model_name='country',
            name='postal_code',
            field=models.CharField(db_default='', max_length=100),
        ),
    ]
