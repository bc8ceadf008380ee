"""Puts the static files where browsers get them, beside a running site.

They are made in a folder of their own and moved, each in one step, to where the site looks. What the last two manifests
name stays: a page that was made before an upgrade still gets its style sheet.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.management.commands import collectstatic
from django.core.files.storage import storages
from django.core.management import call_command

from compass.static_storage import STRIPPING

MANIFEST = "staticfiles.json"
BEFORE = "staticfiles.before.json"
PACKED = ("", ".gz", ".br")


def fingerprint() -> str:
    """SHA-256 (hex) over the names and bytes of every static file, and over the tools that pack them."""
    digest = hashlib.sha256(f"{version('django')} {version('whitenoise')} {STRIPPING}".encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            with storage.open(name) as file:
                content = file.read()
            digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def collect() -> bool:
    """Collect the static files unless the last ones collected were the same; True when it did."""
    root = Path(settings.STATIC_ROOT)
    mark, wanted = root.with_name("static.sha256"), fingerprint()
    if mark.is_file() and mark.read_text() == wanted and any(root.glob("*")):
        return False
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root.parent) as folder:
        _make(Path(folder))
        _move(Path(folder), root)
    mark.write_text(wanted)
    return True


def _make(folder: Path) -> None:
    command = collectstatic.Command()
    command.storage = storages.create_storage({**settings.STORAGES["staticfiles"], "OPTIONS": {"location": folder}})
    call_command(command, interactive=False, verbosity=0)


def _move(made: Path, root: Path) -> None:
    """Moves what was made, the manifest last, and deletes what neither this manifest nor the one before names."""
    names = _files(made) - {MANIFEST}
    kept = names | _named(root / MANIFEST) | {MANIFEST, BEFORE}
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).replace(root / name)
    if (root / MANIFEST).is_file():
        (root / MANIFEST).replace(root / BEFORE)
    if (made / MANIFEST).is_file():
        (made / MANIFEST).replace(root / MANIFEST)
    for name in _files(root) - kept:
        (root / name).unlink()


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _named(manifest: Path) -> set[str]:
    """What a manifest names, each file also as it is packed; nothing where there is none that can be read."""
    try:
        paths = json.loads(manifest.read_text())["paths"].values()
    except (OSError, ValueError, KeyError):
        return set()
    return set(_as_packed(paths))


def _as_packed(names: Iterator[str]) -> Iterator[str]:
    return (name + ending for name in names for ending in PACKED)
