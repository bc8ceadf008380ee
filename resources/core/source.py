"""Where a fact was read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: its address, the site to name, and the day or month of the page ("" when not known)."""

    href: str
    site: str
    page_date: str
