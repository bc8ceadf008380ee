"""The Containerfile and compose.yaml: well written, with the packages of the handbook, and closed where they can be."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.deploy.package_lists import BESIDE_THE_SITE, CONTAINERFILE, HANDBOOK, installed, of_ci, of_the_readme
from tests.project.source_tree import MADE, PACKAGES, ROOT, text

SCRIPT = "compass/deploy/compassctl"
COMPOSE = yaml.safe_load(text("compass/deploy/compose.yaml"))
SERVICES = COMPOSE["services"]


def lint(file: Path) -> tuple[int, str]:
    """What hadolint says of a file."""
    program = Path(sys.prefix) / "bin" / "hadolint"
    done = subprocess.run([program, "--no-color", file], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def instructions(word: str) -> list[str]:
    """The instructions of one kind, each on one line."""
    joined = re.sub(r" *\\\n *", " ", text(CONTAINERFILE))
    return re.findall(rf"^{word} (.*)$", joined, re.M)


def test_it_is_well_written() -> None:
    assert lint(ROOT / CONTAINERFILE) == (0, "")


def test_a_slip_in_it_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "Containerfile").write_text("FROM debian\nRUN cd /srv && apt-get install x\n")
    code, said = lint(tmp_path / "Containerfile")
    assert (code, {"DL3006", "DL3015"} - {*re.findall(r"DL\d+", said)}) == (1, set())


def test_its_packages_are_those_of_the_handbook_of_the_readme_and_of_ci() -> None:
    ours = installed(CONTAINERFILE)
    drawing = {name for name in ours if name.startswith(("lib", "fonts-"))}
    assert ours == installed(HANDBOOK) - BESIDE_THE_SITE
    assert (drawing, drawing - of_ci()) == (of_the_readme(), set())


def test_what_is_not_of_debian_is_done_by_the_script() -> None:
    first, *others = instructions("RUN")
    assert first.startswith("apt-get update && apt-get install ")
    assert others == [f"{SCRIPT} install", f"{SCRIPT} collect"]
    assert (instructions("ENTRYPOINT"), instructions("CMD")[-1].split('"')[1]) == ([f'["{SCRIPT}"]'], "start")
    assert [f'CMD ["{SCRIPT}", "healthy"]' in line for line in instructions("HEALTHCHECK")] == [True]


def test_the_script_is_well_formed_and_can_be_run() -> None:
    assert (ROOT / SCRIPT).stat().st_mode & 0o111 == 0o111
    assert subprocess.run(["sh", "-n", ROOT / SCRIPT], capture_output=True, check=False).returncode == 0


def test_only_what_serves_is_copied_and_nothing_that_was_made() -> None:
    copied = {word for line in instructions("COPY") for word in line.split()[:-1]}
    served = {*PACKAGES, "fixtures", "static", "templates", "manage.py", "requirements.txt", "LICENSE", SCRIPT}
    ignored = {
        line.removeprefix("**/") for line in text(f"{CONTAINERFILE}.dockerignore").splitlines() if line[0] != "#"
    }
    assert (copied, ignored) == (served, MADE | {"*.pyc"})


def test_it_is_another_user_and_holds_no_secret() -> None:
    names = re.findall(r"COMPASS_[A-Z_]+", " ".join(instructions("ENV")))
    assert (instructions("USER"), [name for name in names if "SECRET" in name or "PEPPER" in name]) == (
        ["10001:10001"],
        [],
    )


# compose.yaml ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_closed_where_it_can_be(name: str) -> None:
    service = SERVICES[name]
    kept = {key: service.get(key) for key in ("read_only", "cap_drop", "security_opt", "ulimits", "restart", "init")}
    assert kept == {
        "read_only": True,
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
        "ulimits": {"core": 0},
        "restart": "always",
        "init": True,
    }
    assert {"privileged", "cap_add", "devices", "pid", "ipc"} & {*service} == set()
    assert [mount.split(":")[0] for mount in service["tmpfs"]] == ["/tmp"]
    # The image of the site is another user by itself.
    assert service.get("user") == ("postgres" if name == "database" else None)


def test_only_this_machine_reaches_the_site_and_nobody_the_database() -> None:
    ports = {name: service.get("ports") for name, service in SERVICES.items()}
    networks = {name: service.get("network_mode") for name, service in SERVICES.items()}
    assert ports == {"site": ["127.0.0.1:8000:8000"], "purge": None, "database": None}
    assert networks == {"site": None, "purge": "none", "database": "none"}


def test_no_secret_stands_in_it_and_each_service_gets_its_own_only() -> None:
    files = {name: entry["file"] for name, entry in COMPOSE["secrets"].items()}
    assert files == {name: f"/etc/compass/{name}" for name in files}
    given = {name: service["secrets"] for name, service in SERVICES.items()}
    sites = ["secret_key", "visit_peppers", "database"]
    assert given == {"site": sites, "purge": sites, "database": ["database_password"]}
    named = {value for service in SERVICES.values() for key, value in service["environment"].items() if "_FILE" in key}
    assert named == {f"/run/secrets/{name}" for name in files}


def test_debians_own_compose_knows_every_part_of_it() -> None:
    # `name` came later.
    assert {key for key in COMPOSE if not key.startswith("x-")} == {"services", "secrets", "volumes"}
    assert COMPOSE["volumes"] == {name: {"name": f"compass-{name}"} for name in ("made", "socket", "rows")}


def test_its_volumes_are_named_but_for_the_pages_that_the_proxy_shows() -> None:
    mounts = {mount.split(":")[0] for service in SERVICES.values() for mount in service["volumes"]}
    assert mounts == {*COMPOSE["volumes"], "/run/compass"}
    assert f" {SERVICES['site']['environment']['COMPASS_STATIC_PAGES']};" in text("compass/deploy/nginx.conf")


def test_the_site_waits_for_the_database_and_has_the_paths_of_the_image() -> None:
    assert SERVICES["site"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert "pg_isready" in SERVICES["database"]["healthcheck"]["test"]
    kept = re.findall(r"COMPASS_\w+=(\S+)", " ".join(instructions("ENV")))
    assert {path.rpartition("/")[0] for path in kept} == {"/var/lib/compass"}
    assert "made:/var/lib/compass" in SERVICES["site"]["volumes"]
