"""What the facts lack in a language: texts without a translation, and those of an English that has changed. Pure.

A fact says `{"en": …, "fr": …}` and not which English its French was made from. So a list beside the catalogue of the
language names, for each translation that somebody has looked at, the English it was made from, both by a short digest.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from resources.loading.content import Content

Looked = Mapping[str, frozenset[str]]  # translation -> the English texts it was made from, as digests


class FactText(NamedTuple):
    """One text of the facts: the file and the row that it stands in, and its languages."""

    file: str
    row: str
    said: Mapping[str, str]


class Lack(NamedTuple):
    """What is to be done in a language, each as "helplines/ca.json, tel-jeunes: the English text"."""

    missing: tuple[str, ...]
    stale: tuple[str, ...]


def texts(content: Content) -> Iterator[FactText]:
    """Every text of every fact, in the order of the files."""
    for kind, rows in content.items():
        for position, row in enumerate(rows):
            name = str(row.get("slug") or row.get("code") or row.get("zone") or position + 1)
            for said in _inside(row):
                yield FactText(content.file_of(kind, position), name, said)


def _inside(value: Any) -> Iterator[Mapping[str, str]]:
    if isinstance(value, dict) and isinstance(value.get("en"), str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _inside(part)


def lack(found: Iterable[FactText], code: str, looked: Looked) -> Lack:
    """What the texts lack in a language. A text of nothing but a name may be the same in both."""
    missing, stale = [], []
    for text in found:
        where = f"{text.file}, {text.row}: {text.said['en']}"
        if not text.said.get(code):
            missing.append(where)
        elif digest(text.said["en"]) not in looked.get(digest(text.said[code]), ()):
            stale.append(where)
    return Lack(tuple(missing), tuple(stale))


def digest(text: str) -> str:
    """A short name for a text."""
    return sha256(text.encode()).hexdigest()[:12]


def read_list(lines: str) -> Looked:
    """The list as it was written: two digests a line, of a translation and of its English."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in filter(None, lines.splitlines()):
        translation, english = line.split()
        found[translation].add(english)
    return {translation: frozenset(english) for translation, english in found.items()}


def written_list(found: Iterable[FactText], code: str, looked: Looked, *, all_looked_at: bool) -> str:
    """The list anew, with every translation that is not in it yet.

    One whose English has changed stays out until somebody has looked at it: `all_looked_at`.
    """
    pairs = {(digest(text.said[code]), digest(text.said["en"])) for text in found if text.said.get(code)}
    kept = {pair for pair in pairs if all_looked_at or pair[0] not in looked or pair[1] in looked[pair[0]]}
    before = {(translation, english) for translation, all_of in looked.items() for english in all_of}
    return "".join(f"{translation} {english}\n" for translation, english in sorted(kept | before))
