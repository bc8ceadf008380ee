"""Tells Django about the facts and switches their system checks on."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    """The facts: helplines, places, laws, apps and sites."""

    name = "resources"

    def ready(self) -> None:
        """Registers the checks for the operator."""
        from resources import checks  # noqa: F401
