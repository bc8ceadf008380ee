"""Three kinds of flag, so that `Answers` reads as a list."""

from typing import Any, Protocol

from wizard.core.flow import Replies


class HasReplies(Protocol):
    """What a flag looks at."""

    @property
    def replies(self) -> Replies: ...

    @property
    def unanswered(self) -> frozenset[str]: ...


class AnyOf:
    """A flag that is true when one of these values was really answered."""

    def __init__(self, slug: str, *values: str) -> None:
        self.slug, self.values = slug, values

    def __get__(self, answers: HasReplies, owner: Any = None) -> bool:
        return answers.replies.has(self.slug, *self.values)


class NoneOf(AnyOf):
    """A flag that is true unless one of these values was really answered: skipped reads as true."""

    def __get__(self, answers: HasReplies, owner: Any = None) -> bool:
        return not super().__get__(answers, owner)


class Unanswered:
    """A flag that is true when the question applies and has no answer (skipped, or not reached)."""

    def __init__(self, slug: str) -> None:
        self.slug = slug

    def __get__(self, answers: HasReplies, owner: Any = None) -> bool:
        return self.slug in answers.unanswered
