"""Which database holds what, where visits have one of their own. Without `COMPASS_VISITS_DATABASE` nobody asks it."""

from typing import Any

from django.db.models import Model

APP, VISITS = "compass", "visits"


class Router:
    """Visits and notes in one database, the facts in the other. No row of one points to a row of the other."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """The alias for a model of this app; None leaves it to the default."""
        return VISITS if model._meta.app_label == APP else None

    db_for_write = db_for_read

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """True for two rows of the same database."""
        return (one._meta.app_label == APP) == (other._meta.app_label == APP)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """True for tables of this app everywhere, for all others in the default alone.

        The default keeps empty ones, so that the setting can be taken back, and so that visits from the time before it
        can be purged.
        """
        return db != VISITS or app_label == APP
