"""Beside a running site: new files and new secrets come with a reload, and nobody loses a page, a style or a visit."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.project.server import MOST_SECONDS_TO_START, Server, copy_project, free_port

KEY, OLD, NEW = "k" * 50, "old-pepper-" + "o" * 30, "new-pepper-" + "n" * 30


MANAGE = (sys.executable, "manage.py")


def environment(checkout):
    """Settings of this site; its peppers stand in a file."""
    return {
        "PATH": os.environ["PATH"],
        "COMPASS_LOCAL": "1",
        "COMPASS_SECRET_KEY": KEY,
        "COMPASS_VISIT_PEPPERS_FILE": str(checkout / "peppers"),
        "COMPASS_STATIC": str(checkout / "collected" / "static"),
    }


def prepare(checkout):
    """What an operator does before a start, and beside a running site."""
    subprocess.run([*MANAGE, "prepare"], cwd=checkout, env=environment(checkout), check=True, timeout=60)


class Site(Server):
    """A site that was started by `manage.py serve`; `make` is that process."""

    def workers(self):
        """The numbers of the workers, in the order of their making."""
        with open(f"/proc/{self.make.pid}/task/{self.make.pid}/children") as children:
            return [int(number) for number in children.read().split()]

    def reload(self):
        """Sends SIGHUP and waits until other workers do the work."""
        before, until = {*self.workers()}, time.monotonic() + MOST_SECONDS_TO_START
        os.kill(self.make.pid, signal.SIGHUP)
        while before & {*self.workers()} or len(self.workers()) < len(before):
            assert time.monotonic() < until
            time.sleep(0.1)
        self.wait_until_ready()

    def open_visit(self):
        """The cookie of a new visit."""
        return self.get("/guide/who/")[1]["Set-Cookie"].split(";")[0]

    def knows(self, cookie):
        """True when the visit of this cookie is open: its plan is a page and no way to the first question."""
        return self.get("/plan/", Cookie=cookie)[0] == 200


@pytest.fixture
def checkout(tmp_path):
    (copy_project(tmp_path) / "peppers").write_text(OLD)
    return tmp_path


@pytest.fixture
def site(checkout):
    port = free_port()
    prepare(checkout)
    printed = checkout.with_name("printed")
    with printed.open("w") as out:
        process = subprocess.Popen(
            [*MANAGE, "serve", "--port", str(port)],
            cwd=checkout,
            env=environment(checkout),
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    running = Site(process, port, printed)
    running.wait_until_ready()
    yield running
    running.end()


def sheet_of(site):
    """The address of the style sheet that the front door names."""
    return site.get("/")[2].decode().split('rel="stylesheet" href="')[1].split('"')[0]


def test_a_page_from_before_an_upgrade_still_gets_its_style_sheet(site, checkout):
    sheet = checkout / "static" / "css" / "compass.css"
    first, cookie = sheet_of(site), site.open_visit()
    sheet.write_text(sheet.read_text() + "\n.of-the-upgrade{margin:0}\n")
    prepare(checkout)
    beside = site.get(first)[0]
    site.reload()
    second = sheet_of(site)
    answers = [site.get(path)[0] for path in (first, second)]
    assert (beside, first == second, answers, site.knows(cookie)) == (200, False, [200, 200], True)


def test_a_reload_takes_a_new_pepper_and_keeps_the_visits_of_the_old_one(site, checkout):
    old = site.open_visit()
    (checkout / "peppers").write_text(f"{NEW}\n{OLD}\n")
    site.reload()
    both = site.knows(old), site.open_visit()
    (checkout / "peppers").write_text(NEW)
    site.reload()
    assert (both[0], site.knows(old), site.knows(both[1])) == (True, False, True)


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
