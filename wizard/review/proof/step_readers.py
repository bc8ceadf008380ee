"""The words of a step as a person reads them, part by part, over flags that are decided only when they are read.

Helplines have a proof of their own; here their places stay empty, and what remains are our words and the facts about
laws, services and apps of one place.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from django.template import Template
from django.template.loader import get_template
from django.utils.functional import SimpleLazyObject

from wizard.core.answers import Answers
from wizard.core.html_sentences import Sentences, sentences
from wizard.core.location import Location
from wizard.core.plan import SHORT_FORMS, is_theirs, step_for
from wizard.core.step_rules import StepRule
from wizard.core.wording_rules import WORDING_RULES
from wizard.plan.context import words_context
from wizard.review.proof.lazy_answers import judged
from wizard.review.proof.template_parts import Part, parts_of
from wizard.review.proof.voices import Text, in_voice, spoken_now


class NoLines:
    """Stands for the helplines: every need is empty."""

    emergency_note = ""
    has_night_line = True

    def __getattr__(self, need: str) -> tuple[()]:
        if need.startswith("_"):
            raise AttributeError(need)
        return ()


# A rule that words ask for by name counts as one flag: what it is worked out from tells no texts apart.
SHORT = "short"
NAMED_RULES = {**WORDING_RULES, **{f"{SHORT} {slug}": rule for slug, rule in SHORT_FORMS.items()}}


def asked(a: Answers, name: str) -> Any:
    """The value of a flag, or of a rule that is named like one."""
    if isinstance(a, FlagRecorder):
        return getattr(a, name)
    return judged(a, NAMED_RULES[name]) if name in NAMED_RULES else getattr(a, name)


class FlagRecorder:
    """The flags of a person, and which of them were read, in order."""

    def __init__(self, a: Answers) -> None:
        self._a = a
        self.read: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        value = asked(self._a, name)
        self.read.setdefault(name, value)
        return value


class KnownFlags(FlagRecorder):
    """Flags that were read before: the same words in another voice read no others."""

    def __init__(self, read: Mapping[str, Any]) -> None:
        self.read = dict(read)

    def __getattr__(self, name: str) -> Any:
        return self.read[name]


class PartReader:
    """The words of one part of a step. Each text is rendered once in each voice.

    What is read next depends only on what was read before, so the flags that were read lead back to the text.
    """

    def __init__(self, render: Callable[[Answers], Sentences]) -> None:
        self._render = render
        self.known: dict[Any, Any] = {}
        self.flags: set[str] = set()

    def __call__(self, a: Answers) -> Sentences:
        """What this person reads, in the voice that is spoken now."""
        return self.text(a).in_voice(spoken_now())

    def text(self, a: Answers) -> Text:
        """What this person reads."""
        here = self.known
        while here and "text" not in here:
            here = here.setdefault(asked(a, here["flag"]), {})
        if not here:
            self._remember(a)
            return self.text(a)
        text: Text = here["text"]
        return text

    def _remember(self, a: Answers) -> None:
        seen = FlagRecorder(a)
        said = self._render(cast(Answers, seen))
        self.flags |= seen.read.keys()
        here = self.known
        for flag, value in seen.read.items():
            here = here.setdefault("flag", flag) and here.setdefault(value, {})
        again = partial(self._render, cast(Answers, KnownFlags(seen.read)))
        here["text"] = Text(again, {spoken_now(): said})


class HeadingReader:
    """The title and the line of a step, each pair decided as one thing; pairs are told apart in every voice."""

    flags: frozenset[str] = frozenset()

    def __init__(self, row: StepRule, voices: tuple[str, ...]) -> None:
        self.row, self.voices = row, voices

    def __call__(self, a: Answers) -> Sentences:
        """What this person reads, in the voice that is spoken now."""
        return self.text(a).in_voice(spoken_now())

    def text(self, a: Answers) -> Text:
        """What this person reads."""
        return Text(lambda: ("",), dict(judged(a, self.words)))

    def words(self, a: Answers) -> tuple[tuple[str, Sentences], ...]:
        """Both as plain text, in each voice."""
        title, line = self.row.heading(a, is_theirs(self.row, a))
        return tuple((voice, in_voice(voice, lambda: (str(title), str(line)))) for voice in self.voices)


class StepInWords:
    """A step as its own words see it: what they do not ask for is not worked out."""

    def __init__(self, row: StepRule, a: Answers) -> None:
        self._row, self._a = row, a

    @property
    def short(self) -> bool:
        """As in `Step`."""
        name = f"{SHORT} {self._row.slug}"
        return name in NAMED_RULES and bool(asked(self._a, name))

    def __getattr__(self, name: str) -> Any:
        return getattr(step_for(self._row, self._a), name)


class Reader:
    """The words of a step at a place, in some voices: its title and its line, and each part of its body."""

    def __init__(self, row: StepRule, at: Location, voices: tuple[str, ...] = ()) -> None:
        self.row, self.at = row, at
        self.template: Template = get_template(f"plan/steps/{row.slug}.html").template  # type: ignore[attr-defined]
        bodies = (PartReader(partial(self._body, part)) for part in parts_of(self.template))
        self.parts: tuple[HeadingReader | PartReader, ...] = (HeadingReader(row, voices or (spoken_now(),)), *bodies)

    def __call__(self, a: Answers) -> Sentences:
        """What this person reads of the whole step."""
        return tuple(sentence for part in self.parts for sentence in part(a))

    def _body(self, part: Part, a: Answers) -> Sentences:
        return sentences(part.render(self.template, self.values(a)))

    def values(self, a: Answers) -> dict[str, Any]:
        """What the template of the step reads."""
        named = {name: SimpleLazyObject(partial(asked, a, name)) for name in NAMED_RULES}
        they = SimpleLazyObject(partial(is_theirs, self.row, a))
        return {
            **words_context(a, self.at),
            **named,
            "lines": NoLines(),
            "step": StepInWords(self.row, a),
            "they": they,
        }
