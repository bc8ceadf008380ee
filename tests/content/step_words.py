"""Renders the body of one step for one person, as plain text, so that tests can read it as they would."""

import html
import re

from django.template.loader import render_to_string

from tests.people import answers_of, place_of
from wizard.core.plan import OPEN_UNDER_13
from wizard.core.wording_rules import wording
from wizard.review.proof.step_readers import NoLines


def unmarked(page: str) -> str:
    """A piece of HTML without the marks that tell a browser what not to turn round and what not to translate."""
    return re.sub(r'<(bdi|span) (?:dir="ltr"|translate="no")>(.*?)</\1>| translate="no"', r"\2", page)


def plain(page: str) -> str:
    """The text of a piece of HTML, tags gone and blanks folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", unmarked(page))).split())


def step_words(slug: str, *, short: bool = False, **given: str) -> str:
    """What a person reads in the body of a step; answers as in `tests.people.path_of`."""
    a = answers_of(**{key.replace("-", "_"): value for key, value in given.items()})
    given = {key.replace("-", "_"): value for key, value in given.items()}
    context = {
        "a": a,
        **wording(a),
        "at": place_of(**given),
        "lines": NoLines(),
        "they": a.helper or (a.under_13_alone and slug not in OPEN_UNDER_13),
        "step": {"slug": slug, "short": short},
        "laws": (),
        "named_places": (),
    }
    return plain(render_to_string(f"plan/steps/{slug}.html", context))
