"""Gives up on a PostgreSQL server that says nothing.

The system notices a host that is away (`database_setting.LOST`). A server that is frozen still has its host, which goes
on taking what is sent: without this a page would wait until somebody wakes it.
"""

from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper


def give_up(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """For a new connection: each statement gets as long as it may wait for a lock, and the seconds of the setting.

    After that it raises django.db.OperationalError, and the connection is of no more use.
    """
    if connection.vendor != "postgresql":
        return
    from psycopg import OperationalError, errors

    opened = connection.connection
    wait = opened.wait

    def in_time(generator: Any, *words: Any, **options: Any) -> Any:
        seconds = getattr(connection, "waits", 0) + settings.DATABASE_SILENCE_SECONDS
        try:
            return wait(generator, *words, **{"timeout": seconds, **options})
        except errors._WaitTimeout as silence:
            opened.pgconn.finish()
            raise OperationalError("The server says nothing.") from silence

    opened.wait = in_time
