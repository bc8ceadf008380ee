"""The helplines for others to use: service objects of the Open Referral Human Services Data Specification, 3.1.

Always in English and in plain ASCII: the same facts give the same bytes, on every machine. A line that was withdrawn
and what is for editors are not in it, because neither is ever read. Every id is a UUID made of the slug, so an object
keeps it while its slug stays. What nobody knows is left out.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import override

from resources import repository
from resources.core import union
from resources.core.helpline import Details, Helpline, OpeningHours
from resources.core.spoken_languages import MULTIPLE
from resources.place import Place

Fields = dict[str, Any]
Lands = Mapping[str, Place]  # by ISO code

# Every id follows from it: another value would be another directory for everybody who keeps a copy.
NAMESPACE = UUID("d525aaa0-4eb0-4a47-b258-2816e56ceb5e")
PHONES = {"phone": "voice", "text": "text"}
FEES = {True: "Free of charge.", False: "Not free of charge.", None: ""}
NOT_CONFIRMED = "No way to reach this service is confirmed at present."
NOT_CERTAIN = "(not certain: check first)"
SEVERAL = "Several languages"


@dataclass(frozen=True, slots=True)
class Directory:
    """The whole file, plain and packed with gzip; `digest` (hexadecimal) differs when its content does."""

    plain: bytes
    packed: bytes
    digest: str


def directory() -> Directory:
    """Every line of every place by slug, from memory until other facts are loaded."""
    with override("en"):
        return _directory(repository.version_key())


@lru_cache(maxsize=1)
def _directory(key: repository.Key) -> Directory:
    plain = written(repository.every_line(key), repository.places(key))
    return Directory(plain, gzip.compress(plain, mtime=0), sha256(plain).hexdigest()[:32])


def written(lines: Iterable[Helpline], lands: Lands) -> bytes:
    """The lines as a JSON array. Each stands on a line of its own, so that any tool shows what changed."""
    rows = (json.dumps(each, separators=(",", ":")) for each in services(tuple(lines), lands))
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode("ascii")


def services(lines: tuple[Helpline, ...], lands: Lands) -> Iterator[Fields]:
    """A service object for each line."""
    runs: dict[str, list[str]] = {}
    for line in lines:
        runs.setdefault(_organization_id(line.about), []).append(line.name)
    for line in lines:
        yield _service(line, runs, lands)


def uid(*names: str) -> str:
    """The id of what has these names: kind first, then the slug, then what tells it from its neighbours."""
    return str(uuid5(NAMESPACE, "/".join(names)))


def _service(line: Helpline, runs: Mapping[str, list[str]], lands: Lands) -> Fields:
    about = line.about
    found = {
        "id": uid("service", line.slug),
        "name": line.name,
        "status": "active",
        "description": f"{line.serves.removesuffix('.')}. {line.notes}".strip(),
        "eligibility_description": line.serves,
        "minimum_age": about.age_min,
        "maximum_age": about.age_max,
        "fees_description": FEES[about.free],
        "alert": "" if line.confirmed else NOT_CONFIRMED,
        "url": about.url,
        "email": next((way.shown for way in line.channels if way.kind == "email"), ""),
        "assured_date": _assured(about),
        "organization": _organization(about, runs),
        "phones": list(_phones(line)),
        "schedules": list(_schedules(line)),
        "languages": list(_languages(line)),
        "service_areas": list(_areas(line, lands)),
        "additional_urls": [*_links(line), *_sources(line)],
        "attributes": list(_attributes(line)),
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _assured(about: Details) -> str:
    """The day somebody called or opened it; a page that was read assures nothing."""
    return about.origin.checked.on.isoformat() if about.origin.checked else ""


def _organization_id(about: Details) -> str:
    # An organisation has no slug; two of one name in two countries are two.
    return uid("organization", about.country, about.organisation)


def _organization(about: Details, runs: Mapping[str, list[str]]) -> Fields:
    own = _organization_id(about)
    # The specification asks for a description, and this is all that we know.
    return {"id": own, "name": about.organisation, "description": f"Services listed here: {'; '.join(runs[own])}"}


def _phones(line: Helpline) -> Iterator[Fields]:
    """Numbers as they are dialled in their country: "+" forms of toll-free numbers and short codes often fail."""
    for way in line.channels:
        if way.kind in PHONES:
            said = f"{way.label}. Send the word {way.keyword}." if way.keyword else way.label
            own = uid("phone", line.slug, way.href)
            yield {"id": own, "number": way.shown, "type": PHONES[way.kind], "description": said}


def _schedules(line: Helpline) -> Iterator[Fields]:
    """One for all ways with the same hours. A parser of hours stops at uncertain ones instead of calling them open."""
    ways: dict[OpeningHours, list[str]] = {}
    for way in line.channels:
        if way.times.opening_hours:
            ways.setdefault(way.times, []).append(way.label)
    for times, labels in ways.items():
        parts = (times.opening_hours, times.timezone, NOT_CERTAIN if times.uncertain else "")
        said = " ".join(part for part in parts if part)
        yield {"id": uid("schedule", line.slug, said), "description": said, "attending_type": "; ".join(labels)}


def _languages(line: Helpline) -> Iterator[Fields]:
    for each in line.about.languages:
        own = {"id": uid("language", line.slug, each.code)}
        several = each.code == MULTIPLE
        yield {**own, "name": SEVERAL} if several else {**own, "name": each.name or each.code, "code": each.code}


def _areas(line: Helpline, lands: Lands) -> Iterator[Fields]:
    """`extent` is the ISO 3166 code of the area, or EU; the whole world has none."""
    for region in line.about.regions:
        code = line.about.country if region == "*" else region
        area = {"id": uid("service_area", line.slug, code), "name": _area(code, lands)}
        yield area if code == repository.INT else {**area, "extent": code, "extent_type": "text"}


def _area(code: str, lands: Lands) -> str:
    world = {repository.INT: "Worldwide", union.UNION: str(union.NAME)}
    land = lands.get(code.partition("-")[0])
    name = (land.region_name(code) or land.name) if land else code
    return world.get(code, name)


def _links(line: Helpline) -> Iterator[Fields]:
    """Ways to reach the line that are neither a number nor its address for e-mail."""
    for way in line.channels:
        if way.kind not in PHONES and way.kind != "email":
            yield {"id": uid("url", line.slug, way.kind, way.href), "label": way.label, "url": way.href}


def _sources(line: Helpline) -> Iterator[Fields]:
    for source in line.about.origin.named:
        label = f"Source, dated {source.page_date}" if source.page_date else "Source"
        yield {"id": uid("source", line.slug, source.href), "label": label, "url": source.href}


def _attributes(line: Helpline) -> Iterator[Fields]:
    named = [("topic", topic) for topic in sorted(line.fit.topics)]
    named += [("emergency", "yes")] if line.emergency else []
    for label, value in [*named, ("read on", line.about.origin.read_on.isoformat())]:
        yield {"id": uid(label, line.slug, value), "label": label, "value": value}
