"""Every fact as it stands in the fixtures, with its sources, its date and what editors noted: no field is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy, pgettext

from compass import languages
from resources.core import union
from resources.core.translations import text
from resources.loading.content import FILES, Content, Row
from wizard.core.flow import Words
from wizard.review.words import named, value

KINDS: dict[str, Words] = {
    "countries": gettext_lazy("Countries"),
    "helplines": gettext_lazy("Helplines"),
    "platforms": gettext_lazy("Apps and sites, with their steps"),
    "takedown": gettext_lazy("Services that remove or match"),
    "law": gettext_lazy("Laws"),
    "clocks": gettext_lazy("Clocks"),
    "languages": gettext_lazy("Languages"),
}
# Places that are no country.
WIDE: dict[str, Words] = {
    union.UNION: union.NAME,
    "INT": gettext_lazy("More than one country"),
    "*": gettext_lazy("More than one country"),
}
NAMES = ("name", "title")
# These have a place of their own beside the fields.
SOURCES, CHECKED, FOR_EDITORS = "sources", "read_on", ("editor_note", "conflicts")
_SMALL = 45
# What these hold is a name, an address or a quotation: the same in every language.
PROPER = ("name", "aliases", "organisation", "citation", "participants", "keyword", "url", "form_url", "email")


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
    lands = {row["code"]: text(row["name"]) for row in content["countries"]}
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
    name = row.get("name_by_language", {}).get(languages.code()) or next(row[field] for field in NAMES if field in row)
    apart = {key, *NAMES, SOURCES, CHECKED, *FOR_EDITORS}
    fields = [_field(label, value) for label, value in row.items() if label not in apart and not _empty(value)]
    small = [field for field in fields if len(field) <= _SMALL and "\n" not in field]
    return BookFact(
        row[key],
        _name(name) if isinstance(name, dict) else name,
        "\n".join([*filter(None, [" · ".join(small)]), *(field for field in fields if field not in small)]),
        tuple(_source(one) for one in row[SOURCES]),
        row[CHECKED],
        tuple(_notes(row)),
    )


def _source(source: Row) -> str:
    quoted = named(f"quotes a {source['quotes']}") if "quotes" in source else None
    said = [source["page_date"], quoted, None if source.get("read", True) else named("not read")]
    known = ", ".join(filter(None, said))
    return f"{source['url']} ({known})" if known else str(source["url"])


def _notes(value: Any, within: str = "") -> Iterator[str]:
    """What editors noted, also inside of guides and channels. They write it in English, so only that book has it."""
    if languages.code() != languages.ENGLISH.code:
        return
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


def _field(label: str, found: Any) -> str:
    if isinstance(found, list) and found and isinstance(found[0], dict) and not _is_text(found[0]):
        return "\n".join([_labelled(label, ""), *(f"– {' · '.join(_cells(row))}" for row in found)])
    return _labelled(label, _spelled(label, found))


def _cells(row: Row) -> Iterator[str]:
    """The fields of an object inside an object; what it does not have is not told."""
    for label, found in row.items():
        if label not in FOR_EDITORS and found is not False and not _empty(found):
            yield _labelled(label, _spelled(label, found))


def _labelled(label: str, words: str) -> str:
    return (pgettext("a field", "%(label)s: %(words)s") % {"label": _spaced(label), "words": words}).rstrip()


def _spelled(label: str, found: Any) -> str:
    """A value of a field. Names stand as they are, and are no words of ours."""
    if label in PROPER and not isinstance(found, dict):
        return " | ".join(found) if isinstance(found, list) else str(found)
    return spell(found)


def spell(found: Any) -> str:
    """A value as words: yes and no, lists one after the other, the steps of a list by number."""
    if isinstance(found, bool):
        return named("yes") if found else named("no")
    if isinstance(found, dict):
        return _texts(found) if _is_text(found) else _row(found)
    if isinstance(found, list):
        if found and isinstance(found[0], dict) and not _is_text(found[0]):
            return " ".join(f"{at}. {spell(inner)}" for at, inner in enumerate(found, 1))
        return " | ".join(map(spell, found))
    return value(str(found))


def _row(row: Row) -> str:
    """An object on one line: what it says, then the rest in brackets."""
    rest = "; ".join(_cells({label: value for label, value in row.items() if label != "text"}))
    return " ".join(filter(None, [spell(row["text"]) if "text" in row else "", f"({rest})" if rest else ""]))


def _is_text(value: Row) -> bool:
    return "en" in value


def _texts(found: dict[str, str]) -> str:
    """The English text with those of other languages; in another language, what a visitor reads in it."""
    if languages.code() != languages.ENGLISH.code:
        return text(found)
    others = (f" [{language}: {words}]" for language, words in found.items() if language != "en")
    return found["en"] + "".join(others)


def _name(found: dict[str, str]) -> str:
    return " / ".join(dict.fromkeys(found.values())) if languages.code() == languages.ENGLISH.code else text(found)


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _spaced(label: str) -> str:
    # The ages of a law stand under the codes of places.
    return label if label.isupper() or "-" in label else named(label)
