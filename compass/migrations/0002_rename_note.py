from django.db import migrations


class Migration(migrations.Migration):
    """A new name in the code only: table, columns and constraint stay, so that the version before can go on serving."""

    dependencies = [("compass", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RenameModel("Note", "SealedRecord"),
                migrations.AlterModelTable("sealedrecord", "compass_note"),
            ],
        ),
    ]
