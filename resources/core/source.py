"""Where a fact was read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: its address, the site to name, and the day or month of the page ("" when not known).

    `named`: it is the site of a service, of a government or an established directory; no other is ever a link.
    `read`: somebody read it; the address of a body that nobody has opened yet is no evidence.
    """

    href: str
    site: str
    page_date: str
    named: bool = True
    read: bool = True
