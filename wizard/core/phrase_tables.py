"""The tables of phrases as rules: what a rule is about stands once, its words in a table for each language.

`phrases.toml` has the rules with their English words. `phrases_fr.toml` has the French words under the id of each.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from wizard.core.conditions import ALWAYS, Condition
from wizard.core.patterns import ENGLISH, FRENCH, compiled
from wizard.core.phrases import Phrase

HERE = Path(__file__).parent
TABLE_FILES = {ENGLISH: HERE / "phrases.toml", FRENCH: HERE / "phrases_fr.toml"}
NAMES = ("id", "rule", "name", "example")
LISTS = ("never", "unless", "must", "steps", "but", "good", "bad")
FIELDS = (*NAMES, "when", "even_with_not", *LISTS)
# What another language says of a rule; the rest stands once.
OF_A_LANGUAGE = ("never", "unless", "even_with_not", "example", "good", "bad")
Block = dict[str, Any]


def read_phrases(
    steps: Iterable[str], language: str = ENGLISH, files: Mapping[str, Path] = TABLE_FILES
) -> tuple[Phrase, ...]:
    """Every rule in the words of a language, in the order of the table. Raises ValueError with a sentence a slip."""
    blocks = _table(files[ENGLISH]).get("phrase", [])
    slips = list(_slips_of_all(blocks, frozenset(steps)))
    if language != ENGLISH and not slips:
        words = _table(files[language])
        slips = list(_slips_of_words(blocks, words, language))
        blocks = [] if slips else [_in_words(block, words) for block in blocks]
    if slips:
        raise ValueError("\n".join(slips))
    return tuple(_phrase(block, language) for block in blocks)


def read_all(steps: Iterable[str], languages: Iterable[str] = TABLE_FILES) -> tuple[Phrase, ...]:
    """The rules in every language, one language after the other."""
    known = tuple(steps)
    return tuple(phrase for language in languages for phrase in read_phrases(known, language))


def _table(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _in_words(block: Block, words: Mapping[str, Any]) -> Block:
    """The rule with the words of another language instead of the English ones."""
    kept = {name: value for name, value in block.items() if name not in (*OF_A_LANGUAGE, "must")}
    must = words.get("must", {}).get(block["id"])
    if must:
        return {**kept, "must": must, "example": must[0]}
    strict = {"even_with_not": block.get("even_with_not", False)}
    return {**kept, **strict, **words["never"][block["id"]]}


def _slips_of_words(blocks: Iterable[Block], words: Mapping[str, Any], language: str) -> Iterator[str]:
    never, must = words.get("never", {}), words.get("must", {})
    ids = {kind: {block["id"] for block in blocks if block.get(kind)} for kind in ("never", "must")}
    for kind, there in (("never", never), ("must", must)):
        yield from (f"{language}, {one}: there are no words under {kind}" for one in sorted(ids[kind] - there.keys()))
        yield from (f"{language}, {one}: no rule has this id under {kind}" for one in sorted(there.keys() - ids[kind]))
    for one, block in never.items():
        yield from (f"{language}, {one}: {name!r} is not a field" for name in block if name not in OF_A_LANGUAGE)
        yield from (f"{language}, {one}: {slip}" for slip in _slips_in_words(block, ("example",)))
    for one, said in must.items():
        yield from (f"{language}, {one}: {slip}" for slip in _slips_in_words({"must": said}, ()))
    lists = [*must.values(), *(block.get(name, []) for block in never.values() for name in ("never", "unless"))]
    yield from _unknown_verbs(lists, language)


def _unknown_verbs(lists: Iterable[Any], language: str) -> Iterator[str]:
    for said in lists:
        try:
            compiled(tuple(one for one in said if isinstance(one, str)), language)
        except KeyError as error:
            yield f"{language}: the verb {error} has no forms in the table"


def _slips_of_all(blocks: Iterable[Block], steps: frozenset[str]) -> Iterator[str]:
    seen: set[Any] = set()
    for at, block in enumerate(blocks):
        said = block.get("name", f"rule {at + 1}")
        yield from (f"{said}: {slip}" for slip in _slips(block, steps))
        if block.get("id") in seen:
            yield f"{said}: another rule has the id {block['id']!r}"
        seen.add(block.get("id"))


def _slips(block: Block, steps: frozenset[str]) -> Iterator[str]:
    yield from _slips_in_words(block, NAMES)
    if bool(block.get("never")) == bool(block.get("must")):
        yield "it needs either never or must"
    yield from (
        f"{step!r} is not a step" for step in (*block.get("steps", ()), *block.get("but", ())) if step not in steps
    )
    yield from (f"{name!r} is not a field" for name in block if name not in FIELDS)
    try:
        Condition(block.get("when", ALWAYS))
    except ValueError as error:
        yield str(error)


def _slips_in_words(block: Block, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not isinstance(block.get(name), str) or not block[name].strip():
            yield f"{name} must be a text"
    for name in LISTS:
        if not all(isinstance(one, str) and one.strip() for one in block.get(name, [])):
            yield f"{name} must be a list of texts"
    if not isinstance(block.get("even_with_not", False), bool):
        yield "even_with_not must be true or false"


def _phrase(block: Block, language: str) -> Phrase:
    lists: dict[str, Any] = {name: tuple(block.get(name, ())) for name in LISTS}
    when, strict = Condition(block.get("when", ALWAYS)), block.get("even_with_not", False)
    names = {name: block[name] for name in NAMES}
    return Phrase(**names, when=when, even_with_not=strict, language=language, **lists)
