"""Reads the settings of an operator from the environment; each slip is one sentence that names the setting."""

import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

THIS_MACHINE = ("127.0.0.1", "localhost", "::1", "[::1]")
# How the secrets begin that everybody can read: those of examples, of checks and of tests.
KNOWN_SECRETS = ("only-for-", "change-me", "put-your-own")


def env_text(name: str, default: str | None = None) -> str:
    """Text of an environment variable; raises ImproperlyConfigured when it is missing and has no default."""
    value = os.environ.get(name, default)
    if value is None or value == "":
        raise ImproperlyConfigured(f"Set {name} in the environment.")
    return value


def env_flag(name: str, default: bool = False) -> bool:
    """True for 1, false for 0; raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def env_list(name: str, default: str | None = None) -> list[str]:
    """Words separated by commas; raises ImproperlyConfigured when missing without a default."""
    return words(env_text(name, default))


def env_secret(name: str, default: str | None = None) -> str:
    """The secret of this name, or what the file holds that `<name>_FILE` names; the default when there is neither.

    A file is read whenever a worker starts, so that a reload takes a new secret. Raises ImproperlyConfigured, and never
    says what the secret is.
    """
    file = os.environ.get(f"{name}_FILE", "")
    if not file:
        given = os.environ.get(name, default)
        if given is None or (given == "" and default != ""):
            raise ImproperlyConfigured(f"Set {name} in the environment, or {name}_FILE to a file that holds it.")
        return given
    if os.environ.get(name):
        raise ImproperlyConfigured(f"Set {name} or {name}_FILE, not both.")
    try:
        secret = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        why = (isinstance(error, OSError) and error.strerror) or "it is not text"
        raise ImproperlyConfigured(f"{name}_FILE cannot be read: {file}: {why}.") from error
    if not secret:
        raise ImproperlyConfigured(f"{name}_FILE is empty: {file}.")
    return secret


def words(text: str) -> list[str]:
    """Words separated by commas or by ends of lines."""
    return [word.strip() for word in text.replace("\n", ",").split(",") if word.strip()]


def local_hosts(named: list[str], local: bool) -> list[str]:
    """The host names of the site; raises ImproperlyConfigured for a public one on the machine of a developer."""
    public = [name for name in named if name not in THIS_MACHINE and not name.endswith(".localhost")]
    if local and public:
        raise ImproperlyConfigured(
            "COMPASS_LOCAL=1 is for a developer's machine only: "
            f"take {public[0]} out of COMPASS_HOSTS, or set COMPASS_LOCAL=0."
        )
    return named


def is_host_name(text: str) -> bool:
    """True for a name, or the four numbers of an address: no scheme, no port, no path."""
    label = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
    return len(text) < 254 and bool(re.fullmatch(rf"{label}(\.{label})*", text, re.IGNORECASE | re.ASCII))


def settings_of_nobody() -> None:
    """For this process: settings that serve nobody, in place of those that are there, be they wrong or missing."""
    for name in [name for name in os.environ if name.startswith("COMPASS_")]:
        del os.environ[name]
    os.environ["COMPASS_LOCAL"] = "1"
    for name in ("COMPASS_SECRET_KEY", "COMPASS_VISIT_PEPPERS"):
        os.environ[name] = f"{KNOWN_SECRETS[0]}{name}-of-nobody-that-no-server-takes"


def is_known_secret(secret: str) -> bool:
    """True for a secret that stands in an example, so that everybody knows it."""
    return secret.casefold().startswith(KNOWN_SECRETS)
