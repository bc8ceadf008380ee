"""The visitor of the tests of the shell, for the tests that attack it."""

from tests.compass.conftest import age, opened, started, visitor, writes

__all__ = ["age", "opened", "started", "visitor", "writes"]
