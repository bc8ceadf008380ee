"""Tells Django about the shell and switches its system checks on."""

from django.apps import AppConfig
from django.core.signals import request_started
from django.db.backends.signals import connection_created


class CompassConfig(AppConfig):
    """The shell: sealed visits, headers, leaving, health."""

    name = "compass"

    def ready(self) -> None:
        """Registers the checks for the operator, and what looks after the connection."""
        from compass import checks, database, silence  # noqa: F401

        connection_created.connect(database.note_opened)
        connection_created.connect(silence.give_up)
        request_started.connect(database.let_go_of_another_file)
