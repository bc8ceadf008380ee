"""One field of a form of the tools: what is asked, of whom, and how long an answer may be. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words

LINE, LONG = 300, 5000  # characters
FIELD_KINDS = ("line", "long", "date", "time", "zone", "choice")


Choices = tuple[tuple[str, Words], ...]


def _always(a: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One box. `kind` is one of FIELD_KINDS; `most` counts characters; `group` is its heading.

    Raises ValueError for another kind.
    """

    slug: str
    label: Words
    kind: str = "line"
    most: int = LINE
    group: Words = ""
    hint: Words = ""
    choices: Choices = ()
    asked: Callable[[Answers], bool] = _always
    friend: bool = False  # a friend is asked these only
    helper: Words = ""  # the label for somebody who writes for another person

    def __post_init__(self) -> None:
        if self.kind not in FIELD_KINDS:
            raise ValueError(f"{self.slug}: no box is of the kind {self.kind!r}.")

    def label_for(self, a: Answers) -> Words:
        """The label as this person reads it."""
        return self.helper if self.helper and a.helper else self.label


YES_NO: Choices = (("yes", _("Yes")), ("no", _("No")), ("unsure", _("I do not know")))
