"""What some tests need from the machine. A missing part skips the test, and fails it when COMPASS_STRICT=1.

Every helper answers the thing it found, or ends the test with one line that names the Debian package.
"""

import os
import shutil
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import pytest

# In CI: every place and every person, where a table of a few stands for all otherwise.
THOROUGH = os.environ.get("COMPASS_THOROUGH") == "1"
# Chromium asks its maker for news at every start; a test opens no connection that it did not ask for.
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HTML_CHECKER = Path(__file__).parents[1] / ".local" / "html-checker" / "vnu.jar"
FONT_FOLDERS = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts"]


def missing(what: str, package: str) -> NoReturn:
    """Skip the test, or fail it when COMPASS_STRICT=1."""
    line = f"{what} is missing. On Debian and Ubuntu: apt-get install {package}"
    if os.environ.get("COMPASS_STRICT") == "1":
        pytest.fail(line, pytrace=False)
    pytest.skip(line)


def need_program(name: str, package: str) -> str:
    """The full path of a program."""
    return shutil.which(name) or missing(f"The program {name}", package)


def need_browser() -> str:
    """The full path of Chromium, for `launch(executable_path=…, args=BROWSER_FLAGS)`."""
    return need_program("chromium", "chromium")


def need_html_checker() -> Path:
    """The jar of the Nu HTML checker, for Java."""
    need_program("java", "openjdk-17-jre-headless")
    return HTML_CHECKER if HTML_CHECKER.is_file() else missing("The HTML checker", "npm, then: make html-checker")


def need_pango() -> None:
    """The system libraries that WeasyPrint draws with."""
    try:
        import_module("weasyprint")
    except OSError:
        missing("Pango", "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")


def need_font(file: str = "DejaVuSans.ttf") -> Path:
    """The path of a font file."""
    found = (path for folder in FONT_FOLDERS for path in folder.rglob(file))
    return next(found, None) or missing(f"The font {file}", "fonts-dejavu-core")
