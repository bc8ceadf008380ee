"""What may never be said, and what must be said: rules over sentences, read from a table that needs no code.

A pattern is words as a person writes them: `*` ends a word in any way, `…` stands for any words of the same sentence.
Capitals make no difference, unless the pattern begins with `=`. A rule looks at the sentences of a step. `never` finds
a sentence that holds one of its patterns, and none of its `unless` anywhere; an `unless` that holds the pattern itself
makes only this place right. A "not" that stands with the words makes them right as well (`negation.py` says when it
does), save where the rule says `even_with_not`. `must` finds nothing wrong as soon as one sentence holds one of its
patterns.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from wizard.core.answers import Answers
from wizard.core.conditions import ALWAYS, EVERYBODY, Condition
from wizard.core.html_sentences import Sentences
from wizard.core.negation import Span, excused

TABLE_FILE = Path(__file__).with_name("phrases.toml")


@dataclass(frozen=True)
class Phrase:
    """One rule. `rule` is the number of the safety rule, or "words" for how we speak; `example` breaks it."""

    rule: str
    name: str
    example: str
    never: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    even_with_not: bool = False  # words that may not stand there at all, as a name or an insult
    must: tuple[str, ...] = ()
    when: Condition = EVERYBODY
    steps: tuple[str, ...] = ()  # empty: every step
    but: tuple[str, ...] = ()  # every step but these

    def concerns(self, step: str) -> bool:
        """True when the words of this step are looked at."""
        return step not in self.but and (not self.steps or step in self.steps)

    def broken(self, sentences: Sentences, a: Answers) -> str:
        """The sentence that breaks the rule (for a `must`: what is missing), "" when all is well."""
        found = self.found(sentences)
        # Asked last, so that answers which make no difference are not told apart.
        return found if found and self.when.holds(a) else ""

    def found(self, sentences: Sentences) -> str:
        """As `broken`, for somebody whom the rule is about."""
        hits = filter(self.hits, sentences)
        if self.must:
            return "" if next(hits, "") else f"nothing like “{self.must[0]}”"
        return next(hits, "")

    def hits(self, sentence: str) -> bool:
        """For `never`: the sentence breaks the rule. For `must`: it is the one that has to be there."""
        # The same sentence stands in many texts.
        if sentence not in self._known:
            self._known[sentence] = self._hits(sentence)
        return self._known[sentence]

    def _hits(self, sentence: str) -> bool:
        if self.must:
            return bool(self._must.search(sentence))
        wrong, right = set(_spans(self._never, sentence)), set[Span]()
        if self.unless and wrong:
            for words in _spans(self._unless, sentence):
                held = {span for span in wrong if span[0] < words[1] and words[0] < span[1]}
                if not held:
                    return False
                right |= held
        return any(self.even_with_not or not excused(sentence, span) for span in wrong - right)

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _never(self) -> re.Pattern[str]:
        return compiled(self.never)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return compiled(self.unless)

    @cached_property
    def _must(self) -> re.Pattern[str]:
        return compiled(self.must)


def _spans(patterns: re.Pattern[str], sentence: str) -> Iterator[Span]:
    """Where the patterns stand, also those that begin inside another one."""
    found = patterns.search(sentence)
    while found:
        yield found.span()
        found = patterns.search(sentence, found.start() + 1)


@lru_cache(maxsize=1024)
def compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for patterns in words."""
    return re.compile("|".join(map(_expression, patterns)))


def _expression(pattern: str) -> str:
    exact = pattern.startswith("=")
    pattern = pattern.removeprefix("=")
    words = re.escape(pattern).replace(r"\*", r"\w*").replace(r"\ …\ ", r"\b.*\b").replace(r"\ ", r"\s+")
    starts, ends = pattern[:1].isalnum(), pattern[-1:].isalnum()
    whole = (r"\b" if starts else "") + words + (r"\b" if ends else "")
    return whole if exact else f"(?i:{whole})"


def read_phrases(steps: Iterable[str], file: Path = TABLE_FILE) -> tuple[Phrase, ...]:
    """Every rule of the table, in its order. Raises ValueError with a sentence for each slip."""
    blocks = tomllib.loads(file.read_text(encoding="utf-8")).get("phrase", [])
    known = frozenset(steps)
    slips = [
        f"{block.get('name', f'rule {at + 1}')}: {slip}"
        for at, block in enumerate(blocks)
        for slip in _slips(block, known)
    ]
    if slips:
        raise ValueError("\n".join(slips))
    return tuple(_phrase(block) for block in blocks)


LISTS = ("never", "unless", "must", "steps", "but")
FIELDS = ("rule", "name", "example", "when", "even_with_not", *LISTS)


def _slips(block: dict[str, Any], steps: frozenset[str]) -> Iterator[str]:
    for name in ("rule", "name", "example"):
        if not isinstance(block.get(name), str) or not block[name].strip():
            yield f"{name} must be a text"
    for name in LISTS:
        if not all(isinstance(one, str) and one.strip() for one in block.get(name, [])):
            yield f"{name} must be a list of texts"
    if bool(block.get("never")) == bool(block.get("must")):
        yield "it needs either never or must"
    yield from (
        f"{step!r} is not a step" for step in (*block.get("steps", ()), *block.get("but", ())) if step not in steps
    )
    if not isinstance(block.get("even_with_not", False), bool):
        yield "even_with_not must be true or false"
    yield from (f"{name!r} is not a field" for name in block if name not in FIELDS)
    try:
        Condition(block.get("when", ALWAYS))
    except ValueError as error:
        yield str(error)


def _phrase(block: dict[str, Any]) -> Phrase:
    lists = {name: tuple(block.get(name, ())) for name in LISTS}
    when, strict = Condition(block.get("when", ALWAYS)), block.get("even_with_not", False)
    return Phrase(block["rule"], block["name"], block["example"], when=when, even_with_not=strict, **lists)
