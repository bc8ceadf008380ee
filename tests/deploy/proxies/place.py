"""Where a proxy of a test runs, and its file with what has to differ there."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.project.source_tree import ROOT
from tests.system_packages import need_program

DEPLOY = ROOT / "compass" / "deploy"
Swap = tuple[str, str]  # a regular expression, and what stands there instead


@dataclass(frozen=True)
class Place:
    """Folder, ports of the sites behind, folder of the saved pages, ports of https and http."""

    folder: Path
    behind: tuple[int, ...]
    away: Path
    port: int
    plain_port: int


def swapped(name: str, swaps: Iterable[Swap]) -> str:
    """A file of compass/deploy with these swaps. Raises ValueError where one finds nothing."""
    text = (DEPLOY / name).read_text()
    for old, new in swaps:
        text, times = re.subn(old, new, text, flags=re.MULTILINE)
        if not times:
            raise ValueError(f"{name} has no {old}.")
    return text


def certificate(folder: Path) -> None:
    """privkey.pem and fullchain.pem, as certbot calls them, and compass.pem with both."""
    key = (
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=compass.example",
    )
    names = ("-addext", "subjectAltName=DNS:compass.example")
    files = ("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"))
    subprocess.run([need_program("openssl", "openssl"), *key, *names, *files], check=True, capture_output=True)
    both = [(folder / name).read_text() for name in ("fullchain.pem", "privkey.pem")]
    (folder / "compass.pem").write_text("".join(both))
