"""The units are what systemd takes, leave little open, and start what there is to start."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.project.source_tree import ROOT
from tests.system_packages import need_program

FOLDER = ROOT / "compass" / "deploy"
UNITS = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".service", ".timer"))
SERVICES = [name for name in UNITS if name.endswith(".service")]
# Of ten; systemd calls this "OK". A plain unit has 9.6.
MOST_EXPOSED = 3.0


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    """What systemd-analyze says."""
    command = [need_program("systemd-analyze", "systemd"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def lines(unit: str, name: str) -> list[str]:
    """Every value of one setting, in order."""
    return re.findall(rf"^{name}=(.*)$", (FOLDER / unit).read_text(), re.M)


def test_systemd_takes_them(tmp_path: Path) -> None:
    for name in UNITS:
        text = (FOLDER / name).read_text()
        # A program that is here, in place of the one of the site.
        (tmp_path / name).write_text(text.replace("/srv/compass/.venv/bin/python", shutil.which("true") or "/bin/true"))
    said = analyze("verify", *(str(tmp_path / name) for name in UNITS))
    assert (said.returncode, said.stderr) == (0, "")


def test_a_slip_in_a_unit_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.service").write_text("[Service]\nExecStart=/bin/true\nProtectSytem=strict\n")
    assert "ProtectSytem" in analyze("verify", str(tmp_path / "a.service")).stderr


@pytest.mark.parametrize("name", SERVICES)
def test_little_is_open_to_them(name: str) -> None:
    said = analyze("security", "--offline=true", "--no-pager", str(FOLDER / name)).stdout
    (level,) = re.findall(r"Overall exposure level for \S+: ([\d.]+)", said)
    assert 0 < float(level) <= MOST_EXPOSED


@pytest.mark.parametrize("name", SERVICES)
def test_they_start_commands_that_exist(name: str) -> None:
    started = [*lines(name, "ExecStartPre"), *lines(name, "ExecStart"), *lines(name, "ExecReload")]
    ours = [found[1] for line in started if (found := re.search(r"manage\.py (\w+)", line))]
    assert set(ours) <= set(get_commands())
    assert ours != []


@pytest.mark.parametrize("name", SERVICES)
def test_no_unit_forbids_what_closes_the_memory(name: str) -> None:
    """`setrlimit` and `nice` are calls of @resources."""
    assert ("@resources" in " ".join(lines(name, "SystemCallFilter")), lines(name, "LimitCORE")) == (False, ["0"])


@pytest.mark.parametrize("name", SERVICES)
def test_the_user_is_the_one_that_the_handbook_makes(name: str) -> None:
    (user,) = lines(name, "User")
    assert re.findall(r"^    useradd --system .* (\S+)$", (FOLDER / "README.md").read_text(), re.M) == [user]
    # It would move the pages for the proxy below /run/private, which only root enters.
    assert lines(name, "DynamicUser") == []


def test_both_services_use_the_same_database() -> None:
    found = {name: [value for value in lines(name, "Environment") if "DATABASE" in value] for name in SERVICES}
    assert len({*map(tuple, found.values())}) == 1
