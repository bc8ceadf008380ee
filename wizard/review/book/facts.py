"""Every fact as it stands in the fixtures, with its sources, its date and what editors noted: no field is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from resources.core import union
from resources.loading.content import FILES, Content, Row
from wizard.core.flow import Words

KINDS: dict[str, Words] = {
    "countries": _("Countries"),
    "helplines": _("Helplines"),
    "platforms": _("Apps and sites, with their steps"),
    "takedown": _("Services that remove or match"),
    "law": _("Laws"),
    "clocks": _("Clocks"),
    "languages": _("Languages"),
}
# Places that are no country.
WIDE: dict[str, Words] = {union.UNION: union.NAME, "INT": _("More than one country"), "*": _("More than one country")}
NAMES = ("name", "title")
# These have a place of their own beside the fields.
SOURCES, CHECKED, FOR_EDITORS = "sources", "read_on", ("editor_note", "conflicts")
_SMALL = 45


@dataclass(frozen=True, slots=True)
class BookFact:
    """One object of a fixture. `text` has its fields with their names, one a line: the small ones in the first."""

    slug: str
    name: str
    text: str
    sources: tuple[str, ...]
    read_on: str
    for_editors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts of one place; `place` is "" where a place makes no difference."""

    place: str
    facts: tuple[BookFact, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """All facts of one file."""

    slug: str
    heading: Words
    groups: tuple[FactGroup, ...]

    @property
    def count(self) -> int:
        """How many facts there are."""
        return sum(len(group.facts) for group in self.groups)


def kinds_of(content: Content) -> tuple[Kind, ...]:
    """The facts of each fixture, in the order of the files; those of one country stand together."""
    lands = {row["code"]: row["name"]["en"] for row in content["countries"]}
    wide = {code: str(name) for code, name in WIDE.items()}
    return tuple(
        Kind(slug, heading, _groups(content[slug], FILES[slug], lands | wide)) for slug, heading in KINDS.items()
    )


def _groups(rows: Iterable[Row], key: str, lands: dict[str, str]) -> tuple[FactGroup, ...]:
    found: dict[str, list[BookFact]] = {}
    for row in rows:
        code = _place(row)
        found.setdefault(lands.get(code, code), []).append(fact_of(row, key))
    return tuple(FactGroup(place, tuple(facts)) for place, facts in found.items())


def _place(row: Row) -> str:
    named = row.get("country") or next(iter(row.get("place", ())), "")
    return str(named).split("-")[0]


def fact_of(row: Row, key: str) -> BookFact:
    """One object; `key` names the field with its slug."""
    name = next(row[field] for field in NAMES if field in row)
    apart = {key, *NAMES, SOURCES, CHECKED, *FOR_EDITORS}
    fields = [_field(label, value) for label, value in row.items() if label not in apart and not _empty(value)]
    small = [field for field in fields if len(field) <= _SMALL and "\n" not in field]
    return BookFact(
        row[key],
        " / ".join(dict.fromkeys(name.values())) if isinstance(name, dict) else name,
        "\n".join([*filter(None, [" · ".join(small)]), *(field for field in fields if field not in small)]),
        tuple(_source(one) for one in row[SOURCES]),
        row[CHECKED],
        tuple(_notes(row)),
    )


def _source(source: Row) -> str:
    quoted = f"quotes a {source['quotes']}" if "quotes" in source else None
    said = [source["page_date"], quoted, None if source.get("read", True) else "not read"]
    known = ", ".join(filter(None, said))
    return f"{source['url']} ({known})" if known else str(source["url"])


def _notes(value: Any, within: str = "") -> Iterator[str]:
    """What editors noted, also inside of guides and channels."""
    if isinstance(value, dict):
        for label, inner in value.items():
            if label in FOR_EDITORS and inner:
                notes = [inner] if isinstance(inner, str) else inner
                yield from (f"{within}: {note}" if within else str(note) for note in notes)
            else:
                yield from _notes(inner, _spaced(label))
    elif isinstance(value, list):
        for at, inner in enumerate(value, 1):
            yield from _notes(inner, f"{within} {at}")


def _field(label: str, value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict) and not _is_text(value[0]):
        return "\n".join([f"{_spaced(label)}:", *(f"– {' · '.join(_cells(row))}" for row in value)])
    return f"{_spaced(label)}: {spell(value)}"


def _cells(row: Row) -> Iterator[str]:
    """The fields of an object inside an object; what it does not have is not told."""
    for label, value in row.items():
        if label not in FOR_EDITORS and value is not False and not _empty(value):
            yield f"{_spaced(label)}: {spell(value)}"


def spell(value: Any) -> str:
    """A value as words: yes and no, lists one after the other, the steps of a list by number."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return _texts(value) if _is_text(value) else _row(value)
    if isinstance(value, list):
        if value and isinstance(value[0], dict) and not _is_text(value[0]):
            return " ".join(f"{at}. {spell(inner)}" for at, inner in enumerate(value, 1))
        return " | ".join(map(spell, value))
    return str(value)


def _row(row: Row) -> str:
    """An object on one line: what it says, then the rest in brackets."""
    rest = "; ".join(_cells({label: value for label, value in row.items() if label != "text"}))
    return " ".join(filter(None, [spell(row["text"]) if "text" in row else "", f"({rest})" if rest else ""]))


def _is_text(value: Row) -> bool:
    return "en" in value


def _texts(value: dict[str, str]) -> str:
    others = (f" [{language}: {words}]" for language, words in value.items() if language != "en")
    return value["en"] + "".join(others)


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _spaced(label: str) -> str:
    return label.replace("_", " ")
