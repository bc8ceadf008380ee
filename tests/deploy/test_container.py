"""What the Containerfile does, done here: the script installs, collects and starts what is copied, as another user.

The code is read only and belongs to somebody else; what is made goes into an empty folder. No container is needed.
"""

import os
import pwd
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from tests import postgresql
from tests.compass.test_env_file import assigned
from tests.deploy.says_https import before
from tests.deploy.test_containerfile import SCRIPT, instructions
from tests.project.server import free_port
from tests.project.source_tree import ROOT, files, text
from tests.system_packages import missing

pytestmark = pytest.mark.thorough
NOBODY = "nobody"
ENDED, COUNT = "2026-01-01 00:00:00", "SELECT count(*) FROM compass_visit"
MOST_SECONDS_TO_INSTALL, MOST_SECONDS_TO_START = 300, 60
# How this machine reaches its packages, and nothing of ours.
KEPT = ("PATH", "PIP_", "SSL_CERT", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")


@dataclass
class Image:
    """A folder as the Containerfile makes it: the code, who uses it, and what it may write to."""

    top: Path
    user: str | None
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def state(self) -> Path:
        """The one folder that belongs to the user."""
        return self.top / "state"

    def begin(self, *words: str, **more: str) -> subprocess.Popen[str]:
        """The script, started by that user, with the settings of a site."""
        kept = {name: value for name, value in os.environ.items() if name.startswith(KEPT)}
        paths = {"HOME": self.state, "VENV": self.state / "venv", "COMPASS_STATIC": self.state / "static"}
        paths["COMPASS_DATABASE"] = self.state / "compass.sqlite3"
        image = {**{name: str(path) for name, path in paths.items()}, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.Popen(
            [str(self.top / "code" / SCRIPT), *words],
            env={**kept, **image, **self.settings, **more},
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **({"user": self.user, "group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []} if self.user else {}),
        )

    def run(self, *words: str, seconds: int = 60, **more: str) -> tuple[int, str, str]:
        """How the script ends, and what it says on both ways."""
        with self.begin(*words, **more) as process:
            try:
                out, err = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise
        return process.returncode, out, err

    def written(self) -> set[str]:
        """What lies in the folder of the code."""
        return {str(path.relative_to(self.top / "code")) for path in (self.top / "code").rglob("*") if path.is_file()}


def copied() -> list[str]:
    """The files that the Containerfile copies."""
    sources = [word for line in instructions("COPY") for word in line.split()[:-1]]
    return [path for path in files() if any(path == source or path.startswith(f"{source}/") for source in sources)]


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    """What is copied, read only, and an empty folder of another user."""
    # Not in the folder of the tests: another user could not enter that one.
    top = Path(tempfile.mkdtemp(prefix="compass-image-"))
    made = Image(top, NOBODY if os.geteuid() == 0 else None)
    try:
        for path in copied():
            (top / "code" / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, top / "code" / path)
        subprocess.run(["chmod", "-R", "a=rX,u-w", top / "code"], check=True)
        (top / "code" / SCRIPT).chmod(0o555)
        made.state.mkdir(mode=0o700)
        if made.user:
            shutil.chown(made.state, made.user)
        top.chmod(0o755)
        yield made
    finally:
        subprocess.run(["chmod", "-R", "u+w", top / "code"], check=True)
        shutil.rmtree(top)


@pytest.fixture(scope="module")
def site(image: Image) -> Image:
    """The image with its packages installed, its files collected, and settings that `new_site` made."""
    assert image.run("install", seconds=MOST_SECONDS_TO_INSTALL) == (0, "", "")
    assert image.run("collect", COMPASS_SECRET_KEY_FILE="nowhere") == (0, "", "")
    made = image.run("manage", "new_site", "--host=127.0.0.1", "--country=CA", f"--to={image.state}/env")
    assert (made[0], made[2]) == (0, "")
    image.settings = assigned((image.state / "env").read_text())
    return image


def wait_until_well(site: Image, port: int) -> tuple[int, str, str]:
    """What `healthy` says as soon as it is content; what it said last when the time is over."""
    until = time.monotonic() + MOST_SECONDS_TO_START
    while (said := site.run("healthy", str(port)))[0] and time.monotonic() < until:
        time.sleep(0.2)
    return said


def test_without_packages_it_says_how_to_get_them(image: Image) -> None:
    sentence = f"There are no packages in {image.state}/venv/none: run compassctl install\n"
    assert image.run("start", VENV=f"{image.state}/venv/none") == (2, "", sentence)


def test_another_user_runs_the_site_while_the_code_is_read_only(site: Image) -> None:
    there, port = site.written(), free_port()
    with site.begin("start", "--host", "127.0.0.1", "--port", str(port)) as process:
        try:
            well = wait_until_well(site, port)
            with before(port) as address:
                walked = site.run("manage", "walk_once", "--url", address)
            process.terminate()
            process.wait(10)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        said = process.stderr.read() if process.stderr else ""
    assert (well, walked[0], walked[2], said) == ((0, "ok\n", ""), 0, "", "")
    assert site.run("healthy", str(port)) == (1, "", "No answer: Connection refused\n")
    assert site.written() == there
    open_to_others = [path for path in site.state.glob("*.sqlite3*") if path.stat().st_mode & 0o077]
    assert (open_to_others, (site.state / "static" / "staticfiles.json").is_file()) == ([], True)


def test_what_is_installed_is_not_installed_again(site: Image) -> None:
    begun = time.monotonic()
    assert (site.run("install", PIP_INDEX_URL="https://nowhere.invalid/"), time.monotonic() - begun < 5) == (
        (0, "", ""),
        True,
    )


@pytest.mark.parametrize(
    ("words", "more", "sentence"),
    [
        (("serve",), {}, "compassctl install, collect, start, purge, healthy or manage: see the head of "),
        (("collect",), {"COMPASS_STATIC": ""}, "Set COMPASS_STATIC to the folder for the collected files."),
        (("start",), {"COMPASS_SECRET_KEY": ""}, "Set COMPASS_SECRET_KEY in the environment, or COMPASS_SECRET_KEY_"),
        (("install",), {"VENV": "another", "PYTHON": "false"}, "Compass needs Python 3.11 or newer:"),
    ],
)
def test_a_slip_is_one_sentence_with_code_2(words, more, sentence, site: Image) -> None:
    code, out, said = site.run(*words, **more)
    assert (code, out, said.count("\n"), said[: len(sentence)]) == (2, "", 1, sentence)


def test_ended_visits_are_deleted_again_and_again_until_it_is_stopped(site: Image) -> None:
    with site.begin("purge", "0.2") as process:
        left = []
        for name in ("first", "second"):
            with closing(sqlite3.connect(site.state / "compass.sqlite3", isolation_level=None)) as rows:
                rows.execute("INSERT INTO compass_visit VALUES (?, ?, ?, ?)", (name, b"", ENDED, ENDED))
                until = time.monotonic() + 10
                while (count := rows.execute(COUNT).fetchone()[0]) and time.monotonic() < until:
                    time.sleep(0.1)
            left.append(count)
        still, begun = process.poll(), time.monotonic()
        process.terminate()
        process.wait(10)
        said = process.stderr.read() if process.stderr else ""
    assert (left, still, process.returncode, said) == ([0, 0], None, 0, "")
    assert time.monotonic() - begun < 3


def test_the_database_of_compose_takes_its_settings_and_writes_down_no_value() -> None:
    service = yaml.safe_load(text("compass/deploy/compose.yaml"))["services"]["database"]
    asked = dict(word.removeprefix("-c").split("=", 1) for word in service["command"] if word.startswith("-c"))
    try:
        postgresql.programs()
    except SystemExit:
        missing("PostgreSQL", "postgresql")
    with postgresql.server(tuple(f"{name}={value}" for name, value in asked.items())) as address:
        import psycopg

        with psycopg.connect(address, autocommit=True) as line:
            shown = {name: line.execute(f"SHOW {name}").fetchone()[0] for name in asked}
            line.execute("CREATE TABLE visit (id text PRIMARY KEY)")
            for _ in range(2):
                try:
                    line.execute("INSERT INTO visit VALUES (%s)", ["a-row-that-nobody-may-read"])
                except psycopg.errors.UniqueViolation:
                    refused = True
            folder = Path(line.info.host)
        log = (folder / "log").read_text()
    assert (shown, refused) == (asked, True)
    assert ("duplicate key" in log, re.findall(r"a-row-that-nobody|INSERT", log)) == (True, [])
