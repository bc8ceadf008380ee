"""The connection to a PostgreSQL server that may be frozen, or away."""

from typing import Any

from django.db.backends.postgresql import base

from compass import silence


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, but nobody who asks for a page waits for a server that is known to be silent."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """As Django's; raises OperationalError, without waiting where the server is silent."""
        with silence.asking(self.alias):
            return super().get_new_connection(conn_params)

    def is_usable(self) -> bool:
        """As Django's, but nobody waits for a server that is silent."""
        return not silence.is_silent(self.alias) and super().is_usable()
