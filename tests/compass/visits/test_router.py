"""Visits may have a database of their own: it holds theirs alone, and no row of one points into the other."""

import json
import os
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings

from compass.models import SealedRecord, Visit
from compass.visits.router import Router
from resources.models import Country

# A whole visit by somebody whose site has two databases; prints what each of them holds afterwards.
WALK = """
import json, sys
from datetime import timedelta
import django
django.setup()
from django.core.management import call_command
from django.db import connections
from django.utils import timezone
call_command("prepare", port=sys.argv[1])
from compass.health import trouble
from compass.models import SealedRecord, Visit
from compass.visits import records
from compass.visits.purging import everything
from compass.visits.session_store import SessionStore
from resources.models import Country, FactsVersion
def counts():
    return [[model.objects.using(alias).count() for model in (Visit, SealedRecord)] for alias in connections]
said = {"trouble": trouble(), "tables": {}}
for alias in connections:
    with connections[alias].cursor() as cursor:
        said["tables"][alias] = sorted(connections[alias].introspection.table_names(cursor))
visit = SessionStore()
visit["who"] = "self"
visit.save()
records.add(visit.row, {"words": "one"})
said["open"] = counts()
past = timezone.now() - timedelta(hours=1)
Visit.objects.using("default").create(row_id="before", box=b"", idle_until=past, ends_at=past)
everything()
said["purged"] = counts()
SessionStore(visit.session_key).flush()
said["left"] = counts()
print(json.dumps(said))
"""


@pytest.mark.parametrize(
    ("db", "app", "may"),
    [("default", "resources", True), ("visits", "resources", False), ("visits", "compass", True)],
)
def test_the_database_of_visits_gets_no_other_table(db, app, may):
    assert Router().allow_migrate(db, app) is may


def test_visits_and_notes_are_read_and_written_there_and_facts_are_left_to_the_default():
    router, models = Router(), (Visit, SealedRecord, Country)
    assert [router.db_for_read(model) for model in models] == ["visits", "visits", None]
    assert [router.db_for_write(model) for model in models] == ["visits", "visits", None]


def test_rows_of_two_databases_are_never_related():
    assert [Router().allow_relation(Visit(), other) for other in (SealedRecord(), Country())] == [True, False]


def test_no_key_of_a_table_leads_into_the_other_database():
    crossing = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and (model._meta.app_label == "compass") != (field.related_model._meta.app_label == "compass")
    ]
    assert crossing == []


def test_a_site_with_two_databases_keeps_visits_in_theirs_and_purges_both(tmp_path, free_port):
    given = {
        "DJANGO_SETTINGS_MODULE": "compass.settings",
        "COMPASS_LOCAL": "1",
        "COMPASS_SECRET_KEY": "k" * 50,
        "COMPASS_VISIT_PEPPERS": "p" * 40,
        "COMPASS_DATABASE": str(tmp_path / "facts.sqlite3"),
        "COMPASS_VISITS_DATABASE": str(tmp_path / "visits.sqlite3"),
    }
    words = [sys.executable, "-c", WALK, free_port]
    said = subprocess.check_output(words, cwd=settings.ROOT, env={**os.environ, **given}, text=True).splitlines()[-1]
    said = json.loads(said)
    assert (said["trouble"], said["tables"]["visits"]) == ("", ["compass_note", "compass_visit", "django_migrations"])
    assert (said["open"], said["purged"], said["left"]) == ([[0, 0], [1, 1]], [[0, 0], [1, 1]], [[0, 0], [0, 0]])
