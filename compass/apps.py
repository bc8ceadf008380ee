"""Tells Django about the shell and switches its system checks on."""

from django.apps import AppConfig


class CompassConfig(AppConfig):
    """The shell: sealed visits, headers, leaving, health."""

    name = "compass"

    def ready(self) -> None:
        """Registers the checks for the operator."""
        from compass import checks  # noqa: F401
