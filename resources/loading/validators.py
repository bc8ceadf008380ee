"""What a field of a fixture may hold. A shape takes the value and gives "" or the complaint, as the end of a sentence.

Pure: no database, no files.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

Shape = Callable[[Any], str]
Fields = Mapping[str, Shape]
Complaint = tuple[str, str]  # the field, the complaint

# A field that may be left out; every other one must be there, so that a slip of the pen is seen.
OPTIONAL = "?"


def words(value: Any) -> str:
    """A text for visitors: `{"en": "…", "fr": "…"}`, English always there."""
    if not isinstance(value, dict) or not all(isinstance(said, str) for said in value.values()):
        return 'must be a text for each language, like {"en": "…"}'
    if not value.get("en", "").strip():
        return 'needs a text under "en"'
    bad = [language for language in value if not re.fullmatch(r"[a-z]{2}(-[a-z]{2,4})?", language)]
    return f"{bad[0]!r} is not a language code" if bad else ""


def string(most: int) -> Shape:
    """A text of one line, not empty, at most `most` characters long."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            return "must be a text that is not empty"
        return "" if len(value) <= most else f"is longer than {most} characters"

    return check


def code(pattern: str, example: str) -> Shape:
    """A text that matches the pattern from start to end."""

    def check(value: Any) -> str:
        fits = isinstance(value, str) and re.fullmatch(pattern, value)
        return "" if fits else f"{value!r} must look like {example}"

    return check


def pattern(most: int) -> Shape:
    """A regular expression for something short: without + and *, so that no text makes it slow."""

    def check(value: Any) -> str:
        complaint = string(most)(value)
        try:
            endless = not complaint and re.search(r"[+*]|,\}", re.compile(value).pattern)
        except re.error as error:
            return f"is no regular expression: {error}"
        return complaint or ("must not repeat without end" if endless else "")

    return check


def flag(value: Any) -> str:
    """True or false."""
    return "" if isinstance(value, bool) else "must be true or false"


def whole(least: int, most: int) -> Shape:
    """A whole number between two ends, both allowed."""

    def check(value: Any) -> str:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return "" if fits else f"must be a whole number from {least} to {most}"

    return check


def one_of(*known: str) -> Shape:
    """One of a closed list."""

    def check(value: Any) -> str:
        return "" if value in known else f"{value!r} is not one of {', '.join(known)}"

    return check


def each(shape: Shape) -> Shape:
    """A list, maybe empty, whose items all have the shape."""

    def check(value: Any) -> str:
        if not isinstance(value, list):
            return "must be a list"
        return next(filter(None, map(shape, value)), "")

    return check


def some(shape: Shape) -> Shape:
    """A list with one item or more, whose items all have the shape."""
    return lambda value: "must not be empty" if value == [] else each(shape)(value)


def maybe(shape: Shape) -> Shape:
    """The shape, or null."""
    return lambda value: "" if value is None else shape(value)


def anything(value: Any) -> str:
    """For editors only: never loaded, never shown."""
    return ""


def day(value: Any) -> str:
    """A day like 2026-11-22."""
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return "must be a day like 2026-11-22"
    return ""


def link(value: Any) -> str:
    """An https address without blanks, of a host that has a name."""
    fits = isinstance(value, str) and re.fullmatch(r"https://([^\s/]+\.[^\s/]+|\[\S+\])(/\S*)?", value)
    if not fits:
        return f"{value!r} must be an address that starts with https://"
    return f"{value!r} names a machine by its number: nobody can see whose it is" if _numeric(fits[1]) else ""


def _numeric(host: str) -> bool:
    """Is it an IP address, in any way of writing it that a browser takes?"""
    return bool(re.fullmatch(r"(\[.*\]|0x[0-9a-f.x]+|[\d.]+)(:\d+)?", host.rpartition("@")[2], re.IGNORECASE))


def email(value: Any) -> str:
    """A plain e-mail address, without `mailto:`."""
    fits = isinstance(value, str) and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value)
    return "" if fits else f"{value!r} is not a plain e-mail address"


def fit(fields: Fields, row: Any) -> Iterator[Complaint]:
    """Every complaint about the fields of one object: missing, unknown or of a wrong shape."""
    if not isinstance(row, dict):
        yield "object", "must have fields"
        return
    for name, shape in fields.items():
        plain = name.removesuffix(OPTIONAL)
        if plain in row:
            complaint = shape(row[plain])
            if complaint:
                yield plain, complaint
        elif not name.endswith(OPTIONAL):
            yield plain, "is missing"
    known = {name.removesuffix(OPTIONAL) for name in fields}
    yield from ((name, "is not a field we know") for name in row if name not in known)
