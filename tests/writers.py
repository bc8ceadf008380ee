"""Somebody else who holds the database, SQLite or PostgreSQL: what a note or leaving meets on a busy night."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from django.db import connection


@contextmanager
def somebody_else() -> Iterator:
    """A second connection that waits for nobody; `execute` gives the rows."""
    if connection.vendor == "sqlite":
        other = sqlite3.connect(connection.settings_dict["NAME"], timeout=0, isolation_level=None, uri=True)
    else:
        other = connection.Database.connect(**connection.get_connection_params(), autocommit=True)
        other.execute("SET lock_timeout = 1")
    with closing(other):
        yield other


@contextmanager
def locked(other=None) -> Iterator[None]:
    """Everybody may read visits and nobody may write them."""
    if other is None:
        with somebody_else() as new, locked(new):
            yield
        return
    if connection.vendor == "sqlite":
        other.execute("BEGIN IMMEDIATE")
    else:
        other.execute("BEGIN")
        other.execute("LOCK TABLE compass_visit IN EXCLUSIVE MODE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
