"""Gaspé, three at night, of 14 and of 30: from the front door to a number, a plan, a note, a request and a file."""

import re
import subprocess
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from compass.languages import FRENCH
from tests.content.french.page_rules import english
from tests.people import ADULT_MAY_SAY_NO, TEEN_BLACKMAILED
from tests.system_packages import need_pango, need_program
from tests.visitor import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
NIGHT = datetime(2026, 12, 1, 3, 0, tzinfo=ZoneInfo("America/Toronto"))
GASPE = {"place": "CA", "region": "CA-QC", "where": "instagram"}
PEOPLE = {
    "of 14": {**TEEN_BLACKMAILED, **GASPE, "age": "13-15"},
    "of 30": {**ADULT_MAY_SAY_NO, **GASPE, "age": "18-plus"},
}
TO_TAP = re.compile(r'href="(?:tel|sms):')
# Words that no French sentence has; names have some of them, in English.
FUNCTION_WORDS = "the you your and with this that they what who how when not have from for are is was do"


@pytest.fixture(autouse=True)
def night(monkeypatch):
    """Everything that asks what time it is."""
    monkeypatch.setattr(timezone, "now", lambda: NIGHT)


def shown(walker, path):
    """A page of the site in French; it may hold no English that does not say so."""
    response = walker.get(path)
    page = response.content.decode()
    assert (response.status_code, list(english(page))) == (200, []), path
    return page


def kept(walker, path, **data):
    """A form is sent; where it leads is shown."""
    walker.get(path)
    response = walker.post(walker.at, **data)
    assert response.status_code == 303, path
    return shown(walker, response.url)


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_somebody_in_gaspe_at_three_at_night_meets_no_english_but_names(person, tmp_path):
    need_pango()
    walker = Walker(FRENCH)
    assert TO_TAP.search(shown(walker, "/"))
    assert "Ouvert jour et nuit" in shown(walker, "/people/ca/qc/")
    walker.walk_by_hand(person)
    plan = shown(walker, "/plan/")
    steps = [link for link in walker.page.links if re.fullmatch(r"/plan/[a-z-]+/", link)]
    assert (bool(TO_TAP.search(plan)), len(steps) > 5) == (True, True)
    for step in steps:
        shown(walker, step)
    assert "ce compte m’écrit" in kept(walker, "/notes/new/", words="ce compte m’écrit", account="@quelquun")
    assert "Instagram" in kept(walker, "/remove/at/instagram/", found="https://instagram.com/p/1")
    walker.get("/plan/print/")
    # A busy machine draws a file later.
    paper = next(filter(lambda answer: answer.status_code == 200, (walker.post("/plan/print/") for _ in range(10))))
    assert paper["Content-Type"] == "application/pdf"
    (tmp_path / "plan.pdf").write_bytes(paper.content)
    command = [need_program("pdftotext", "poppler-utils"), "-raw", str(tmp_path / "plan.pdf"), "-"]
    read = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = [line for line in read.splitlines() if len({*line.lower().split()} & {*FUNCTION_WORDS.split()}) > 1]
    assert (lines, "Ce n’est pas" in read) == ([], True)
