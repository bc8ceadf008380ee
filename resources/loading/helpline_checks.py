"""The rules for helplines: who is served, where, and numbers that can really be dialled. Pure."""

import re
from collections.abc import Iterator
from typing import Any
from zoneinfo import available_timezones

import opening_hours
import phonenumbers

from resources.core.union import UNION
from resources.loading.origin_checks import ORIGIN, PAGE_DAY
from resources.loading.validators import (
    Complaint,
    anything,
    code,
    each,
    email,
    fit,
    flag,
    link,
    maybe,
    one_of,
    some,
    string,
    whole,
    words,
)

ROLES = ("self", "child", "client", "friend", "sharer")
TOPICS = (
    *("crisis", "suicide", "counselling", "image-abuse", "image-removal", "picture-matching", "school", "indigenous"),
    *("lgbtq", "child-exploitation-report", "child-protection", "parents", "victim-services", "fraud", "police"),
    *("sexual-violence", "family-violence", "legal", "defence", "compensation", "tech-safety", "youth", "directory"),
    *("adult-protection", "bereavement", "behaviour-change", "sex-work", "work", "immigration"),
)
# Whom a line may be for only. What a service is about is its topics; this is who may call it.
GROUPS = (
    *("students", "women", "men", "indigenous", "lgbtq", "language", "community", "older", "disabled", "migrants"),
    *("partner", "blackmailed", "sellers", "bereaved"),
)
NUMBERS = ("phone", "text", "whatsapp")
CHANNEL = {
    "kind": one_of(*NUMBERS, "chat", "form", "web", "email"),
    "value": string(300),
    "dial": maybe(one_of("e164", "short")),
    "from_abroad?": flag,
    "label": words,
    "keyword": maybe(code(r"[A-Z0-9]{1,20}", "HELP")),
    "keyword_by_language?": words,
    "opening_hours": maybe(string(120)),
    "timezone": maybe(string(40)),
    "hours_uncertain": flag,
}
HELPLINE = {
    "slug": code(r"[a-z0-9]+(-[a-z0-9]+)*", "kids-help-phone"),
    "name": words,
    "organisation": string(200),
    "country": code(r"[A-Z]{2}|INT", "CA or INT"),
    "regions": some(code(r"\*|EU|[A-Z]{2}-[A-Z0-9]{1,3}", "*, EU or CA-MB")),
    "emergency": flag,
    "serves": words,
    "notes": words,
    "age_min": maybe(whole(0, 99)),
    "age_max": maybe(whole(0, 99)),
    "youth_ok": flag,
    "adult_ok": flag,
    "for_roles": some(one_of(*ROLES)),
    "crosses": maybe(one_of("under-18", "adult", "any")),
    "topics": some(one_of(*TOPICS)),
    "only_for": each(one_of(*GROUPS)),
    "goes_between?": flag,
    "channels": each(lambda value: "" if isinstance(value, dict) else "must hold objects"),
    "languages": some(code(r"[a-z]{2,3}|multiple", "en")),
    "free": maybe(flag),
    "confidential": maybe(flag),
    "anonymous": maybe(flag),
    "url": maybe(link),
    "official_source": flag,
    "withdrawn": flag,
    "newest_source": maybe(PAGE_DAY),
    "number_unsure?": flag,
    **ORIGIN,
    "conflicts": anything,
    "editor_note": anything,
}


def helpline(row: Any, regions: dict[str, set[str]]) -> Iterator[Complaint]:
    """Complaints about one helpline; `regions` maps each known country to the codes of its regions."""
    complaints = list(fit(HELPLINE, row))
    yield from complaints
    if complaints:
        return
    yield from _place(row, regions)
    if not (row["youth_ok"] or row["adult_ok"]):
        yield "adult_ok", "the helpline is for nobody: youth_ok and adult_ok are both false"
    # A country that is not known has its own complaint; its numbers are then judged as numbers of the world.
    country = row["country"] if row["country"] in regions else "INT"
    for position, way in enumerate(row["channels"]):
        for field, complaint in _channel(way, country):
            yield f"channels[{position}].{field}", complaint


def _place(row: dict[str, Any], regions: dict[str, set[str]]) -> Iterator[Complaint]:
    country = row["country"]
    if country != "INT" and country not in regions:
        yield "country", f"{country} is not in countries.json"
        return
    known = {"*", UNION} if country == "INT" else {"*"} | regions[country]
    for region in row["regions"]:
        if region not in known:
            yield "regions", f"{region} is not a region of {country}"
    if "*" in row["regions"] and len(row["regions"]) > 1:
        yield "regions", '"*" means everywhere and stands alone'


def _channel(way: dict[str, Any], country: str) -> Iterator[Complaint]:
    complaints = list(fit(CHANNEL, way))
    yield from complaints
    if complaints:
        return
    if way["kind"] in NUMBERS:
        yield from _number(way, country)
    else:
        yield from _address(way)
    if way["keyword"] and way["kind"] != "text":
        yield "keyword", "only a text has a word to send"
    yield from _hours(way)


def _number(way: dict[str, Any], country: str) -> Iterator[Complaint]:
    value = way["value"]
    if way["dial"] is None:
        yield "dial", "a number needs e164 or short"
    elif way["dial"] == "short":
        if not re.fullmatch(r"[#*]?\d{2,7}", value):
            yield "value", f"{value!r} is not a short code: two to seven digits, maybe after * or #"
    else:
        yield from _e164(value, country)


def _e164(value: str, country: str) -> Iterator[Complaint]:
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        yield "value", f"{value!r} must be a whole number with its country, like +18006686868"
        return
    if value != f"+{number.country_code}{phonenumbers.national_significant_number(number)}":
        yield "value", f"{value!r} must be + and digits only, like +18006686868"
    elif not phonenumbers.is_valid_number(number):
        yield "value", f"{value!r} is not a number that can exist"
    elif country != "INT" and number.country_code != phonenumbers.country_code_for_region(country):
        yield "value", f"{value!r} is not a number of {country}"


def _address(way: dict[str, Any]) -> Iterator[Complaint]:
    if way["dial"] is not None:
        yield "dial", f"a {way['kind']} is not dialled: it must be null"
    complaint = email(way["value"]) if way["kind"] == "email" else link(way["value"])
    if complaint:
        yield "value", complaint


def _hours(way: dict[str, Any]) -> Iterator[Complaint]:
    hours, timezone = way["opening_hours"], way["timezone"]
    if hours is not None and not opening_hours.validate(hours):
        yield "opening_hours", f"{hours!r} is not OpenStreetMap opening_hours text"
    elif hours not in (None, "24/7") and timezone is None:
        yield "timezone", "hours that begin and end need a timezone"
    if timezone is not None and timezone not in available_timezones():
        yield "timezone", f"{timezone!r} is not a timezone that is known"
