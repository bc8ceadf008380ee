"""From a style and three blanks to a text: what is said to the other person, and in which ways. Pure.

No threat, no deal, no address. An empty blank takes the words that fit the answers.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wizard.core.answers import Answers
from wizard.message.core.fields import BLANKS

_BLANK = re.compile("{(" + "|".join(box.slug for box in BLANKS) + ")}")
# A sentence goes on after a blank.
_ENDS = " .,;:!?…"


@dataclass(frozen=True, slots=True)
class Style:
    """One way to say it. `pattern` is the text with `{about}`, `{feel}` and `{ask}` for the blanks."""

    slug: str
    name: str
    hint: str
    pattern: str


def styles(a: Answers, law: str = "") -> tuple[Style, ...]:
    """The ways that are offered; the one with a law only where one of the place is named (by its title)."""
    found = [
        Style(
            "line",
            _("One clear line"),
            _("It is short and plain."),
            _("I do not agree to {about} being shared. Please {ask}, and delete any copies you have."),
        ),
        Style(
            "feel",
            _("How it makes you feel"),
            _("It says what it is about, how you feel, what you are asking for, and why."),
            " ".join(
                (
                    _describe(a),
                    _("I feel {feel}. Please {ask}, and delete any copies you have, because I do not agree to this."),
                )
            ),
        ),
    ]
    if law:
        found.append(_with_law(law))
    return tuple(found)


def _with_law(law: str) -> Style:
    pattern = _(
        "I do not agree to {about} being shared. There is a law about this where I live: “%(law)s”. "
        "Please {ask}, and delete any copies you have."
    ) % {"law": law}
    return Style("law", _("With the law where you live"), _("It names a law, and nothing more."), pattern)


def _describe(a: Answers) -> str:
    if a.shared_ticked:
        return _("I know that {about} was passed on.")
    if a.fake:
        return _("I know about {about}.")
    if a.threat:
        return _("You said that you might share {about}.")
    return _("I am thinking about {about}.")


def suggestions(a: Answers) -> dict[str, str]:
    """Slug of a blank -> words that fit the answers."""
    there = a.shared_ticked or a.fake
    return {
        "about": _("the made-up picture of me") if a.fake else _("the picture of me"),
        "feel": _("hurt") if there else _("worried"),
        "ask": _("take it down") if there else _("do not share it"),
    }


def made(style: Style, blanks: Mapping[str, str], a: Answers) -> str:
    """The text of a style with these blanks filled in. What stands in a blank is never read as a pattern."""
    usual = suggestions(a)
    words = {box.slug: _inside(blanks.get(box.slug, "")) or usual[box.slug] for box in BLANKS}
    return _BLANK.sub(lambda found: words[found[1]], style.pattern)


def _inside(words: str) -> str:
    return " ".join(words.split()).rstrip(_ENDS)
