"""The rules for countries and laws. Pure."""

import re
from collections.abc import Iterator
from typing import Any

from resources.core.adult_duty import DUTIES
from resources.core.union import UNION
from resources.loading.helpline_checks import ROLES
from resources.loading.origin_checks import ORIGIN, seen
from resources.loading.validators import (
    Complaint,
    anything,
    code,
    each,
    fit,
    flag,
    maybe,
    one_of,
    pattern,
    some,
    string,
    whole,
    words,
)

STATUS = ("in-force", "guidance", "enacted-not-in-force", "bill", "unknown")
FOR_SUBJECT = ("under-18", "adult", "any")
# A place whose duty nobody has read about leaves the three out.
ADULT_DUTY = {"adult_duty?": one_of(*DUTIES), "adult_duty_note?": words, "adult_duty_seen?": seen}
REGION = {
    "code": code(r"[A-Z]{2}-[A-Z0-9]{1,3}", "CA-MB"),
    "name": words,
    "name_in_text?": words,
    "emergency_note": maybe(words),
    "timezone?": string(40),
    **ADULT_DUTY,
}
COUNTRY = {
    "code": code(r"[A-Z]{2}", "CA"),
    "name": words,
    "name_in_text?": words,
    "eu": flag,
    "emergency_note": maybe(words),
    "postal_code?": pattern(100),
    "likely?": whole(1, 99),
    "crime_here": flag,
    "crime_here_seen": seen,
    **ADULT_DUTY,
    "timezones": some(string(40)),
    "regions": each(lambda value: next((f"{name} {said}" for name, said in fit(REGION, value)), "")),
    **ORIGIN,
}
LAW = {
    "slug": code(r"[a-z0-9]+(-[a-z0-9]+)*", "ca-bc-iipa"),
    "place": some(code(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", "CA, CA-BC or EU")),
    "kind": one_of("criminal", "civil", "regulator", "youth-protection", "duty-to-report"),
    "status": one_of(*STATUS),
    "for_subject": one_of(*FOR_SUBJECT),
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
    **ORIGIN,
    "editor_note": anything,
}


def country(row: Any) -> Iterator[Complaint]:
    """Complaints about one country and its regions."""
    complaints = list(fit(COUNTRY, row))
    yield from complaints
    if complaints:
        return
    yield from _adult_duty(row)
    for position, region in enumerate(row["regions"]):
        if not region["code"].startswith(f"{row['code']}-"):
            yield f"regions[{position}].code", f"{region['code']} is not a region of {row['code']}"
        yield from ((f"regions[{position}].{field}", said) for field, said in _adult_duty(region))


def _adult_duty(place: dict[str, Any]) -> Iterator[Complaint]:
    """Complaints about the duty of one place: who must tell whom, and where that was read."""
    if "adult_duty" not in place:
        alone = [field for field in ("adult_duty_note", "adult_duty_seen") if field in place]
        yield from ((field, "stands without adult_duty") for field in alone)
        return
    if "adult_duty_note" not in place:
        yield "adult_duty_note", "must say who has to tell whom"
    elif any(re.search(r"\d{3}", said) for said in place["adult_duty_note"].values()):
        yield "adult_duty_note", "must not hold a number to call: it is a line of its own among the helplines"
    if "adult_duty_seen" not in place:
        yield "adult_duty_seen", "a mark needs its source"


def law(row: Any, regions: dict[str, set[str]]) -> Iterator[Complaint]:
    """Complaints about one law; a place inside a known country counts as known, also where we list no regions."""
    complaints = list(fit(LAW, row))
    yield from complaints
    if complaints:
        return
    yield from unknown_places(row["place"], regions)


def unknown_places(places: list[str], regions: dict[str, set[str]]) -> Iterator[Complaint]:
    """Complaints about places that no country of ours has; a country without listed regions knows all of them."""
    for place in places:
        land = place.partition("-")[0]
        if place != UNION and (land not in regions or ("-" in place and regions[land] and place not in regions[land])):
            yield "place", f"{place} is not in countries.json"
