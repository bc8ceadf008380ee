"""Healthy means that the tables can be read."""

import pytest
from django.db import OperationalError

from compass.health import health
from compass.models import SealedRecordQuerySet, VisitQuerySet


def test_a_site_that_reads_its_tables_is_well(db):
    assert (health().status_code, health().content) == (200, b"ok")


@pytest.mark.django_db
@pytest.mark.parametrize("table", [VisitQuerySet, SealedRecordQuerySet])
def test_a_site_without_its_tables_is_not(monkeypatch, table):
    def away(self):
        raise OperationalError("no such table at /a/path")

    monkeypatch.setattr(table, "exists", away)
    assert (health().status_code, health().content) == (503, b"database")
