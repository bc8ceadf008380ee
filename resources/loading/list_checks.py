"""The rules for the lists beside the facts: `hosts.json` and `wanted.json`. Pure.

`hosts.json` says whose site an address is on: a visitor can tap no other. `wanted.json` is the queue of whoever runs
the site: what people need and nobody has read a source for, so that it is on no page. An entry with the slug of an
object that is there wants a part of it, such as its hours.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from resources.core.hosts import KINDS, Hosts
from resources.loading.validators import code, day, fit, maybe, one_of, string

if TYPE_CHECKING:
    from resources.loading.content import Content

HOST = {"host": code(r"([a-z0-9-]+\.)*[a-z0-9-]*[a-z][a-z0-9-]*", "kidshelpphone.ca"), "kind": one_of(*KINDS)}
WANTED = {
    "slug": code(r"[a-z0-9]+(-[a-z0-9]+)*", "dk-line"),
    "kind": one_of("helplines", "law", "platforms", "takedown"),
    "country": maybe(code(r"[A-Z]{2}|INT", "CA or INT")),
    "name": string(200),
    "why": string(500),
    "look_again_on": day,
}


def slips(content: "Content") -> Iterator[str]:
    """A sentence for each slip in the lists, and for each address that a visitor could tap on a host nobody named."""
    if content.hosts is None or content.wanted is None:
        return
    bad = [*_of("hosts", content.hosts, "host", HOST), *_of("wanted", content.wanted, "slug", WANTED)]
    yield from bad
    if not bad:
        hosts = Hosts(content.hosts)
        yield from _unnamed(content, hosts)
        yield from _unofficial_emergency(content, hosts)


def _of(name: str, rows: list[Any], key: str, fields: dict[str, Callable[[Any], str]]) -> Iterator[str]:
    for position, row in enumerate(rows):
        title = row.get(key) if isinstance(row, dict) and row.get(key) else f"object {position + 1}"
        yield from (f"{name}.json, {title}, {field}: {said}." for field, said in fit(fields, row))
    seen = Counter(str(row.get(key)) for row in rows if isinstance(row, dict))
    yield from (
        f"{name}.json, {title}, {key}: stands there {times} times." for title, times in seen.items() if times > 1
    )


def _unnamed(content: "Content", hosts: Hosts) -> Iterator[str]:
    for kind in ("helplines", "platforms", "takedown"):
        for position, row in enumerate(content[kind]):
            for field, address in _taps(row) if isinstance(row, dict) else ():
                if not hosts.kind_of(address):
                    where = f"{content.file_of(kind, position)}, {row.get('slug')}, {field}"
                    yield f"{where}: {address!r} is on a host that hosts.json does not name."


def _unofficial_emergency(content: "Content", hosts: Hosts) -> Iterator[str]:
    """A wrong emergency number is the worst slip of all: a government must have said it."""
    for position, row in enumerate(content["helplines"]):
        if isinstance(row, dict) and row.get("emergency") is True and row.get("channels"):
            pages = [page for page in row.get("sources") or () if isinstance(page, dict) and page.get("read", True)]
            said = (page.get("quotes") or hosts.kind_of(str(page.get("url"))) for page in pages)
            if "government" not in said:
                where = f"{content.file_of('helplines', position)}, {row.get('slug')}, sources"
                yield f"{where}: an emergency number needs a page of a government that was read, or one that quotes it."


def _taps(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Field and address of everything that a visitor can open from this object."""
    found = [("url", row.get("url"))]
    for name, inner in (("channels", "value"), ("guides", "form_url")):
        parts = enumerate(row.get(name) or ())
        found += [(f"{name}[{at}].{inner}", part.get(inner)) for at, part in parts if isinstance(part, dict)]
    yield from ((field, value) for field, value in found if isinstance(value, str) and value.startswith("https://"))
