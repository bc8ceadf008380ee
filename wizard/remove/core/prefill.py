"""What the notes say about one place already: links and account names, so that nobody types them twice. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from resources.core.name_search import folded
from wizard.remove.core.links import host, links

# Whoever hosts or finds a page is asked about pages of any site.
ANYWHERE = frozenset({"search", "generic", "hosting"})


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """A place: its kind, and the names it goes by."""

    kind: str
    names: tuple[str, ...]


def known(entries: Iterable[Mapping[str, str]], place: PlaceNames, others: Iterable[PlaceNames]) -> dict[str, str]:
    """Box -> text for a new request: links and account names of the notes that are about this place."""
    others = tuple(others)
    about = [entry for entry in entries if _is_about(entry, place, others)]
    found = dict.fromkeys(link.text for entry in about for link in links(entry.get("link", "")) if link.usable)
    # A search is asked about pages, never about who posted.
    accounts = () if place.kind in ANYWHERE else (entry.get("account", "").strip() for entry in about)
    said = {"links": "\n".join(found), "account": ", ".join(dict.fromkeys(filter(None, accounts)))}
    return {slug: text for slug, text in said.items() if text}


def _is_about(entry: Mapping[str, str], place: PlaceNames, others: tuple[PlaceNames, ...]) -> bool:
    if place.kind == "search":
        return True
    if place.kind in ANYWHERE:
        return not any(_names(entry, other) for other in others if other.kind not in ANYWHERE)
    return _names(entry, place)


def _names(entry: Mapping[str, str], place: PlaceNames) -> bool:
    """The entry names this place, or has a link to it."""
    names = {folded(name) for name in place.names}
    on = {folded(part) for link in links(entry.get("link", "")) for part in _site(link.text)}
    return folded(entry.get("platform", "")) in names or bool(names & on)


def _site(link: str) -> tuple[str, ...]:
    """The name of a site without its last part: `m.example.org` gives `m` and `example`; also with it."""
    name = host(link)
    return (*name.split(".")[:-1], name) if name else ()
