"""What may never be said, and what must be said: rules over sentences, read from tables that need no code.

A rule looks at the sentences of a step. `never` finds a sentence that holds one of its patterns (`patterns.py`), and
none of its `unless` anywhere; an `unless` that holds the pattern itself makes only this place right. A "not" that
stands with the words makes them right as well (`negation.py` says when it does), save where the rule says
`even_with_not`. `must` finds nothing wrong as soon as one sentence holds one of its patterns.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from wizard.core.answers import Answers
from wizard.core.conditions import EVERYBODY, Condition
from wizard.core.html_sentences import Sentences
from wizard.core.negation import Span
from wizard.core.patterns import ENGLISH, READINGS, compiled, spans


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
    id: str = ""
    language: str = ENGLISH  # that its words are in
    good: tuple[str, ...] = ()  # sentences that keep it, to try it with
    bad: tuple[str, ...] = ()  # and more that break it

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
        sentence = self.plain(sentence)
        if self.must:
            return bool(self._must.search(sentence))
        wrong, right = set(spans(self._never, sentence)), set[Span]()
        if self.unless and wrong:
            for words in spans(self._unless, sentence):
                held = {span for span in wrong if span[0] < words[1] and words[0] < span[1]}
                if not held:
                    return False
                right |= held
        return any(self.even_with_not or not self._excused(sentence, span) for span in wrong - right)

    def plain(self, sentence: str) -> str:
        """The sentence as the patterns of this language are looked for in it."""
        return READINGS[self.language].plain(sentence)

    def _excused(self, sentence: str, span: Span) -> bool:
        return READINGS[self.language].excused(sentence, span)

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _never(self) -> re.Pattern[str]:
        return compiled(self.never, self.language)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return compiled(self.unless, self.language)

    @cached_property
    def _must(self) -> re.Pattern[str]:
        return compiled(self.must, self.language)
