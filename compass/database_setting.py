"""Reads the address of a database: a path for SQLite, or postgresql://user:password@host:port/name?sslmode=require."""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

SCHEMES = ("postgresql://", "postgres://")
POSTGRESQL = "compass.postgresql"
WITH_TLS = {"require", "verify-ca", "verify-full"}
# A scheme, but for a path of Windows; `postgresql:name` is a slip and no file.
LIKE_AN_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|postgres", re.IGNORECASE)
# Answers nobody gets within these, in milliseconds: what was sent is lost, or who holds a lock is.
LOST = 2000
HELD = 10_000


def is_address(text: str) -> bool:
    """True for an address of a server, false for a path."""
    return text.startswith(SCHEMES)


def database(text: str, name: str, wait: float) -> dict[str, Any]:
    """One entry of DATABASES whose statements wait `wait` seconds for a lock.

    Raises ImproperlyConfigured, in one sentence that names the variable `name` and never the address: it may hold a
    password.
    """
    if is_address(text):
        return _postgresql(text, name, wait)
    if LIKE_AN_ADDRESS.match(text):
        raise ImproperlyConfigured(f"{name} must be a path, or begin with postgresql://")
    return _sqlite(text, wait)


def folder(text: str, without: Path) -> Path:
    """The folder of a database that is a file; `without` for one that is none."""
    return without if is_address(text) else Path(text).parent


def is_open_to_the_network(entry: dict[str, Any]) -> bool:
    """True when an entry of DATABASES leads to another machine and nothing in it asks for TLS."""
    options = entry.get("OPTIONS", {})
    if entry["ENGINE"] != POSTGRESQL or options.get("sslmode") in WITH_TLS:
        return False
    hosts = str(options.get("hostaddr") or entry.get("HOST") or options.get("host", "")).split(",")
    return not all(_is_this_machine(host) for host in hosts)


def _is_this_machine(host: str) -> bool:
    """A socket, which has no name or a path, or a name or number of this machine."""
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _sqlite(path: str, wait: float) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # Opening one costs a third of an answer. Seconds only, so that a file that was replaced is soon the one in use.
        "CONN_MAX_AGE": 10,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": wait,
            # WAL lets people read while one writes; secure_delete overwrites a visit that ended.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
        },
    }


def _postgresql(address: str, name: str, wait: float) -> dict[str, Any]:
    # Slow to load, and for one machine never needed.
    import dj_database_url

    try:
        found: dict[str, Any] = {**dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True)}
    except ValueError:
        # Without its cause, which quotes the address.
        raise ImproperlyConfigured(f"{name} is no address: postgresql://user:password@host:port/name") from None
    if not found.get("NAME"):
        raise ImproperlyConfigured(f"{name} names no database: postgresql://user:password@host:port/name")
    given: dict[str, Any] = {**found.get("OPTIONS", {})}
    asked = _of_the_server(wait) | {"more": str(given.pop("options", ""))}
    options = {**_of_the_client(), **given, "options": " ".join(filter(None, asked.values()))}
    return {**found, "ENGINE": POSTGRESQL, "OPTIONS": options}


def _of_the_client() -> dict[str, Any]:
    # Two seconds are the least that libpq knows for a connection.
    return {
        "application_name": "compass",
        # Values travel beside the statement, so that a server which writes down statements has no row id and no box.
        "server_side_binding": True,
        "connect_timeout": 2,
        "tcp_user_timeout": LOST,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
    }


def _of_the_server(wait: float) -> dict[str, str]:
    """What each session asks of the server; a machine that fell silent holds no lock for longer than `HELD`."""
    wanted = {
        "lock_timeout": f"{round(wait * 1000)}",
        "idle_in_transaction_session_timeout": f"{HELD}",
        "tcp_keepalives_idle": "5",
        "tcp_keepalives_interval": "2",
        "tcp_keepalives_count": "3",
    }
    return {name: f"-c {name}={value}" for name, value in wanted.items()}
