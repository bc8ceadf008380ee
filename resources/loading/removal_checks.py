"""The rules for platforms.json and takedown.json: how to ask for removal, and who can help with it. Pure."""

import re
from collections.abc import Iterator
from typing import Any

from resources.core.removal import LEAK, PARTS, PLACE_KINDS
from resources.loading.origin_checks import ORIGIN, seen, source
from resources.loading.place_and_law_checks import FOR_SUBJECT, STATUS, unknown_places
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

# An address stays in a history, so it must not tell what the page was about.
TELLING = (
    *("image", "nude", "sex", "abuse", "porn", "threat", "blackmail"),
    *("police", "report", "evidence", "victim", "crime", "help-now"),
)
PURPOSES = (
    *("ncii", "minor", "sextortion", "impersonation", "hacked", "copyright", "search-removal", "block", "privacy"),
)
STEP = {"text": words, "needs_picture": flag, "warning": maybe(words), "tells_them?": flag}
GUIDE = {
    "purpose": one_of(*PURPOSES),
    "where": one_of("app", "web", "email", "paper"),
    "account_needed": maybe(flag),
    "steps": some(lambda value: next((f"{name} {said}" for name, said in fit(STEP, value)), "")),
    "form_url": maybe(link),
    "email": maybe(email),
    "needs": each(words),
    "expect": maybe(words),
    "under_18_ok": flag,
    "editor_note?": anything,
}
PLATFORM = {
    "slug": code(r"[a-z0-9]+(-[a-z0-9]+)*", "google-search"),
    "path": code(r"[a-z0-9]+(-[a-z0-9]+)*", "google-search"),
    "name": string(80),
    "name_by_language?": words,
    "kind": one_of(*PLACE_KINDS),
    "aliases": each(string(80)),
    "likely": whole(1, 3),
    "likely_in?": some(code(r"[A-Z]{2}", "JP")),
    "likely_in_seen?": seen,
    "likely_age?": one_of("under-18", "adult"),
    "lgbtq": flag,
    "lgbtq_seen?": seen,
    "sold_here": flag,
    "sold_here_seen?": seen,
    "covered_by_us_48h": maybe(flag),
    "blackmail_form": flag,
    "report_deletes_or_exposes": maybe(words),
    "warnings": each(words),
    "minors_allowed_from": maybe(whole(0, 99)),
    "evidence_tips": each(words),
    "evidence_tips_adult": each(words),
    "matching": each(code(r"[a-z0-9]+(-[a-z0-9]+)*", "stopncii")),
    "guides": each(lambda value: "" if isinstance(value, dict) else "must hold objects"),
    **ORIGIN,
    "sources": each(source),
    "editor_note": anything,
}
SERVICE = {
    "slug": code(r"[a-z0-9]+(-[a-z0-9]+)*", "report-remove-uk"),
    "name": words,
    "place": some(code(r"\*|[A-Z]{2}(-[A-Z0-9]{1,3})?", "CA, CA-BC, EU or *")),
    "status": one_of(*STATUS),
    "for_subject": one_of(*FOR_SUBJECT),
    "part?": one_of(*PARTS),
    "only_minors_now?": flag,
    "only_on?": some(code(r"[a-z0-9]+(-[a-z0-9]+)*", "pornhub")),
    "age_alone_from": maybe(whole(0, 99)),
    "who_can_use": words,
    "age_rule": maybe(words),
    "what_it_does": words,
    "what_it_cannot_do": maybe(words),
    "contacts_other_person": maybe(flag),
    "contact_note": maybe(words),
    "what_you_need": each(words),
    "needs_file_on_device": flag,
    "accepts_video": maybe(flag),
    "accepts_ai": maybe(flag),
    "required_elements": each(words),
    "deadline_hours": maybe(whole(1, 8760)),
    "clock_starts": maybe(words),
    "order_deadline_hours": maybe(whole(1, 8760)),
    "use_after_hours": maybe(whole(1, 8760)),
    "future_deadline_hours": maybe(whole(1, 8760)),
    "complain_to": maybe(string(60)),
    "complaint": maybe(words),
    "url": maybe(link),
    "languages": each(code(r"[a-z]{2,3}", "en")),
    "participants": each(string(80)),
    "participants_as_of": maybe(string(10)),
    "confidence": one_of("high", "medium", "low"),
    **ORIGIN,
    "editor_note": anything,
}


