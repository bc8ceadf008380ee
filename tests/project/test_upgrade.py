"""Beside a running site: new files and new secrets come with a reload, and nobody loses a page, a style or a visit."""

import os
import subprocess

import pytest

from tests.project.server import copy_project
from tests.project.site import MANAGE, Site, manage

KEY, OLD, NEW = "k" * 50, "old-pepper-" + "o" * 30, "new-pepper-" + "n" * 30


def environment(checkout):
    """Settings of this site; its peppers stand in a file."""
    return {
        "PATH": os.environ["PATH"],
        "COMPASS_LOCAL": "1",
        "COMPASS_SECRET_KEY": KEY,
        "COMPASS_VISIT_PEPPERS_FILE": str(checkout / "peppers"),
        "COMPASS_STATIC": str(checkout / "collected" / "static"),
    }


def open_visit(site):
    """The cookie of a new visit."""
    return site.get("/guide/who/")[1]["Set-Cookie"].split(";")[0]


def knows(site, cookie):
    """True when the visit of this cookie is open: its plan is a page and no way to the first question."""
    return site.get("/plan/", Cookie=cookie)[0] == 200


@pytest.fixture
def checkout(tmp_path):
    (copy_project(tmp_path) / "peppers").write_text(OLD)
    return tmp_path


@pytest.fixture
def site(checkout):
    manage(checkout, environment(checkout), "prepare")
    running = Site.start(checkout, environment(checkout))
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.end()


def test_a_page_from_before_an_upgrade_still_gets_its_style_sheet(site, checkout):
    sheet = checkout / "static" / "css" / "compass.css"
    first, cookie = site.sheet(), open_visit(site)
    sheet.write_text(sheet.read_text() + "\n.of-the-upgrade{margin:0}\n")
    manage(checkout, environment(checkout), "prepare")
    beside = site.get(first)[0]
    site.reload()
    second = site.sheet()
    answers = [site.get(path)[0] for path in (first, second)]
    assert (beside, first == second, answers, knows(site, cookie)) == (200, False, [200, 200], True)


def test_a_reload_takes_a_new_pepper_and_keeps_the_visits_of_the_old_one(site, checkout):
    old = open_visit(site)
    (checkout / "peppers").write_text(f"{NEW}\n{OLD}\n")
    site.reload()
    both = knows(site, old), open_visit(site)
    (checkout / "peppers").write_text(NEW)
    site.reload()
    assert (both[0], knows(site, old), knows(site, both[1])) == (True, False, True)


def test_a_made_up_person_walks_through_the_running_site(site, checkout):
    walked = subprocess.run(
        [*MANAGE, "walk_once", "--url", site.address],
        cwd=checkout,
        env=environment(checkout),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (walked.returncode, walked.stderr, walked.stdout.endswith(" seconds. Nothing stays.\n")) == (0, "", True)
