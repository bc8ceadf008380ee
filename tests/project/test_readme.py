"""README says what is kept: every cookie, key and column, and nothing that is not."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from compass.models import SealedRecord, Visit
from tests.people import TEEN_BLACKMAILED
from tests.visitor import Walker
from wizard.visit_contents import PARTS

README = (Path(__file__).parents[2] / "README.md").read_text()


def named(section: str) -> set[str]:
    """The names in code marks in the first column of the tables of a section."""
    text = README.split(f"## {section}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("|")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


@pytest.mark.django_db
def test_what_it_keeps_is_what_a_full_visit_holds() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/plan/tell-someone/")
    walker.post("/plan/tell-someone/", done="1")
    for link in ("first", "second"):
        walker.get("/notes/")
        last = walker.post("/notes/", link=link).url.partition("#n")[2]
    walker.get("/notes/")
    walker.post(f"/notes/{last}/move/", to="up")
    columns = {field.name for table in (Visit, SealedRecord) for field in table._meta.get_fields() if field.concrete}
    keys = set(walker.client.session.keys())
    cookies = set(walker.client.cookies)
    kinds = {kind for kind, _heading, _boxes in PARTS}
    assert named("What it keeps") == columns | keys | cookies | kinds | {"__Host-visit"}


def test_every_setting_is_named() -> None:
    source = (Path(settings.ROOT) / "compass" / "settings.py").read_text()
    assert named("Settings") == set(re.findall(r'"(COMPASS_[A-Z_]+)"', source))
