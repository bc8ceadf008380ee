"""One field of a form of the tools: what is asked, of whom, and how long an answer may be. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words

LINE, LONG = 300, 5000  # characters


Choices = tuple[tuple[str, Words], ...]


def _always(a: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One box. `kind` is line, long, date, time, zone or choice; `most` counts characters; `group` is its heading."""

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

    def label_for(self, a: Answers) -> Words:
        """The label as this person reads it."""
        return self.helper if self.helper and a.helper else self.label


YES_NO: Choices = (("yes", _("Yes")), ("no", _("No")), ("unsure", _("I do not know")))
