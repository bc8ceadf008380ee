"""System checks about the facts, for the operator. They read the fixtures: a database may not be there yet."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register

from resources.health import home_numbers
from resources.loading.fixtures import UnreadableError
from resources.repository import FILES


@register(Tags.compatibility, deploy=True)
def home_country(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A site without one number for its own country must not go online."""
    try:
        trouble = home_numbers((FILES, "en"))
    except UnreadableError as error:
        trouble = str(error)
    return [Error(f"The {trouble}.".replace(".. ", ". "), id="resources.E001")] if trouble else []
