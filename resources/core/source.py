"""Where a fact was read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _


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


class SourceLink(NamedTuple):
    """A source as a link whose words lead to no other address on the same page."""

    href: str
    words: str
    page_date: str


def as_links(pages: Iterable[Source], words: dict[str, str]) -> tuple[SourceLink, ...]:
    """The pages as links, with the words of `told_apart`."""
    return tuple(SourceLink(page.href, words[page.href], page.page_date) for page in pages)


def told_apart(pages: Iterable[Source]) -> dict[str, str]:
    """Address -> words for its link: the site, with a number from its second page on ("gov.uk, page 2")."""
    words: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for page in pages:
        if page.href in words:
            continue
        seen[page.site] += 1
        numbered = {"site": page.site, "number": seen[page.site]}
        words[page.href] = _("%(site)s, page %(number)s") % numbered if seen[page.site] > 1 else page.site
    return words
