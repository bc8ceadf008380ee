"""What `manage.py new_site` writes: the settings, and for a container the secrets beside them, each a file.

Nothing that is there is touched, and when one file cannot be written, none stays.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe

from compass import env_file

LETTERS = 48
OWNER_ONLY, READ_BY_ALL = 0o600, 0o444
# Both sides meet at a socket, so that nobody else reaches the database: compass/deploy/compose.yaml.
ADDRESS = "postgresql://compass:{password}@%2Fvar%2Frun%2Fpostgresql/compass"


class NotWrittenError(Exception):
    """Why a file was not written, in a sentence; none of the others was, either."""


def for_units(to: Path, given: Mapping[str, str]) -> None:
    """One file, secrets among the settings. Raises NotWrittenError; ValueError for a value that cannot stand there."""
    secrets = {"COMPASS_SECRET_KEY": _new(), "COMPASS_VISIT_PEPPERS": _new(), "COMPASS_BEHIND_PROXY": "1"}
    _write({to: env_file.text({**given, **secrets})}, OWNER_ONLY)


def for_compose(to: Path, given: Mapping[str, str]) -> None:
    """The settings, and the files of secrets that compose.yaml hands to its containers. Raises as `for_units`.

    Their users are nobody on this machine: the files can be read by all, and the folder be entered by its owner only.
    """
    password = _new()
    secrets = {"secret_key": _new(), "visit_peppers": _new(), "database_password": password}
    secrets["database"] = ADDRESS.format(password=password)
    files = {to.with_name(name): secret + "\n" for name, secret in secrets.items()}
    settings = env_file.text({**given, "COMPASS_BEHIND_PROXY": "1"})
    _make_folder(to.parent)
    if to.parent.stat().st_mode & 0o077:
        raise NotWrittenError(f"{to.parent} is open to others, and secrets will lie in it: chmod 700 {to.parent}")
    _write({to: settings, **files}, READ_BY_ALL)


def _new() -> str:
    return token_urlsafe(LETTERS)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise NotWrittenError(f"{folder} cannot be made: {error.strerror}.") from error


def _write(files: Mapping[Path, str], mode: int) -> None:
    made: list[Path] = []
    try:
        for path, text in files.items():
            _make_folder(path.parent)
            # Never through a file that is there, not even through a link.
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
            made.append(path)
            with os.fdopen(number, "w", encoding="utf-8") as file:
                os.fchmod(number, mode)
                file.write(text)
    except FileExistsError as error:
        _take_back(made)
        raise NotWrittenError(f"{error.filename} is there already. It was left as it is.") from error
    except OSError as error:
        _take_back(made)
        raise NotWrittenError(f"{error.filename or path} cannot be written: {error.strerror}.") from error


def _take_back(made: list[Path]) -> None:
    for path in made:
        with suppress(OSError):
            path.unlink()
