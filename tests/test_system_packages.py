"""A missing part of the machine skips a test here, and fails it where COMPASS_STRICT=1 promises that all is there."""

import pytest

from tests import system_packages

NEEDS = {
    "browser": (
        system_packages.need_browser,
        "The program chromium is missing. On Debian and Ubuntu: apt-get install chromium",
    ),
    "program": (
        lambda: system_packages.need_program("pdftotext", "poppler-utils"),
        "The program pdftotext is missing. On Debian and Ubuntu: apt-get install poppler-utils",
    ),
    "library": (
        system_packages.need_pango,
        "Pango is missing. On Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    "checker": (
        system_packages.need_html_checker,
        "The program java is missing. On Debian and Ubuntu: apt-get install openjdk-17-jre-headless",
    ),
    "font": (
        system_packages.need_font,
        "The font DejaVuSans.ttf is missing. On Debian and Ubuntu: apt-get install fonts-dejavu-core",
    ),
}
STRICTNESS = {"0": pytest.skip.Exception, "1": pytest.fail.Exception}


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    """A machine without programs, fonts and drawing libraries."""

    def refuse(name):
        raise OSError(f"cannot load library for {name}")

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system_packages, "FONT_FOLDERS", [tmp_path])
    monkeypatch.setattr(system_packages, "import_module", refuse)


@pytest.mark.parametrize("strict", STRICTNESS)
@pytest.mark.parametrize("need", NEEDS)
def test_a_missing_part_skips_or_fails_with_the_package_to_install(need, strict, monkeypatch, bare_machine):
    ask, line = NEEDS[need]
    monkeypatch.setenv("COMPASS_STRICT", strict)
    with pytest.raises(STRICTNESS[strict]) as ended:
        ask()
    assert str(ended.value) == line


def test_without_the_switch_a_missing_part_skips(monkeypatch, bare_machine):
    monkeypatch.delenv("COMPASS_STRICT", raising=False)
    with pytest.raises(pytest.skip.Exception):
        system_packages.need_browser()


def test_a_part_that_is_there_is_handed_over(monkeypatch, tmp_path):
    program, font = tmp_path / "chromium", tmp_path / "deep" / "DejaVuSans.ttf"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    font.parent.mkdir()
    font.touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system_packages, "FONT_FOLDERS", [tmp_path / "nowhere", tmp_path])
    monkeypatch.setattr(system_packages, "import_module", lambda name: name)
    assert (system_packages.need_browser(), system_packages.need_font(), system_packages.need_pango()) == (
        str(program),
        font,
        None,
    )


@pytest.mark.parametrize("strict", STRICTNESS)
def test_where_java_has_nothing_to_run_the_command_that_fetches_it_is_named(strict, monkeypatch, tmp_path):
    monkeypatch.setenv("COMPASS_STRICT", strict)
    monkeypatch.setattr(system_packages, "need_program", lambda name, package: name)
    monkeypatch.setattr(system_packages, "HTML_CHECKER", tmp_path / "vnu.jar")
    with pytest.raises(STRICTNESS[strict]) as ended:
        system_packages.need_html_checker()
    assert str(ended.value) == (
        "The HTML checker is missing. On Debian and Ubuntu: apt-get install npm, then: make html-checker"
    )