def platform(row: Any) -> Iterator[Complaint]:
    """Complaints about one platform."""
    complaints = list(fit(PLATFORM, row))
    yield from complaints
    if complaints:
        return
    telling = re.search("|".join(TELLING), row["path"])
    if telling:
        yield "path", f"an address must not hold {telling[0]!r}; choose another word"
    if not row["sources"] and (row["guides"] or row["covered_by_us_48h"] is not None or row["blackmail_form"]):
        yield "sources", "must not be empty when the entry says what the platform does"
    for mark in ("lgbtq", "sold_here", "likely_in"):
        if row.get(mark) and f"{mark}_seen" not in row:
            yield f"{mark}_seen", "a mark needs its source"
    if row["kind"] == LEAK and not row["warnings"]:
        yield "warnings", "must say first that nobody writes to a place of this kind"
    for position, guide in enumerate(row["guides"]):
        for field, said in (*_guide(guide), *_of_leak(row["kind"], guide)):
            yield f"guides[{position}].{field}", said


def _guide(guide: Any) -> Iterator[Complaint]:
    complaints = list(fit(GUIDE, guide))
    yield from complaints
    if complaints:
        return
    if not guide["under_18_ok"] and guide["purpose"] == "minor":
        yield "under_18_ok", "a guide about someone under 18 must be one that they can follow"
    if any(step.get("tells_them") for step in guide["steps"]):
        if guide["under_18_ok"]:
            yield "under_18_ok", "must be false: the other person gets to see this request"
        if not any(step["warning"] for step in guide["steps"]):
            yield "steps", "must warn that the other person gets to see this request"


def _of_leak(kind: str, guide: Any) -> Iterator[Complaint]:
    """A place that posts the requests it gets is not written to, and nobody opens its pages."""
    if kind == LEAK and isinstance(guide, dict) and (guide.get("where") != "web" or guide.get("email")):
        yield "where", "must be the web, without an email: nobody writes to a place of this kind"


def service(row: Any, regions: dict[str, set[str]]) -> Iterator[Complaint]:
    """Complaints about one removal service or legal route."""
    complaints = list(fit(SERVICE, row))
    yield from complaints
    if complaints:
        return
    yield from unknown_places([place for place in row["place"] if place != "*"], regions)
    if row["deadline_hours"] and row["status"] != "in-force":
        yield "deadline_hours", "only a rule that is in force sets a clock"
    if row["deadline_hours"] and not row["clock_starts"]:
        yield "clock_starts", "a clock needs the moment from which it runs"
    if row["contacts_other_person"] and not row["contact_note"]:
        yield "contact_note", "must say so when the service may contact the other person"


def references(platforms: list[Any], services: list[Any]) -> Iterator[tuple[str, str, str, str]]:
    """File, object, field and complaint for each name of a service or a platform that its file does not hold."""
    known, places = ({row.get("slug") for row in rows if isinstance(row, dict)} for rows in (services, platforms))
    for slug, name in _named(platforms, "matching"):
        if name not in known:
            yield "platforms", slug, "matching", f"{name} is not in takedown.json"
    for slug, name in _named(services, "only_on"):
        if name not in places:
            yield "takedown", slug, "only_on", f"{name} is not in platforms.json"
    for row in services:
        office = row.get("complain_to") if isinstance(row, dict) else None
        if office and office not in known:
            yield "takedown", str(row.get("slug")), "complain_to", f"{office} is not in takedown.json"


def _named(rows: list[Any], field: str) -> Iterator[tuple[str, Any]]:
    """The slug of each row with each name in its list; a list that is none is told elsewhere."""
    for row in rows:
        named = row.get(field) if isinstance(row, dict) else None
        yield from ((str(row.get("slug")), name) for name in (named if isinstance(named, list) else ()))
