"""The line "You said: …" at the end of a plan, so that somebody sees what it was made from. Pure.

It is on the screen of a phone that nobody else uses, never on paper. It never says who did it, that somebody cannot
protect themself, or what they did.
"""

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide, Path, Words

# The questions whose answers may stand there.
SAID = ("who", "place", "region", "age", "what")
# Answers to them that may not: what somebody did.
UNSAID = frozenset({("who", "sharer"), ("what", "passed-on")})


def answer_line(a: Answers, path: Path, world: FactsForGuide) -> tuple[Words, ...]:
    """The chosen answers in their own words and order; nothing where somebody else could read the screen."""
    if not may_be_shown(a):
        return ()
    return tuple(words for slug in SAID for words in _chosen(slug, path, world))


def may_be_shown(a: Answers) -> bool:
    """Nobody else uses the phone, and whoever did it does not live with them or near them."""
    return a.device_mine and not (a.family or a.partner)


def _chosen(slug: str, path: Path, world: FactsForGuide) -> tuple[Words, ...]:
    stop = next((stop for stop in path.reached if stop.question.slug == slug), None)
    if stop is None:
        return ()
    given = {value for value in stop.values if (slug, value) not in UNSAID}
    return tuple(one.words for one in stop.question.choices(path.before(slug), world) if one.value in given)
