"""The rules for countries.json, platforms.json and law.json. Pure."""

import re
from collections.abc import Iterator
from typing import Any

from resources.facts_lines import ROLES
from resources.shapes import (
    Complaint,
    anything,
    code,
    day,
    each,
    fit,
    flag,
    maybe,
    one_of,
    some,
    source,
    string,
    whole,
    words,
)

# An address stays in a history, so it must not tell what the page was about.
TELLING = (
    *("image", "nude", "sex", "abuse", "porn", "threat", "blackmail"),
    *("police", "report", "evidence", "victim", "crime", "help-now"),
)
REGION = {"code": code(r"[A-Z]{2}-[A-Z0-9]{1,3}", "CA-MB"), "name": words, "emergency_note": maybe(words)}
COUNTRY = {
    "code": code(r"[A-Z]{2}", "CA"),
    "name": words,
    "eu": flag,
    "emergency_note": maybe(words),
    "regions": each(lambda value: next((f"{name} {said}" for name, said in fit(REGION, value)), "")),
    "sources": some(source),
    "checked_on": day,
}
PLATFORM = {
    "slug": code(r"[a-z0-9]+(-[a-z0-9]+)*", "google-search"),
    "path": code(r"[a-z0-9]+(-[a-z0-9]+)*", "google-search"),
    "name": string(80),
    "kind": string(20),
    "aliases": each(string(80)),
    "likely": whole(1, 3),
    "covered_by_us_48h": maybe(flag),
    "blackmail_form": flag,
    "report_deletes_or_exposes": maybe(words),
    "warnings": each(words),
    "sources": each(source),
    "checked_on": day,
    "editor_note": anything,
}
LAW = {
    "slug": code(r"[a-z0-9]+(-[a-z0-9]+)*", "ca-bc-iipa"),
    "place": some(code(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", "CA, CA-BC or EU")),
    "kind": one_of("criminal", "civil", "regulator", "youth-protection", "duty-to-report"),
    "status": one_of("in-force", "guidance", "enacted-not-in-force", "bill", "unknown"),
    "for_subject": one_of("under-18", "adult", "any"),
    "applies_to_roles": each(one_of(*ROLES)),
    "title": words,
    "plain": words,
    "how_to_use": words,
    "age_alone_from": maybe(whole(0, 99)),
    "citation": string(300),
    "in_force": maybe(string(30)),
    "covers": each(string(20)),
    "remedies": each(string(120)),
    "charge_from_age?": maybe(whole(0, 99)),
    "charge_from_age_by_place?": anything,
    "sources": some(source),
    "checked_on": day,
    "editor_note": anything,
}


def country(row: Any) -> Iterator[Complaint]:
    """Complaints about one country and its regions."""
    complaints = list(fit(COUNTRY, row))
    yield from complaints
    if complaints:
        return
    for position, region in enumerate(row["regions"]):
        if not region["code"].startswith(f"{row['code']}-"):
            yield f"regions[{position}].code", f"{region['code']} is not a region of {row['code']}"


def platform(row: Any) -> Iterator[Complaint]:
    """Complaints about one platform."""
    complaints = list(fit(PLATFORM, row))
    yield from complaints
    if complaints:
        return
    telling = re.search("|".join(TELLING), row["path"])
    if telling:
        yield "path", f"an address must not hold {telling[0]!r}; choose another word"
    if not row["sources"] and (row["covered_by_us_48h"] is not None or row["blackmail_form"]):
        yield "sources", "must not be empty when the entry says what the platform does"


def law(row: Any, regions: dict[str, set[str]]) -> Iterator[Complaint]:
    """Complaints about one law; a place inside a known country counts as known, also where we list no regions."""
    complaints = list(fit(LAW, row))
    yield from complaints
    if complaints:
        return
    for place in row["place"]:
        land = place.partition("-")[0]
        if place != "EU" and (land not in regions or ("-" in place and regions[land] and place not in regions[land])):
            yield "place", f"{place} is not in countries.json"
