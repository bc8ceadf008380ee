"""An upgrade while people use the site, as its unit reloads it, and the way back: nobody loses a request or a visit."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from tests.deploy.pressure import Someone, answered, failed, pressure
from tests.project.server import copy_project
from tests.project.site import Site
from tests.project.visitors import Visitor

pytestmark = pytest.mark.thorough
# Together twenty requests a second.
WAYS, EVERY = {Someone.in_the_middle: 3, Someone.walking: 3, Someone.reading: 4}, 0.5
LINE, CHANGED = "Kids Help Phone", "Line With Another Name"
FACTS, SHEET = Path("fixtures", "helplines", "ca.json"), Path("static", "css", "compass.css")
CODE, NEXT = Path("compass", "__init__.py"), "This is version 7.7.7"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    environment = {
        "PATH": os.environ["PATH"],
        "COMPASS_LOCAL": "1",
        "COMPASS_SECRET_KEY": "k" * 50,
        "COMPASS_VISIT_PEPPERS": "p" * 50,
        "COMPASS_DATABASE": str(tmp_path / "made" / "compass.sqlite3"),
        "COMPASS_STATIC": str(tmp_path / "made" / "static"),
        "COMPASS_STATIC_PAGES": str(tmp_path / "away"),
    }
    with Site.running(copy_project(tmp_path / "site"), environment) as running:
        yield running


def unpack(checkout: Path, version: dict[Path, str]) -> None:
    for path, text in version.items():
        (checkout / path).write_text(text)


def shown(site: Site) -> tuple[bool, bool, bool]:
    """Whether the site names the old line, the new one, and the next version; twenty pages must say the same."""

    def page(path: str) -> str:
        return Visitor(site.port).ask("GET", path).body.decode()

    pages = [(page("/people/ca/"), page("/about/")) for _ in range(20)]
    (found,) = {(LINE in people, CHANGED in people, NEXT in about) for people, about in pages}
    return found


def knows(site: Site, someone: Someone) -> bool:
    """True when the visit is open."""
    return site.get("/plan/", Cookie=someone.visitor.cookie)[0] == 200


def upgrade(site: Site, version: dict[Path, str]) -> list[Someone]:
    """The people who were there, with a moment before and after."""
    with pressure(site.port, WAYS, EVERY) as people:
        sleep(2)
        unpack(site.checkout, version)
        sleep(1)
        site.reload_as_the_unit_does()
        sleep(2)
    return people


def test_an_upgrade_and_the_way_back_lose_nothing(site: Site) -> None:
    before = {path: (site.checkout / path).read_text() for path in (FACTS, SHEET, CODE)}
    after = {
        FACTS: before[FACTS].replace(LINE, CHANGED),
        SHEET: before[SHEET] + "\n.of-the-upgrade{margin:0}\n",
        CODE: before[CODE] + '\n__version__ = "7.7.7"\n',
    }
    first = site.sheet()
    there = upgrade(site, after)
    second = site.sheet()
    assert (shown(site), first == second) == ((False, True, True), False)
    assert [site.get(path)[0] for path in (first, second)] == [200, 200]
    back = upgrade(site, before)
    assert (shown(site), site.sheet()) == ((True, False, False), first)
    assert [site.get(path)[0] for path in (first, second)] == [200, 200]
    for people in (there, back):
        assert (failed(people), len(answered(people)) > 100) == ([], True)
    # Those from before the first upgrade are still in the middle of their visit.
    assert [someone.lost() for someone in (*there, *back)] == [[]] * 20
    assert min(len(someone.kept) for someone in (*there[:3], *back[:3])) > 1
    assert [knows(site, someone) for someone in (*there[:6], *back[:6])] == [True] * 12
