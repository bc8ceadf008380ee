"""Whose site an address is on. Pure.

Only a service, a government and an established directory are named in `fixtures/hosts.json`; nothing else is ever a
link. A host stands for everything below it: `gc.ca` for `www.justice.gc.ca`.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

KINDS = ("service", "government", "directory")


class Hosts:
    """The hosts that are named, each with what it is."""

    def __init__(self, rows: Iterable[dict[str, Any]]) -> None:
        self._kinds = {row["host"]: row["kind"] for row in rows}

    def kind_of(self, address: str) -> str:
        """One of `KINDS`, "" for a host that is not named."""
        parts = host_of(address).split(".")
        above = (".".join(parts[start:]) for start in range(len(parts)))
        return next((self._kinds[host] for host in above if host in self._kinds), "")


def host_of(address: str) -> str:
    """The host of an address, in small letters and without `www.`."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
